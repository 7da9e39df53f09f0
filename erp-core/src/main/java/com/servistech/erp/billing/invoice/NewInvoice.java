package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.ServiceView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An invoice to be issued; prices in USD.
 *
 * @param orderId the repaired order, or null over the counter
 * @param discount on the whole document, before taxes; null for none
 */
public record NewInvoice(UUID customerId, UUID orderId, List<Line> lines, Money discount) {

    /** The services of the catalogue that lines name. */
    Set<UUID> serviceIds() {
        return lines.stream().map(Line::serviceId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Services whose line says no price at that of the catalogue. */
    NewInvoice priced(Map<UUID, ServiceView> services) {
        return new NewInvoice(
                customerId,
                orderId,
                lines.stream().map(line -> line.priced(services)).toList(),
                discount);
    }

    /**
     * @param partId null for labour and open items
     * @param serviceId what a service line is in the catalogue; a line without part and service is an open item
     * @param sellerId who sold an accessory; null for the caller
     * @param unitPrice null for what the catalogue says that the service costs on the day of issue
     * @param discount on the line; null for none
     */
    public record Line(
            LineType type,
            UUID partId,
            UUID serviceId,
            UUID sellerId,
            String description,
            int quantity,
            Money unitPrice,
            Tax tax,
            Money discount) {

        /** Without a service of the catalogue. */
        public Line(
                LineType type,
                UUID partId,
                UUID sellerId,
                String description,
                int quantity,
                Money unitPrice,
                Tax tax,
                Money discount) {
            this(type, partId, null, sellerId, description, quantity, unitPrice, tax, discount);
        }

        private Line priced(Map<UUID, ServiceView> services) {
            ServiceView service = unitPrice == null && serviceId != null ? services.get(serviceId) : null;
            return service == null
                    ? this
                    : new Line(
                            type, partId, serviceId, sellerId, description, quantity, service.price(), tax, discount);
        }

        /** Quantity × unit price − discount. */
        Money price() {
            Money gross = unitPrice.times(BigDecimal.valueOf(quantity));
            return discount == null ? gross : gross.minus(discount);
        }
    }
}
