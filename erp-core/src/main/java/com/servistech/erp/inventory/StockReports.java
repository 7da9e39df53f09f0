package com.servistech.erp.inventory;

import com.servistech.erp.ledger.Account;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is running out, and what everything is worth. */
final class StockReports {

    private static final String LOW = """
            select p.id, p.sku, p.name, coalesce(s.on_hand, 0) on_hand, coalesce(s.on_hand - s.reserved, 0) available,
                   coalesce(s.minimum, p.minimum_stock) minimum
              from erp.parts p
              left join erp.stock s on s.store_id = ? and s.part_id = p.id
             where p.active and coalesce(s.on_hand - s.reserved, 0) < coalesce(s.minimum, p.minimum_stock) and p.sku > ?
             order by p.sku limit ?
            """;
    private static final String LINES = """
            select p.id, p.sku, p.name, m.pieces, m.value, m.value_ves
              from (select part_id, sum(quantity)::int pieces, sum(value) as value, sum(value_ves) value_ves
                      from erp.stock_movements where store_id = ? and business_day <= ? group by part_id
                    having sum(quantity) <> 0) m
              join erp.parts p on p.id = m.part_id order by p.sku
            """;
    private static final String BOOKED = """
            select coalesce(sum(l.amount), 0) amount, coalesce(sum(l.ves), 0) ves from erp.journal_lines l
              join erp.journal_entries e on e.store_id = l.store_id and e.id = l.entry_id
             where l.store_id = ? and l.account = ? and l.currency = 'USD' and e.business_day <= ?
            """;

    private final Work work;

    StockReports(Work work) {
        this.work = work;
    }

    Page<LowStock> low(Page.Request page) {
        List<LowStock> found = work.sql()
                .list(StockReports::low, LOW, work.store(), page.after().orElse(""), page.limit() + 1);
        return Page.of(found, page.limit(), LowStock::sku);
    }

    StockValuation valuation(LocalDate day) {
        List<StockValuation.Line> lines = work.sql().list(StockReports::line, LINES, work.store(), day);
        Worth booked = booked(Account.INVENTORY, day);
        Worth inTransit = booked(Account.GOODS_IN_TRANSIT, day);
        return new StockValuation(
                day,
                lines.stream().mapToInt(StockValuation.Line::onHand).sum(),
                lines.stream().map(StockValuation.Line::value).reduce(Money.zero(Currency.USD), Money::plus),
                lines.stream().map(StockValuation.Line::valueVes).reduce(Money.zero(Currency.VES), Money::plus),
                booked.usd(),
                booked.ves(),
                inTransit.usd(),
                inTransit.ves(),
                lines);
    }

    private Worth booked(Account account, LocalDate day) {
        return work.sql()
                .first(
                        row -> Worth.of(row.decimal("amount"), row.decimal("ves")),
                        BOOKED,
                        work.store(),
                        account.code(),
                        day)
                .orElseThrow();
    }

    private static StockValuation.Line line(Sql.Row row) {
        Worth worth = Worth.of(row.decimal("value"), row.decimal("value_ves"));
        int pieces = row.integer("pieces");
        BigDecimal unit = worth.unitCost(pieces);
        return new StockValuation.Line(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                pieces,
                Money.rounded(unit, Currency.USD),
                worth.usd(),
                worth.ves());
    }

    private static LowStock low(Sql.Row row) {
        int available = row.integer("available");
        int minimum = row.integer("minimum");
        return new LowStock(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                row.integer("on_hand"),
                available,
                minimum,
                minimum - available);
    }
}
