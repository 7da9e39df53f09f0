package com.servistech.erp.commissions.debit;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A charge and what became of it.
 *
 * @param state PROPOSED, APPROVED, REFUSED or REVERSED
 * @param charged what the approval charged, no more than the store's cap; null before
 * @param reworkPersonId who was paid for doing it again
 * @param fileIds pictures and papers that show it
 * @param failedChecks quality checks of the order that were failed
 * @param answerUntil the last day on which the person's answer is waited for
 */
public record DebitView(
        UUID id,
        UUID personId,
        UUID orderId,
        String cause,
        Money amount,
        String description,
        List<String> evidence,
        List<UUID> fileIds,
        List<UUID> failedChecks,
        UUID reworkPersonId,
        Money reworkAmount,
        String state,
        Money charged,
        LocalDate answerUntil,
        List<String> answers,
        UUID proposedBy,
        Instant proposedAt,
        UUID decidedBy,
        Instant decidedAt,
        String note) {}
