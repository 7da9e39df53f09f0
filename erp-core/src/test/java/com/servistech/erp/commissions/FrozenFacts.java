package com.servistech.erp.commissions;

import com.servistech.erp.commissions.rule.Earning;
import com.servistech.erp.commissions.rule.OrderFacts;
import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Reads what was frozen, one order at a time, for the plain rules. */
final class FrozenFacts {

    private final Work work;

    private FrozenFacts(Work work) {
        this.work = work;
    }

    /** By subject: every order that was delivered and every sale over the counter. */
    static Map<UUID, OrderFacts> of(Workshop shop) {
        return Workshop.SHOP.work(Role.MANAGER, shop.store, work -> new FrozenFacts(work).all());
    }

    /** What the entries say, by subject, person and basis; zeros are left out. */
    static Map<String, Money> entries(Workshop shop) {
        Map<String, Money> sums = new TreeMap<>();
        Workshop.SHOP.work(
                Role.MANAGER,
                shop.store,
                work -> work.sql()
                        .list(
                                row -> sums.put(
                                        key(row.uuid("subject"), row.uuid("person_id"), row.text("basis")),
                                        new Money(row.decimal("amount"), Currency.USD)),
                                """
                        select coalesce(order_id, invoice_id) subject, person_id, basis, sum(amount) amount from erp.commission_entries
                         where store_id = ? and basis in ('GROSS_PROFIT', 'UNIT', 'ACCESSORIES') group by 1, 2, 3 having sum(amount) <> 0
                        """,
                                shop.store));
        return sums;
    }

    static String key(UUID subject, UUID person, String basis) {
        return subject + " " + person + " " + basis;
    }

    static String key(UUID subject, Earning earning) {
        return key(subject, earning.person(), earning.basis().name());
    }

    private Map<UUID, OrderFacts> all() {
        Map<UUID, OrderFacts> facts = new HashMap<>();
        work.sql()
                .list(
                        this::order,
                        "select * from erp.service_orders where store_id = ? and delivered_at is not null",
                        work.store())
                .forEach(facts::putAll);
        work.sql()
                .list(
                        row -> row.uuid("id"),
                        "select id from erp.invoices where store_id = ? and order_id is null",
                        work.store())
                .forEach(id -> facts.put(
                        id, new OrderFacts(true, null, null, false, null, bills("i.id = ?", id), BigDecimal.ZERO)));
        return facts;
    }

    private Map<UUID, OrderFacts> order(Sql.Row row) {
        UUID id = row.uuid("id");
        Team alone = row.uuid("technician_id") == null ? null : Team.of(row.uuid("technician_id"));
        BigDecimal unbilled = work.sql()
                .first(
                        used -> used.decimal("cost"),
                        "select coalesce(sum((taken - billed) * unit_cost), 0) cost from erp.reservations where order_id = ?",
                        id)
                .orElseThrow();
        return Map.of(
                id,
                new OrderFacts(
                        false,
                        row.instant("delivered_at"),
                        row.uuid("delivered_by"),
                        row.text("priority").equals("WARRANTY"),
                        team(id).orElse(alone),
                        bills("i.order_id = ?", id),
                        unbilled));
    }

    private Optional<Team> team(UUID order) {
        return work.sql()
                .first(
                        row -> new Team(Team.Mode.valueOf(row.text("mode")), members(row.uuid("id"))),
                        "select id, mode from erp.commission_splits where order_id = ? order by ordinal desc limit 1",
                        order);
    }

    private List<Team.Member> members(UUID split) {
        return work.sql()
                .list(
                        row -> new Team.Member(row.uuid("person_id"), row.decimal("percent")),
                        "select person_id, percent from erp.commission_shares where split_id = ? order by position",
                        split);
    }

    private List<OrderFacts.Bill> bills(String which, UUID id) {
        return work.sql()
                .list(
                        row -> new OrderFacts.Bill(
                                row.text("status"),
                                row.instant("fully_paid_at"),
                                row.instant("credited_at"),
                                new Money(row.decimal("total"), Currency.USD),
                                row.bool("in_bolivares") ? received(row.uuid("id")) : null,
                                lines(row.uuid("id"))),
                        "select i.id, i.total, coalesce(i.policies ->> 'FX_SETTLEMENT' = 'VES_ANCHORED', false) in_bolivares, b.status, b.fully_paid_at, (select max(issued_at) from erp.notes n"
                                + " where n.invoice_id = i.id and n.kind = 'CREDIT') credited_at"
                                + " from erp.invoices i join erp.invoice_balances b on b.id = i.id where " + which,
                        id);
    }

    /** What the bolívares that came in, and were not taken back, were worth then; null when none came. */
    private Money received(UUID invoice) {
        return work
                .sql()
                .list(
                        row -> new Money(
                                row.decimal("value_ves").divide(row.decimal("rate"), 2, RoundingMode.HALF_UP),
                                Currency.USD),
                        "select d.value_ves, p.rate from erp.payments p join erp.payment_decisions d on d.payment_id = p.id"
                                + " where p.invoice_id = ? and d.decision = 'CONFIRMED'"
                                + " and p.id not in (select payment_id from erp.payment_reversals)",
                        invoice)
                .stream()
                .reduce(Money::plus)
                .orElse(null);
    }

    /** Of a subject that is not paid in full: how much is, and of how much; nothing where nothing was applied. */
    static Optional<Money[]> paidInPart(Workshop shop, UUID subject) {
        return Workshop.SHOP.work(
                Role.MANAGER,
                shop.store,
                work -> work.sql()
                        .first(
                                row -> new Money[] {
                                    new Money(row.decimal("applied"), Currency.USD),
                                    new Money(row.decimal("asked"), Currency.USD)
                                },
                                """
                select sum(d.applied) applied, max(i.total + b.debited - b.credited) asked from erp.invoices i
                  join erp.invoice_balances b on b.id = i.id and b.status in ('PENDING', 'PARTIAL')
                  join erp.payments p on p.invoice_id = i.id
                  join erp.payment_decisions d on d.payment_id = p.id and d.decision = 'CONFIRMED'
                 where ? in (i.order_id, i.id) and p.id not in (select payment_id from erp.payment_reversals)
                having sum(d.applied) > 0
                """,
                                subject));
    }

    private List<OrderFacts.Line> lines(UUID invoice) {
        return work.sql()
                .list(
                        row -> new OrderFacts.Line(
                                row.text("type"),
                                row.uuid("seller_id"),
                                new Money(row.decimal("net"), Currency.USD),
                                new Money(row.decimal("credited"), Currency.USD),
                                row.integer("quantity"),
                                row.integer("restocked"),
                                row.decimal("unit_cost")),
                        "select l.*, coalesce((select sum(n.net) from erp.note_lines n where n.invoice_line_id = l.id), 0) credited,"
                                + " coalesce((select sum(n.quantity) from erp.note_lines n where n.invoice_line_id = l.id"
                                + " and n.restocked), 0)::int restocked from erp.invoice_lines l where l.invoice_id = ?",
                        invoice);
    }

    /** Thirty-five for who repairs, ten for who sells, a dollar for a supervisor; nothing that a shop decided otherwise. */
    static Earning.Rates standard(UUID supervisor) {
        return (basis, person) -> switch (basis) {
            case GROSS_PROFIT -> new BigDecimal("35");
            case ACCESSORIES -> BigDecimal.TEN;
            case UNIT -> person.equals(supervisor) ? BigDecimal.ONE : null;
        };
    }
}
