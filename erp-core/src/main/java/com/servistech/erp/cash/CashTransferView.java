package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/** Cash that went between a drawer, the safe and a bank; see {@link NewTransfer}. */
public record CashTransferView(
        UUID id,
        UUID sessionId,
        NewTransfer.Kind kind,
        Money amount,
        UUID accountId,
        String reference,
        String reason,
        UUID movedBy,
        Instant movedAt) {}
