package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A credit or debit note; its amounts are positive.
 *
 * @param controlNumber null until a provider has assigned it, and on non-fiscal notes
 * @param documentState ISSUED or ISSUED_PENDING_CONTROL
 * @param affected the invoice that it corrects, as the law wants it named
 * @param refundDue what the customer paid already and gets back, not yet given; null on debit notes
 */
public record NoteView(
        UUID id,
        NoteKind kind,
        NoteConcept concept,
        DocumentType type,
        String number,
        String controlNumber,
        String documentState,
        Affected affected,
        InvoiceView.Issuer issuer,
        UUID customerId,
        String customerName,
        String customerDocument,
        String customerAddress,
        String reason,
        Instant issuedAt,
        LocalDate businessDay,
        DocumentRate rate,
        String policyId,
        List<String> texts,
        List<InvoiceView.TaxLine> taxes,
        Money total,
        Money totalVes,
        Money refundDue,
        List<Line> lines) {

    /** Date, number, control number and amount of the invoice (PA SNAT/2011/00071 arts. 22 to 24). */
    public record Affected(
            UUID invoiceId, String number, String controlNumber, LocalDate businessDay, Money total, Money totalVes) {}

    /**
     * @param invoiceLine position on the invoice; null on what is new
     * @param restocked whether the part went back on the shelf
     */
    public record Line(
            Integer invoiceLine,
            String description,
            int quantity,
            Money net,
            Money netVes,
            String tax,
            String taxCode,
            BigDecimal taxPercent,
            boolean restocked) {}
}
