package com.servistech.erp.billing.explain;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The derivation of every amount of an invoice, or of one payment.
 *
 * @param id of the invoice or payment
 * @param number of the document; null for a payment
 * @param policyId which switches it was made under
 * @param policies those switches
 * @param rate the observation that it is valued by
 */
public record Explanation(
        UUID id, String number, String policyId, Map<String, String> policies, Observation rate, List<Step> steps) {

    /**
     * Where the rate comes from.
     *
     * @param reason why this rate and no other
     * @param evidenceSha256 over what the bank's page said; null for rates entered by hand or imported
     */
    public record Observation(
            UUID id,
            String source,
            BigDecimal rate,
            LocalDate valueDate,
            Instant observedAt,
            boolean provisional,
            String reason,
            String evidenceSha256) {}

    /**
     * One step.
     *
     * @param code what kind of step, for programs
     * @param about the line, tax, note or payment that it is about; empty for the document
     * @param formula over the names of the inputs
     * @param inputs figures as they were used
     * @param exact before rounding; null where nothing was rounded
     * @param result what was frozen; null where the step is no amount
     */
    public record Step(
            String code,
            String about,
            String formula,
            Map<String, String> inputs,
            BigDecimal exact,
            Money result,
            String es,
            String en) {}
}
