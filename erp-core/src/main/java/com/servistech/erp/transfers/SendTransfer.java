package com.servistech.erp.transfers;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.Parcel;
import com.servistech.erp.inventory.Worth;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The parts leave the shelves of the sending store and are in transit from now on, at what they were worth there. */
public final class SendTransfer {

    private final Work work;

    public SendTransfer(Work work) {
        this.work = work;
    }

    /**
     * @param pieces what really goes, null for everything that was asked for; parts that are not named stay
     * @throws Conflict {@code inventory.insufficient-stock}, {@code transfers.other-side} in the store that receives, or
     *     {@code transfers.not-requested} when it was sent or called off before
     */
    public void send(UUID id, List<NewTransfer.Pieces> pieces) {
        work.require(Permission.STOCK_MOVE);
        TransferRows rows = new TransferRows(work);
        Transfer transfer = rows.lock(id);
        Map<UUID, Integer> sent = checked(pieces, transfer);
        if (transfer.side() != Side.OUT) {
            throw new Conflict("transfers.other-side", "The other store sends these parts");
        } else if (transfer.status() != TransferStatus.REQUESTED) {
            throw new Conflict("transfers.not-requested", "This transfer is " + transfer.status() + " already");
        }
        Map<UUID, Worth> worth = new HashMap<>();
        for (Parcel parcel : new Inventory(work).sendAway(new TreeMap<>(sent), id)) {
            worth.put(parcel.partId(), parcel.worth());
        }
        List<Transfer.Line> lines = transfer.lines().stream()
                .map(line -> new Transfer.Line(
                        line.partId(),
                        line.requested(),
                        sent.getOrDefault(line.partId(), 0),
                        0,
                        0,
                        0,
                        worth.getOrDefault(line.partId(), Worth.NOTHING)))
                .toList();
        rows.update(
                new Transfer(
                        id,
                        transfer.side(),
                        transfer.otherStore(),
                        TransferStatus.SENT,
                        false,
                        transfer.note(),
                        null,
                        transfer.requested(),
                        new Transfer.Person(work.user().orElse(null), work.now()),
                        transfer.closed(),
                        transfer.version(),
                        lines),
                true);
        new Outbox(work)
                .add(
                        "transfers.sent",
                        id,
                        Map.of("otherStore", transfer.otherStore().toString()));
    }

    private static Map<UUID, Integer> checked(List<NewTransfer.Pieces> pieces, Transfer transfer) {
        Map<UUID, Integer> sent = new HashMap<>();
        Map<UUID, Integer> requested = new HashMap<>();
        transfer.lines().forEach(line -> requested.put(line.partId(), line.requested()));
        if (pieces == null) {
            return requested;
        }
        Problems problems = new Problems();
        NewTransfer.check(pieces, problems);
        problems.refuseIfAny();
        for (int i = 0; i < pieces.size(); i++) {
            Integer most = requested.get(pieces.get(i).partId());
            if (most == null) {
                problems.add("/lines/" + i + "/partId", "transfers.no-line", "Nobody asked for this part");
            } else if (pieces.get(i).quantity() > most) {
                problems.add(
                        "/lines/" + i + "/quantity", "number.range", "At most the " + most + " that were asked for");
            } else {
                sent.put(pieces.get(i).partId(), pieces.get(i).quantity());
            }
        }
        problems.refuseIfAny();
        return sent;
    }
}
