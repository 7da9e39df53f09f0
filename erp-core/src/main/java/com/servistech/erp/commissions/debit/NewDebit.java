package com.servistech.erp.commissions.debit;

import com.servistech.erp.money.Money;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * A charge that somebody proposes.
 *
 * @param orderId what it is about; null where it is about no order
 * @param cause a word in capitals: HUMAN_ERROR, LOST_PART
 * @param amount USD, positive
 * @param description what happened
 * @param evidence what shows it, in words; the failed checks of the order stand beside it anyway
 * @param fileIds pictures and papers that show it, as the store keeps them
 * @param rework who does the work again for pay; null where nobody or the same person does
 */
public record NewDebit(
        UUID personId,
        UUID orderId,
        String cause,
        Money amount,
        String description,
        List<String> evidence,
        List<UUID> fileIds,
        Redone rework) {

    /** @param amount USD, credited to the other person with the debit's approval (C12) */
    public record Redone(UUID personId, Money amount) {}

    public NewDebit {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        fileIds = fileIds == null ? List.of() : List.copyOf(new LinkedHashSet<>(fileIds));
    }

    /** Without a picture. */
    public NewDebit(
            UUID personId,
            UUID orderId,
            String cause,
            Money amount,
            String description,
            List<String> evidence,
            Redone rework) {
        this(personId, orderId, cause, amount, description, evidence, null, rework);
    }
}
