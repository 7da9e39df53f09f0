package com.servistech.erp.billing.invoice;

import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An invoice with what is still owed.
 *
 * @param documentState ISSUED
 * @param status PENDING, PARTIAL or PAID
 * @param balance in USD, shown to the cent; the exact debt is kept with eight decimals
 * @param lines null in lists
 */
public record InvoiceView(
        UUID id,
        String number,
        String controlNumber,
        String documentState,
        String status,
        UUID customerId,
        String customerName,
        String customerDocument,
        UUID orderId,
        Instant issuedAt,
        LocalDate businessDay,
        DocumentRate rate,
        Money subtotal,
        Money discount,
        List<TaxLine> taxes,
        Money total,
        Money totalVes,
        Money balance,
        List<Line> lines,
        int version) {

    /** One tax of the invoice. */
    public record TaxLine(String tax, BigDecimal percent, Money base, Money amount, Money baseVes, Money amountVes) {}

    /** One line of the invoice. */
    public record Line(
            LineType type,
            UUID partId,
            String description,
            int quantity,
            Money unitPrice,
            Money discount,
            Money net,
            String tax) {}
}
