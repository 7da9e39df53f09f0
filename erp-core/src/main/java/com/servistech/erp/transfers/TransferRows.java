package com.servistech.erp.transfers;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.inventory.Worth;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code transfers} and {@code transfer_lines} of one store. */
final class TransferRows {

    private static final String INSERT = """
            insert into erp.transfers (store_id, id, side, other_store_id, status, note, requested_by, requested_at, untold, updated_at)
            values (?, ?, ?, ?, 'REQUESTED', ?, ?::uuid, ?, ?, ?) on conflict (store_id, id) do nothing
            """;
    private static final String INSERT_LINE = """
            insert into erp.transfer_lines (store_id, id, transfer_id, part_id, requested) values (?, ?, ?, ?, ?)
            on conflict (store_id, transfer_id, part_id) do nothing
            """;
    private static final String UPDATE = """
            update erp.transfers set status = ?, cancel_asked = ?, reason = ?, sent_by = ?::uuid, sent_at = ?::timestamptz,
                   closed_by = ?::uuid, closed_at = ?::timestamptz, untold = ?, updated_at = ?, version = version + 1
             where store_id = ? and id = ?
            """;
    private static final String UPDATE_LINE = """
            update erp.transfer_lines set sent = ?, received = ?, returned = ?, lost = ?, value = ?, value_ves = ?
             where store_id = ? and transfer_id = ? and part_id = ?
            """;
    private static final String TRANSFER = "select * from erp.transfers where store_id = ? and id = ?";

    private final Work work;

    TransferRows(Work work) {
        this.work = work;
    }

    /** Also when it is there already: then nothing happens. */
    void insert(Transfer transfer, boolean untold) {
        work.sql()
                .update(
                        INSERT,
                        work.store(),
                        transfer.id(),
                        transfer.side(),
                        transfer.otherStore(),
                        transfer.note(),
                        transfer.requested().id(),
                        transfer.requested().at(),
                        untold,
                        work.now());
        for (Transfer.Line line : transfer.lines()) {
            work.sql().update(INSERT_LINE, work.store(), work.newId(), transfer.id(), line.partId(), line.requested());
        }
    }

    /** @throws NotFound {@code transfers.not-found} */
    Transfer lock(UUID id) {
        return find(id, TRANSFER + " for update").orElseThrow(TransferRows::notFound);
    }

    Optional<Transfer> find(UUID id) {
        return find(id, TRANSFER);
    }

    private Optional<Transfer> find(UUID id, String sql) {
        return work.sql()
                .first(row -> row.text("side"), sql, work.store(), id)
                .flatMap(locked -> work.sql()
                        // lines are read once the row is locked
                        .first(row -> transfer(row, lines(id)), TRANSFER, work.store(), id));
    }

    /** Ids of what the other store has not heard yet, oldest first. */
    List<UUID> untold() {
        return work.sql()
                .list(
                        row -> row.uuid("id"),
                        "select id from erp.transfers where store_id = ? and untold order by id",
                        work.store());
    }

    /** @param untold whether the other store must hear of it */
    void update(Transfer transfer, boolean untold) {
        work.sql()
                .update(
                        UPDATE,
                        transfer.status(),
                        transfer.cancelAsked(),
                        transfer.reason(),
                        transfer.sent().id(),
                        transfer.sent().at(),
                        transfer.closed().id(),
                        transfer.closed().at(),
                        untold,
                        work.now(),
                        work.store(),
                        transfer.id());
        for (Transfer.Line line : transfer.lines()) {
            work.sql()
                    .update(
                            UPDATE_LINE,
                            line.sent(),
                            line.received(),
                            line.returned(),
                            line.lost(),
                            line.worth().usd().amount(),
                            line.worth().ves().amount(),
                            work.store(),
                            transfer.id(),
                            line.partId());
        }
    }

    /** The other store has heard of it, unless it changed again meanwhile. */
    void told(UUID id, int version) {
        work.sql()
                .update(
                        "update erp.transfers set untold = false where store_id = ? and id = ? and version = ? and untold",
                        work.store(),
                        id,
                        version);
    }

    private List<Transfer.Line> lines(UUID id) {
        return work.sql()
                .list(
                        row -> new Transfer.Line(
                                row.uuid("part_id"),
                                row.integer("requested"),
                                row.integer("sent"),
                                row.integer("received"),
                                row.integer("returned"),
                                row.integer("lost"),
                                Worth.of(row.decimal("value"), row.decimal("value_ves"))),
                        "select * from erp.transfer_lines where store_id = ? and transfer_id = ? order by part_id",
                        work.store(),
                        id);
    }

    private static Transfer transfer(Sql.Row row, List<Transfer.Line> lines) {
        return new Transfer(
                row.uuid("id"),
                Side.valueOf(row.text("side")),
                new StoreId(row.uuid("other_store_id")),
                TransferStatus.valueOf(row.text("status")),
                row.bool("cancel_asked"),
                row.text("note"),
                row.text("reason"),
                new Transfer.Person(row.uuid("requested_by"), row.instant("requested_at")),
                new Transfer.Person(row.uuid("sent_by"), row.instant("sent_at")),
                new Transfer.Person(row.uuid("closed_by"), row.instant("closed_at")),
                row.integer("version"),
                lines);
    }

    static NotFound notFound() {
        return new NotFound("transfers.not-found", "There is no such transfer");
    }
}
