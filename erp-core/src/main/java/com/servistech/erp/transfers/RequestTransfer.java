package com.servistech.erp.transfers;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.Worth;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes down that parts should go from one store to another; nothing leaves a shelf yet. Either store may ask. */
public final class RequestTransfer {

    private record OtherStore(UUID issuer, boolean active) {}

    private final Work work;

    public RequestTransfer(Work work) {
        this.work = work;
    }

    /**
     * @throws Invalid also {@code transfers.not-own-store} when the caller's store is neither of the two
     * @throws Conflict {@code transfers.other-issuer}: between two taxpayers goods are sold, not transferred
     */
    public UUID request(NewTransfer input) {
        work.require(Permission.STOCK_MOVE);
        input.check();
        UUID own = work.store().value();
        if (!own.equals(input.fromStoreId()) && !own.equals(input.toStoreId())) {
            throw Invalid.at("/fromStoreId", "transfers.not-own-store", "One of the two stores is the caller's own");
        }
        Side side = own.equals(input.fromStoreId()) ? Side.OUT : Side.IN;
        UUID other = side == Side.OUT ? input.toStoreId() : input.fromStoreId();
        requireSister(other, side == Side.OUT ? "/toStoreId" : "/fromStoreId");
        requireParts(input.lines());
        UUID id = work.newId();
        List<Transfer.Line> lines = input.lines().stream()
                .map(line -> new Transfer.Line(line.partId(), line.quantity(), 0, 0, 0, 0, Worth.NOTHING))
                .toList();
        String note = input.note() == null || input.note().isBlank()
                ? null
                : input.note().strip();
        Transfer.Person nobody = new Transfer.Person(null, null);
        new TransferRows(work)
                .insert(
                        new Transfer(
                                id,
                                side,
                                new StoreId(other),
                                TransferStatus.REQUESTED,
                                false,
                                note,
                                null,
                                new Transfer.Person(work.user().orElse(null), work.now()),
                                nobody,
                                nobody,
                                1,
                                lines),
                        true);
        new Outbox(work).add("transfers.requested", id, Map.of("otherStore", other.toString()));
        return id;
    }

    private void requireSister(UUID other, String pointer) {
        Map<UUID, OtherStore> stores = new HashMap<>();
        work.sql()
                .list(
                        row -> stores.put(row.uuid("id"), new OtherStore(row.uuid("issuer_id"), row.bool("active"))),
                        "select id, issuer_id, active from erp.stores where id in (?, ?)",
                        work.store(),
                        other);
        OtherStore found = stores.get(other);
        if (found == null || !found.active()) {
            throw Invalid.at(pointer, "transfers.no-store", "There is no such open store");
        }
        if (!found.issuer().equals(stores.get(work.store().value()).issuer())) {
            throw new Conflict(
                    "transfers.other-issuer",
                    "The other store belongs to another taxpayer: that takes an invoice and not a transfer");
        }
    }

    private void requireParts(List<NewTransfer.Pieces> lines) {
        Problems problems = new Problems();
        Inventory inventory = new Inventory(work);
        for (int i = 0; i < lines.size(); i++) {
            if (!inventory.knows(lines.get(i).partId())) {
                problems.add("/lines/" + i + "/partId", "inventory.not-found", "There is no such part");
            }
        }
        problems.refuseIfAny();
    }
}
