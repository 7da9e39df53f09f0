package com.servistech.erp.billing.fiscal;

import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An issued document as it goes to a provider or onto paper: invoice, credit or debit note, fiscal or not. Everything in
 * it was frozen when it was issued. A delivery note is one too, without rate, taxes and amounts.
 *
 * @param trackingCode what its QR code carries and nobody can guess
 * @param controlNumber null until a provider has assigned it, and on non-fiscal documents
 * @param reason why there is a note; null on invoices
 * @param affected the invoice that a note corrects; null on invoices
 * @param igtf perceived, in USD and bolívares; null unless the document is about it
 * @param forms the lot of pre-printed forms that the control number is of; null where none was entered
 */
public record FiscalDocument(
        UUID id,
        String trackingCode,
        DocumentType type,
        String series,
        long ordinal,
        String number,
        String controlNumber,
        Instant issuedAt,
        LocalDate businessDay,
        Party issuer,
        String regime,
        Party store,
        Party customer,
        String reason,
        Affected affected,
        DocumentRate rate,
        String policyId,
        List<String> texts,
        List<Line> lines,
        Money subtotal,
        Money discount,
        List<Tax> taxes,
        Money total,
        Money totalVes,
        Igtf igtf,
        Forms forms) {

    /** Whether it says what anything costs. */
    public boolean isPriced() {
        return type != DocumentType.DELIVERY_NOTE;
    }

    /** A name with its document; the store's has none. */
    public record Party(String name, String document, String address, String phone) {}

    /** The invoice that a note is about. */
    public record Affected(
            String number,
            String series,
            long ordinal,
            String controlNumber,
            LocalDate businessDay,
            Money total,
            Money totalVes) {}

    /**
     * @param unitPrice null on notes, whose lines are parts of lines, like all amounts of a delivery note
     * @param discount of the line and its share of the document's
     */
    public record Line(
            String description,
            int quantity,
            Money unitPrice,
            Money discount,
            Money net,
            Money netVes,
            String taxCode,
            BigDecimal taxPercent) {

        /** Carries "(E)" on paper (PA SNAT/2011/00071 art. 13, 8). */
        public boolean isExempt() {
            return "E".equals(taxCode);
        }
    }

    /**
     * One rate of IVA with its base.
     *
     * @param parts what it is shown as: of a luxury good the general rate and the additional one, else itself
     */
    public record Tax(
            String code,
            BigDecimal percent,
            Money base,
            Money amount,
            Money baseVes,
            Money amountVes,
            List<TaxPart> parts) {}

    /** @param name GENERAL, ADDITIONAL... */
    public record TaxPart(String name, BigDecimal percent, Money amount, Money amountVes) {}

    public record Igtf(BigDecimal percent, Money amount, Money amountVes) {}

    /** Who printed the forms, as the law wants it named. */
    public record Forms(
            String prefix,
            long first,
            long last,
            String printerName,
            String printerRif,
            String authorisation,
            LocalDate printedOn) {}
}
