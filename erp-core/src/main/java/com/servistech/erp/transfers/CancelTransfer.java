package com.servistech.erp.transfers;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Calls a transfer off. The store that decides at this moment does it at once: the sending one before the parts leave,
 * the receiving one (which refuses them) afterwards, and then they go back. The other one asks for it and is answered.
 */
public final class CancelTransfer {

    private final Work work;

    public CancelTransfer(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code transfers.closed} when it was received or called off before */
    public void cancel(UUID id, String reason) {
        work.require(Permission.STOCK_MOVE);
        Problems problems = new Problems();
        String why = problems.required("/reason", reason, 400);
        problems.refuseIfAny();
        Transfer transfer = new TransferRows(work).lock(id);
        if (transfer.status() == TransferStatus.RECEIVED || transfer.status() == TransferStatus.CANCELLED) {
            throw new Conflict("transfers.closed", "This transfer is " + transfer.status() + " already");
        }
        boolean decides = transfer.side() == (transfer.status() == TransferStatus.REQUESTED ? Side.OUT : Side.IN);
        if (decides) {
            new CloseTransfer(work).close(transfer, back(transfer.lines()), TransferStatus.CANCELLED, why, true);
        } else {
            ask(transfer, why);
        }
        new Outbox(work)
                .add(
                        decides ? "transfers.cancelled" : "transfers.cancel-asked",
                        id,
                        Map.of("otherStore", transfer.otherStore().toString()));
    }

    /** Everything that was sent goes back. */
    static List<Transfer.Line> back(List<Transfer.Line> lines) {
        return lines.stream().map(line -> line.closed(0, line.sent(), 0)).toList();
    }

    private void ask(Transfer transfer, String why) {
        new TransferRows(work)
                .update(
                        new Transfer(
                                transfer.id(),
                                transfer.side(),
                                transfer.otherStore(),
                                transfer.status(),
                                true,
                                transfer.note(),
                                why,
                                transfer.requested(),
                                transfer.sent(),
                                transfer.closed(),
                                transfer.version(),
                                transfer.lines()),
                        true);
    }
}
