package com.servistech.erp.commissions.explain;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** The lines that an entry was computed from: invoice lines never change, and notes of later do not count. */
final class OrderLines {

    private static final String LINES = """
            select i.number, l.position, l.description, l.quantity, l.net, l.unit_cost, coalesce(n.net, 0) credited, coalesce(n.restocked, 0)::int restocked
              from erp.invoices i
              join erp.invoice_lines l on l.store_id = i.store_id and l.invoice_id = i.id
              left join lateral (select sum(b.net) net, sum(b.quantity) filter (where b.restocked) restocked
                  from erp.note_lines b join erp.notes n on n.store_id = b.store_id and n.id = b.note_id
                 where b.store_id = l.store_id and b.invoice_line_id = l.id and n.kind = 'CREDIT' and n.issued_at <= ?) n on true
             where i.store_id = ? and (i.order_id = ? or i.id = ?) and (l.type = 'ACCESSORY') = ? and (?::uuid is null or l.seller_id = ?::uuid)
             order by i.number, l.position
            """;

    private static final String UNBILLED = """
            select p.name, r.taken - r.billed quantity, r.unit_cost from erp.reservations r join erp.parts p on p.id = r.part_id
             where r.store_id = ? and r.order_id = ? and r.taken > r.billed order by r.id
            """;

    private final Work work;

    OrderLines(Work work) {
        this.work = work;
    }

    /** @param seller whose accessories; null for the lines of a repair */
    void of(UUID subject, boolean accessories, Instant until, UUID seller, Reasons reasons) {
        work.sql()
                .list(
                        row -> line(row, reasons),
                        LINES,
                        until,
                        work.store(),
                        subject,
                        subject,
                        accessories,
                        seller,
                        seller);
        if (!accessories) {
            work.sql().list(row -> unbilled(row, reasons), UNBILLED, work.store(), subject);
        }
    }

    private static Void line(Sql.Row row, Reasons reasons) {
        Money net = usd(row.decimal("net"));
        Money left = net.minus(usd(row.decimal("credited")));
        BigDecimal unit = row.decimal("unit_cost");
        int pieces = row.integer("quantity") - row.integer("restocked");
        String cost = unit == null ? "0.00" : Reasons.plain(unit.multiply(BigDecimal.valueOf(pieces)));
        reasons.step(
                "LINE",
                "/invoices/" + row.text("number") + "/lines/" + (row.integer("position") - 1),
                "net − credited; unitCost × (quantity − restocked)",
                Reasons.figures(
                        "net",
                        net,
                        "credited",
                        usd(row.decimal("credited")),
                        "quantity",
                        row.integer("quantity"),
                        "restocked",
                        row.integer("restocked"),
                        "unitCost",
                        unit),
                null,
                left,
                "%s: neto %s, costo %s.".formatted(row.text("description"), left, cost),
                "%s: net %s, cost %s.".formatted(row.text("description"), left, cost));
        return null;
    }

    private static Void unbilled(Sql.Row row, Reasons reasons) {
        Money cost = Money.rounded(
                row.decimal("unit_cost").multiply(BigDecimal.valueOf(row.integer("quantity"))), Currency.USD);
        reasons.step(
                "PART_NOT_BILLED",
                "",
                "unitCost × quantity",
                Reasons.figures("quantity", row.integer("quantity"), "unitCost", row.decimal("unit_cost")),
                null,
                cost,
                "%s: %d usado y no facturado, costo %s.".formatted(row.text("name"), row.integer("quantity"), cost),
                "%s: %d used and not billed, cost %s.".formatted(row.text("name"), row.integer("quantity"), cost));
        return null;
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount, Currency.USD);
    }
}
