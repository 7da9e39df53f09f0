package com.servistech.erp.transfers;

import com.servistech.erp.inventory.Worth;
import com.servistech.erp.tenancy.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A store's own row of a transfer with its lines, locked while it is changed; also what the other store is told of it. */
record Transfer(
        UUID id,
        Side side,
        StoreId otherStore,
        TransferStatus status,
        boolean cancelAsked,
        String note,
        String reason,
        Person requested,
        Person sent,
        Person closed,
        int version,
        List<Line> lines) {

    /** Who did something and when; both null when nobody did it yet, the person null when the system did. */
    record Person(UUID id, Instant at) {}

    /** One part. @param worth of the pieces that were sent */
    record Line(UUID partId, int requested, int sent, int received, int returned, int lost, Worth worth) {

        Worth receivedWorth() {
            return first(received);
        }

        Worth returnedWorth() {
            return first(received + returned).minus(first(received));
        }

        Worth lostWorth() {
            return worth.minus(first(received + returned));
        }

        Line closed(int nowReceived, int nowReturned, int nowLost) {
            return new Line(partId, requested, sent, nowReceived, nowReturned, nowLost, worth);
        }

        private Worth first(int pieces) {
            return pieces == 0 ? Worth.NOTHING : worth.share(pieces, sent);
        }
    }
}
