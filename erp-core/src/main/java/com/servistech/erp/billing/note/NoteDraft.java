package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * A note computed, before it is numbered.
 *
 * @param causeId the payment that brought it about; null otherwise
 * @param texts what it says in words, in Spanish
 */
record NoteDraft(
        NoteKind kind,
        NoteConcept concept,
        UUID causeId,
        DocumentRate rate,
        String reason,
        List<String> texts,
        List<Line> lines,
        List<TaxGroup> taxes,
        Money net,
        Money netVes,
        Money total,
        Money totalVes) {

    /** @param original the line that comes back; null on what is new */
    record Line(
            OriginalLine original,
            String description,
            int quantity,
            Money net,
            Money netVes,
            TaxRate rate,
            boolean restocked) {

        UUID invoiceLineId() {
            return original == null ? null : original.id();
        }

        UUID partId() {
            return original == null ? null : original.partId();
        }

        BigDecimal unitCost() {
            return original == null ? null : original.unitCost();
        }
    }
}
