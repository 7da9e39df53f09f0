package com.servistech.erp.transfers;

import com.servistech.erp.inventory.Worth;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads transfers with their lines, one statement however many there are. */
final class TransferBook {

    private static final String PAGE = """
            with page as (select * from erp.transfers t where %s)
            select t.*, l.part_id, p.sku, p.name, l.requested, l.sent, l.received, l.returned, l.lost, l.value, l.value_ves
              from page t join erp.transfer_lines l on l.store_id = t.store_id and l.transfer_id = t.id
              join erp.parts p on p.id = l.part_id
             order by t.id desc, t.store_id, p.sku
            """;
    private static final String LISTED = """
            t.store_id = ? and t.id < ? and (?::text is null or t.side = ?::text)
               and (?::text is null or t.status = ?::text) and (?::timestamptz is null or t.updated_at >= ?::timestamptz)
             order by t.id desc limit ?""";

    private final Work work;

    TransferBook(Work work) {
        this.work = work;
    }

    /** @throws com.servistech.erp.error.NotFound {@code transfers.not-found} */
    TransferView get(UUID id) {
        List<TransferView> found = read(PAGE.formatted("t.store_id = ? and t.id = ?"), work.store(), id);
        if (found.isEmpty()) {
            throw TransferRows.notFound();
        }
        return found.get(0);
    }

    Page<TransferView> list(TransferQuery query) {
        List<TransferView> found = read(
                PAGE.formatted(LISTED),
                work.store(),
                query.page().beforeId(),
                query.side(),
                query.side(),
                query.status(),
                query.status(),
                query.updatedSince(),
                query.updatedSince(),
                query.page().limit() + 1);
        return Page.of(found, query.page().limit(), transfer -> transfer.id().toString());
    }

    private List<TransferView> read(String sql, Object... parameters) {
        Map<UUID, List<TransferView.Line>> lines = new LinkedHashMap<>();
        Map<UUID, TransferView> transfers = new LinkedHashMap<>();
        work.sql()
                .list(
                        row -> {
                            lines.computeIfAbsent(row.uuid("id"), id -> new ArrayList<>())
                                    .add(line(row));
                            return transfers.computeIfAbsent(row.uuid("id"), id -> transfer(row, lines.get(id)));
                        },
                        sql,
                        parameters);
        return transfers.values().stream().map(TransferBook::summed).toList();
    }

    private static TransferView summed(TransferView t) {
        Worth sent = t.lines().stream()
                .map(line -> new Worth(line.value(), line.valueVes()))
                .reduce(Worth.NOTHING, Worth::plus);
        return new TransferView(
                t.id(),
                t.side(),
                t.fromStoreId(),
                t.toStoreId(),
                t.status(),
                t.cancelAsked(),
                t.note(),
                t.reason(),
                t.requestedBy(),
                t.requestedAt(),
                t.sentBy(),
                t.sentAt(),
                t.closedBy(),
                t.closedAt(),
                sent.usd(),
                sent.ves(),
                List.copyOf(t.lines()),
                t.updatedAt(),
                t.version());
    }

    private static TransferView transfer(Sql.Row row, List<TransferView.Line> lines) {
        Side side = Side.valueOf(row.text("side"));
        UUID own = row.uuid("store_id");
        UUID other = row.uuid("other_store_id");
        return new TransferView(
                row.uuid("id"),
                side,
                side == Side.OUT ? own : other,
                side == Side.OUT ? other : own,
                TransferStatus.valueOf(row.text("status")),
                row.bool("cancel_asked"),
                row.text("note"),
                row.text("reason"),
                row.uuid("requested_by"),
                row.instant("requested_at"),
                row.uuid("sent_by"),
                row.instant("sent_at"),
                row.uuid("closed_by"),
                row.instant("closed_at"),
                Worth.NOTHING.usd(),
                Worth.NOTHING.ves(),
                lines,
                row.instant("updated_at"),
                row.integer("version"));
    }

    private static TransferView.Line line(Sql.Row row) {
        Worth worth = Worth.of(row.decimal("value"), row.decimal("value_ves"));
        return new TransferView.Line(
                row.uuid("part_id"),
                row.text("sku"),
                row.text("name"),
                row.integer("requested"),
                row.integer("sent"),
                row.integer("received"),
                row.integer("returned"),
                row.integer("lost"),
                worth.usd(),
                worth.ves());
    }
}
