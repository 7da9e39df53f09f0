package com.servistech.erp.billing.deliverynote;

import com.servistech.erp.billing.invoice.InvoiceView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A delivery note: no amounts, because it is no sale.
 *
 * @param issuer as it was on the day of issue, like the customer
 * @param invoiceNumber of the invoice that it goes with; null without one
 * @param texts what it says in words
 * @param lines null in lists
 */
public record DeliveryNoteView(
        UUID id,
        String number,
        InvoiceView.Issuer issuer,
        UUID customerId,
        String customerName,
        String customerDocument,
        String customerAddress,
        UUID orderId,
        UUID invoiceId,
        String invoiceNumber,
        String remarks,
        List<String> texts,
        UUID issuedBy,
        Instant issuedAt,
        LocalDate businessDay,
        List<Line> lines) {

    /** One line. */
    public record Line(String description, int quantity, String serialNumber) {}
}
