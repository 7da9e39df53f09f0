package com.servistech.erp.commissions;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Commissions of technicians. Earned when the order is delivered and its invoice fully paid by confirmed money; revenue
 * is the net of service and part lines after discounts, cost is what the parts had cost when they were used, billed or
 * not; what credit notes took back counts no more, a part that went back on the shelf costs no more. Accessories never
 * enter.
 */
public final class Commissions {

    private record Due(UUID order, UUID person, BigDecimal revenue, BigDecimal cost, Instant earnedAt) {}

    private static final String DUE = """
            select o.id, o.technician_id, greatest(o.delivered_at, b.fully_paid_at) earned_at,
                   coalesce(l.revenue, 0) - coalesce(n.revenue, 0) revenue,
                   coalesce(l.cost, 0) - coalesce(n.cost, 0) + coalesce(r.cost, 0) cost
              from erp.service_orders o
              join erp.invoices i on i.store_id = o.store_id and i.order_id = o.id
              join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id and b.status = 'PAID'
              left join lateral (select sum(net) revenue, sum(unit_cost * quantity) cost from erp.invoice_lines
                                  where store_id = i.store_id and invoice_id = i.id and type in ('SERVICE', 'PART')) l on true
              left join lateral (select sum(b.net) revenue, sum(b.unit_cost * b.quantity) filter (where b.restocked) cost
                                   from erp.invoice_lines s join erp.note_lines b on b.store_id = s.store_id and b.invoice_line_id = s.id
                                  where s.store_id = i.store_id and s.invoice_id = i.id and s.type in ('SERVICE', 'PART')) n on true
              left join lateral (select sum((taken - billed) * unit_cost) cost from erp.reservations
                                  where store_id = o.store_id and order_id = o.id) r on true
             where o.store_id = ? and o.status in ('DELIVERED', 'WARRANTY') and o.technician_id is not null
               and to_char(greatest(o.delivered_at, b.fully_paid_at) at time zone 'America/Caracas', 'YYYY-MM') = ?
               and not exists (select from erp.commission_entries e where e.store_id = o.store_id and e.order_id = o.id
                                and e.person_id = o.technician_id and e.kind = 'EARN')
             order by earned_at, o.id
            """;

    private final Work work;

    public Commissions(Work work) {
        this.work = work;
    }

    /** Writes down what was earned in a month and is not yet; doing it again adds nothing. */
    public Settlement settle(String period) {
        work.require(Permission.COMMISSIONS_SETTLE);
        check(period);
        List<Due> due = work.sql()
                .list(
                        row -> new Due(
                                row.uuid("id"),
                                row.uuid("technician_id"),
                                row.decimal("revenue"),
                                row.decimal("cost"),
                                row.instant("earned_at")),
                        DUE,
                        work.store(),
                        period);
        Money total = Money.zero(Currency.USD);
        int entries = 0;
        for (Due each : due) {
            TechnicianCommission commission = new TechnicianCommission(
                    Money.rounded(each.revenue(), Currency.USD),
                    Money.rounded(each.cost(), Currency.USD),
                    TechnicianCommission.STANDARD);
            if (insert(each, commission, period)) {
                total = total.plus(commission.amount());
                entries++;
            }
        }
        return new Settlement(period, entries, total);
    }

    /** Newest first; without the permission to see all, the caller's own. */
    public Page<CommissionEntry> list(String period, UUID person, Page.Request page) {
        work.require(Permission.COMMISSIONS_READ_OWN);
        UUID whose = work.may(Permission.COMMISSIONS_READ_ALL) ? person : work.userId();
        if (period != null) {
            check(period);
        }
        UUID before = page.beforeId();
        return Page.of(
                work.sql()
                        .list(
                                Commissions::entry,
                                "select id, kind, order_id, person_id, amount, earned_at, period, inputs::text from erp.commission_entries"
                                        + " where id < ? and (?::text is null or period = ?::text)"
                                        + " and (?::uuid is null or person_id = ?::uuid) order by id desc limit ?",
                                before,
                                period,
                                period,
                                whose,
                                whose,
                                page.limit() + 1),
                page.limit(),
                entry -> entry.id().toString());
    }

    private boolean insert(Due due, TechnicianCommission commission, String period) {
        String inputs = Json.createObjectBuilder()
                .add("revenue", commission.revenue().amount().toPlainString())
                .add("cost", commission.cost().amount().toPlainString())
                .add("grossProfit", commission.grossProfit().amount().toPlainString())
                .add("percent", commission.share().value().toPlainString())
                .build()
                .toString();
        return work.sql()
                        .update(
                                "insert into erp.commission_entries (store_id, id, kind, person_id, order_id, amount, earned_at, period,"
                                        + " inputs, created_at) values (?, ?, 'EARN', ?, ?, ?, ?, ?, ?::jsonb, ?)"
                                        + " on conflict (store_id, order_id, person_id) where kind = 'EARN' do nothing",
                                work.store(),
                                work.newId(),
                                due.person(),
                                due.order(),
                                commission.amount().amount(),
                                due.earnedAt(),
                                period,
                                inputs,
                                work.now())
                == 1;
    }

    private static void check(String period) {
        if (!period.matches("[0-9]{4}-(0[1-9]|1[0-2])")) {
            throw Invalid.at("/period", "commissions.period", "Write a month like 2026-11");
        }
    }

    private static CommissionEntry entry(Sql.Row row) {
        return new CommissionEntry(
                row.uuid("id"),
                row.text("kind"),
                row.uuid("order_id"),
                row.uuid("person_id"),
                new Money(row.decimal("amount"), Currency.USD),
                row.instant("earned_at"),
                row.text("period"),
                row.text("inputs"));
    }
}
