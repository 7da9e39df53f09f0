package com.servistech.erp.transfers;

import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.Parcel;
import com.servistech.erp.inventory.Worth;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.function.Function;

/**
 * Ends a transfer in one of its stores. The receiving store puts what arrived on its shelves, owing it to the other; the
 * sending store takes back what returns and clears what it had in transit.
 */
final class CloseTransfer {

    private final Work work;

    CloseTransfer(Work work) {
        this.work = work;
    }

    /** @param untold whether the other store must hear of it */
    void close(Transfer transfer, List<Transfer.Line> lines, TransferStatus status, String reason, boolean untold) {
        if (transfer.side() == Side.IN) {
            new Inventory(work)
                    .bringIn(parcels(lines, Transfer.Line::received, Transfer.Line::receivedWorth), transfer.id());
        } else if (transfer.status() == TransferStatus.SENT) {
            new Inventory(work)
                    .bringBack(parcels(lines, Transfer.Line::returned, Transfer.Line::returnedWorth), transfer.id());
            clearTransit(transfer, lines);
        }
        new TransferRows(work)
                .update(
                        new Transfer(
                                transfer.id(),
                                transfer.side(),
                                transfer.otherStore(),
                                status,
                                false,
                                transfer.note(),
                                reason,
                                transfer.requested(),
                                transfer.sent(),
                                new Transfer.Person(work.user().orElse(null), work.now()),
                                transfer.version(),
                                lines),
                        untold);
    }

    private void clearTransit(Transfer transfer, List<Transfer.Line> lines) {
        Worth received = sum(lines, Transfer.Line::receivedWorth);
        Worth lost = sum(lines, Transfer.Line::lostWorth);
        Worth gone = received.plus(lost);
        if (!gone.isNothing()) {
            new Ledger(work)
                    .post(new JournalEntry("TRANSFER_CLOSED", transfer.id())
                            .debit(Account.BETWEEN_STORES, received.usd(), received.ves())
                            .debit(Account.STOCK_DIFFERENCES, lost.usd(), lost.ves())
                            .credit(Account.GOODS_IN_TRANSIT, gone.usd(), gone.ves()));
        }
    }

    private static Worth sum(List<Transfer.Line> lines, Function<Transfer.Line, Worth> part) {
        return lines.stream().map(part).reduce(Worth.NOTHING, Worth::plus);
    }

    private static List<Parcel> parcels(
            List<Transfer.Line> lines, Function<Transfer.Line, Integer> pieces, Function<Transfer.Line, Worth> worth) {
        return lines.stream()
                .map(line -> new Parcel(line.partId(), pieces.apply(line), worth.apply(line)))
                .toList();
    }
}
