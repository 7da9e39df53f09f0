package com.servistech.erp.transfers;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;

/**
 * What the other store did reaches this one. Each step is only ever taken forward, so news that come twice, late or in the
 * wrong order change nothing that they should not.
 */
final class HearNews {

    private final Work work;
    private final TransferRows rows;

    HearNews(Work work) {
        this.work = work;
        this.rows = new TransferRows(work);
    }

    void hear(TransferNews news) {
        if (!(work.caller() instanceof SystemCaller) || !work.store().equals(news.to())) {
            throw new Forbidden("access.forbidden", "Only the system carries news between stores");
        }
        Transfer theirs = news.transfer();
        rows.insert(
                new Transfer(
                        theirs.id(),
                        theirs.side().other(),
                        news.from(),
                        TransferStatus.REQUESTED,
                        false,
                        theirs.note(),
                        null,
                        theirs.requested(),
                        theirs.sent(),
                        theirs.closed(),
                        1,
                        theirs.lines()),
                false);
        Transfer own = rows.lock(theirs.id());
        if (own.side() == Side.OUT) {
            fromReceiver(own, theirs);
        } else {
            fromSender(own, theirs);
        }
    }

    /** Before the parts leave, this store decides; afterwards it follows. */
    private void fromReceiver(Transfer own, Transfer theirs) {
        if (own.status() == TransferStatus.REQUESTED && theirs.cancelAsked()) {
            close(own, own.lines(), TransferStatus.CANCELLED, theirs.reason(), true);
        } else if (own.status() == TransferStatus.SENT && theirs.status() == TransferStatus.RECEIVED
                || own.status() == TransferStatus.SENT && theirs.status() == TransferStatus.CANCELLED) {
            close(own, theirs.lines(), theirs.status(), theirs.reason(), false);
        }
    }

    /** Once the parts have left, this store decides. */
    private void fromSender(Transfer own, Transfer theirs) {
        if (own.status() == TransferStatus.REQUESTED && theirs.status() == TransferStatus.CANCELLED) {
            close(own, own.lines(), TransferStatus.CANCELLED, theirs.reason(), false);
        } else if (own.status() == TransferStatus.REQUESTED && theirs.status() == TransferStatus.SENT) {
            sent(own, theirs);
            new Outbox(work)
                    .add(
                            "transfers.arriving",
                            own.id(),
                            Map.of("otherStore", own.otherStore().toString()));
        }
        Transfer now = rows.lock(own.id());
        if (now.status() == TransferStatus.SENT && theirs.cancelAsked()) {
            close(now, CancelTransfer.back(now.lines()), TransferStatus.CANCELLED, theirs.reason(), true);
        }
    }

    private void sent(Transfer own, Transfer theirs) {
        rows.update(
                new Transfer(
                        own.id(),
                        own.side(),
                        own.otherStore(),
                        TransferStatus.SENT,
                        false,
                        own.note(),
                        null,
                        own.requested(),
                        theirs.sent(),
                        own.closed(),
                        own.version(),
                        theirs.lines()),
                false);
    }

    private void close(Transfer own, List<Transfer.Line> lines, TransferStatus status, String reason, boolean untold) {
        new CloseTransfer(work).close(own, lines, status, reason, untold);
        new Outbox(work)
                .add(
                        status == TransferStatus.RECEIVED ? "transfers.received" : "transfers.cancelled",
                        own.id(),
                        Map.of("otherStore", own.otherStore().toString()));
    }
}
