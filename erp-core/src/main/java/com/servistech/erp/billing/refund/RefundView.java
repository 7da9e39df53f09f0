package com.servistech.erp.billing.refund;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A refund of a credit note.
 *
 * @param state REQUESTED, PAID or REFUSED
 * @param usd what it took off what the note owes; null until it is paid
 * @param rate bolívares for a dollar when it was paid; null until then
 * @param due what the note still owes
 * @param decidedBy who approved or refused it
 */
public record RefundView(
        UUID id,
        UUID noteId,
        String state,
        String method,
        Money amount,
        Money usd,
        BigDecimal rate,
        Money due,
        UUID requestedBy,
        Instant requestedAt,
        UUID decidedBy,
        String reason) {}
