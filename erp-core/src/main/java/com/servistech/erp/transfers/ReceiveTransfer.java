package com.servistech.erp.transfers;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The parts arrive, once: what is received goes on the shelves at the worth with which it was sent; of what did not arrive
 * every piece is either on its way back or written off. Nothing stays open.
 */
public final class ReceiveTransfer {

    private final Work work;

    public ReceiveTransfer(Work work) {
        this.work = work;
    }

    /**
     * @throws Conflict {@code transfers.other-side} in the store that sent, {@code transfers.not-sent} when it is not on
     *     its way: not sent yet, received before or called off
     * @throws com.servistech.erp.error.Forbidden when something is written off by who may not approve it
     */
    public void receive(UUID id, Arrival arrival) {
        work.require(Permission.STOCK_MOVE);
        TransferRows rows = new TransferRows(work);
        Transfer transfer = rows.lock(id);
        requireOnItsWay(transfer);
        List<Transfer.Line> lines = checked(arrival, transfer);
        if (lines.stream().anyMatch(line -> line.lost() > 0)) {
            work.require(Permission.STOCK_APPROVE);
        }
        String reason = arrival.reason() == null || arrival.reason().isBlank()
                ? null
                : arrival.reason().strip();
        boolean nothing = lines.stream().allMatch(line -> line.received() == 0 && line.lost() == 0);
        new CloseTransfer(work)
                .close(transfer, lines, nothing ? TransferStatus.CANCELLED : TransferStatus.RECEIVED, reason, true);
        new Outbox(work)
                .add(
                        "transfers.received",
                        id,
                        Map.of("otherStore", transfer.otherStore().toString()));
    }

    static void requireOnItsWay(Transfer transfer) {
        if (transfer.side() != Side.IN) {
            throw new Conflict("transfers.other-side", "The other store receives these parts");
        } else if (transfer.status() != TransferStatus.SENT) {
            throw new Conflict("transfers.not-sent", "This transfer is " + transfer.status());
        }
    }

    private static List<Transfer.Line> checked(Arrival arrival, Transfer transfer) {
        Map<UUID, Arrival.Line> named = new HashMap<>();
        Problems problems = new Problems();
        if (arrival.lines() != null) {
            Map<UUID, Integer> sent = new HashMap<>();
            transfer.lines().forEach(line -> sent.put(line.partId(), line.sent()));
            Set<UUID> seen = new HashSet<>();
            for (int i = 0; i < arrival.lines().size(); i++) {
                Arrival.Line line = arrival.lines().get(i);
                check("/lines/" + i, line, sent, seen, problems);
                named.put(line.partId(), line);
            }
        }
        problems.refuseIfAny();
        List<Transfer.Line> lines = transfer.lines().stream()
                .map(line -> closed(line, named.get(line.partId())))
                .toList();
        boolean less = lines.stream().anyMatch(line -> line.received() < line.sent());
        if (less) {
            problems.required("/reason", arrival.reason(), 400);
        } else {
            problems.optional("/reason", arrival.reason(), 400);
        }
        problems.refuseIfAny();
        return lines;
    }

    private static Transfer.Line closed(Transfer.Line line, Arrival.Line arrived) {
        return arrived == null
                ? line.closed(line.sent(), 0, 0)
                : line.closed(arrived.received(), line.sent() - arrived.received() - arrived.lost(), arrived.lost());
    }

    private static void check(
            String at, Arrival.Line line, Map<UUID, Integer> sent, Set<UUID> seen, Problems problems) {
        Integer most = line.partId() == null ? null : sent.get(line.partId());
        if (most == null) {
            problems.add(at + "/partId", "transfers.no-line", "This part was not sent");
        } else if (!seen.add(line.partId())) {
            problems.add(at + "/partId", "transfers.part-twice", "This part is named already");
        } else if (line.received() < 0 || line.received() > most) {
            problems.add(at + "/received", "number.range", "Between 0 and the " + most + " that were sent");
        } else if (line.lost() < 0 || line.lost() > most - line.received()) {
            problems.add(
                    at + "/lost",
                    "number.range",
                    "Between 0 and the " + (most - line.received()) + " that are missing");
        }
    }
}
