package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An invoice with what is still owed, or a draft as it would come out today.
 *
 * @param type INVOICE, or NON_FISCAL where the issuer is not registered
 * @param number null on a draft
 * @param controlNumber null on a draft, on a non-fiscal document, and until a provider has assigned it
 * @param documentState DRAFT, ISSUED, or ISSUED_PENDING_CONTROL until the provider has assigned the control number
 * @param status PENDING, PARTIAL, PAID, or CREDITED when credit notes took all of it back
 * @param issuer as it was on the day of issue, like everything below
 * @param issuedAt null on a draft
 * @param businessDay null on a draft
 * @param rate null only on a draft of a day whose rate is not known
 * @param policyId which switches it was made under
 * @param texts what the document says in words
 * @param subtotal before the document's discount
 * @param totalVes the fiscal total; null only where the rate is
 * @param credited what credit notes took back, in USD
 * @param balance in USD, shown to the cent; the exact debt is kept with eight decimals; zero on a draft
 * @param pendingVoucher IVA that the customer withheld and whose voucher is not here yet; null when none is waited for
 * @param lines null in lists
 */
public record InvoiceView(
        UUID id,
        DocumentType type,
        String number,
        String controlNumber,
        String documentState,
        String status,
        Issuer issuer,
        UUID customerId,
        String customerName,
        String customerDocument,
        String customerAddress,
        UUID orderId,
        Instant issuedAt,
        LocalDate businessDay,
        DocumentRate rate,
        String policyId,
        List<String> texts,
        Money subtotal,
        Money discount,
        List<TaxLine> taxes,
        Money total,
        Money totalVes,
        Money credited,
        Money balance,
        Money pendingVoucher,
        List<Line> lines,
        int version) {

    /** Who issued it. */
    public record Issuer(String rif, String name, String address, String regime) {}

    /**
     * One tax of the document.
     *
     * @param components what it is made of: of a luxury good the general rate and the additional one, else itself
     */
    public record TaxLine(
            String tax,
            String code,
            BigDecimal percent,
            Money base,
            Money amount,
            Money baseVes,
            Money amountVes,
            String legalSource,
            List<TaxPart> components) {}

    /** One component of a tax; the components add up to it to the cent. */
    public record TaxPart(String name, BigDecimal percent, Money amount, Money amountVes, String legalSource) {
        static TaxPart of(TaxGroup.Part part, boolean valued) {
            return new TaxPart(
                    part.component().name(),
                    part.component().percent().value().stripTrailingZeros(),
                    part.amount(),
                    valued ? part.amountVes() : null,
                    part.component().legalSource());
        }
    }

    /**
     * One line.
     *
     * @param serviceId of the catalogue; null with the next two for parts and open items
     * @param minutes that each usually took when it was issued
     * @param warrantyDays that the service had when it was issued
     * @param net without IVA, after both discounts
     */
    public record Line(
            LineType type,
            UUID partId,
            UUID serviceId,
            Integer minutes,
            Integer warrantyDays,
            String description,
            int quantity,
            Money unitPrice,
            Money discount,
            Money documentDiscount,
            Money net,
            Money netVes,
            String tax,
            String taxCode,
            BigDecimal taxPercent) {}
}
