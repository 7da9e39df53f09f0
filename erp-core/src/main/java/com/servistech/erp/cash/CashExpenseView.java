package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/** Something that was bought out of a drawer. */
public record CashExpenseView(
        UUID id,
        UUID sessionId,
        Money amount,
        String category,
        String description,
        String receipt,
        UUID receiptFileId,
        UUID spentBy,
        Instant spentAt) {}
