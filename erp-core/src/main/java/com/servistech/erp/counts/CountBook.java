package com.servistech.erp.counts;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads counts. What is written down is shown only once nobody counts any more. */
final class CountBook {

    private static final String LINES = """
            select l.part_id, p.sku, p.name, l.counted, l.counted_by, l.counted_at, l.value,
                   case when c.status = 'OPEN' then null else l.expected end expected
              from erp.stock_count_lines l join erp.parts p on p.id = l.part_id
              join erp.stock_counts c on c.store_id = l.store_id and c.id = l.count_id
             where l.store_id = ? and l.count_id = ? order by p.sku
            """;

    private final Work work;

    CountBook(Work work) {
        this.work = work;
    }

    /** @throws com.servistech.erp.error.NotFound {@code counts.not-found} */
    CountView get(UUID id) {
        List<CountView.Line> lines = work.sql().list(CountBook::line, LINES, work.store(), id);
        return work.sql()
                .first(
                        row -> count(row, lines),
                        "select * from erp.stock_counts where store_id = ? and id = ?",
                        work.store(),
                        id)
                .orElseThrow(CountRows::notFound);
    }

    /** Newest first, without their lines. */
    Page<CountView> list(CountStatus status, Page.Request page) {
        List<CountView> found = work.sql()
                .list(
                        row -> count(row, List.of()),
                        "select * from erp.stock_counts where store_id = ? and id < ?"
                                + " and (?::text is null or status = ?::text) order by id desc limit ?",
                        work.store(),
                        page.beforeId(),
                        status,
                        status,
                        page.limit() + 1);
        return Page.of(found, page.limit(), count -> count.id().toString());
    }

    private static CountView count(Sql.Row row, List<CountView.Line> lines) {
        return new CountView(
                row.uuid("id"),
                row.text("name"),
                CountStatus.valueOf(row.text("status")),
                row.uuid("opened_by"),
                row.instant("opened_at"),
                row.uuid("submitted_by"),
                row.instant("submitted_at"),
                row.uuid("decided_by"),
                row.instant("decided_at"),
                row.text("reason"),
                usd(row, "off_usd"),
                lines,
                row.instant("updated_at"),
                row.integer("version"));
    }

    private static CountView.Line line(Sql.Row row) {
        Integer counted = number(row, "counted");
        Integer expected = number(row, "expected");
        return new CountView.Line(
                row.uuid("part_id"),
                row.text("sku"),
                row.text("name"),
                counted,
                row.uuid("counted_by"),
                row.instant("counted_at"),
                expected,
                counted == null || expected == null ? null : counted - expected,
                usd(row, "value"));
    }

    private static Integer number(Sql.Row row, String column) {
        return row.text(column) == null ? null : Integer.valueOf(row.text(column));
    }

    private static Money usd(Sql.Row row, String column) {
        return row.decimal(column) == null ? null : new Money(row.decimal(column), Currency.USD);
    }
}
