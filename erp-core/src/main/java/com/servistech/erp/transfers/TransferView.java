package com.servistech.erp.transfers;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A transfer as the caller's store knows it; the other store has its own row under the same id.
 *
 * @param side whether parts leave or come
 * @param cancelAsked the caller's store wants it called off and the other has not answered yet
 * @param reason why it was called off, or why less arrived; null for none
 * @param value what the sent parts were worth on the shelf that they left; nothing before they are sent
 * @param closedAt when it was received or called off; null before
 */
public record TransferView(
        UUID id,
        Side side,
        UUID fromStoreId,
        UUID toStoreId,
        TransferStatus status,
        boolean cancelAsked,
        String note,
        String reason,
        UUID requestedBy,
        Instant requestedAt,
        UUID sentBy,
        Instant sentAt,
        UUID closedBy,
        Instant closedAt,
        Money value,
        Money valueVes,
        List<Line> lines,
        Instant updatedAt,
        int version) {

    /** One part: sent is always the sum of received, returned and lost once the transfer is closed. */
    public record Line(
            UUID partId,
            String sku,
            String name,
            int requested,
            int sent,
            int received,
            int returned,
            int lost,
            Money value,
            Money valueVes) {}
}
