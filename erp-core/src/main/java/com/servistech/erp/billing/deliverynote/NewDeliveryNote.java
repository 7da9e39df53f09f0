package com.servistech.erp.billing.deliverynote;

import java.util.List;
import java.util.UUID;

/**
 * What is handed over.
 *
 * @param orderId the order that it belongs to; null for none
 * @param invoiceId the invoice that it goes with; null for none
 * @param remarks printed below; null for none
 */
public record NewDeliveryNote(UUID customerId, UUID orderId, UUID invoiceId, List<Line> lines, String remarks) {

    /** @param serialNumber of a device; null for none */
    public record Line(String description, int quantity, String serialNumber) {}
}
