package com.servistech.erp.repairs;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which orders to list: those that meet every condition that is not null.
 *
 * @param statuses empty for all
 * @param text part of the order's number, the customer or the device
 */
public record OrderQuery(
        Set<OrderStatus> statuses,
        UUID technicianId,
        UUID customerId,
        UUID deviceId,
        String text,
        Instant updatedSince,
        Page.Request page) {

    public OrderQuery {
        statuses = statuses == null ? Set.of() : Set.copyOf(statuses);
    }

    public static OrderQuery all() {
        return new OrderQuery(Set.of(), null, null, null, null, null, Page.Request.first());
    }

    public OrderQuery in(OrderStatus status) {
        return new OrderQuery(Set.of(status), technicianId, customerId, deviceId, text, updatedSince, page);
    }

    public OrderQuery of(UUID technician) {
        return new OrderQuery(statuses, technician, customerId, deviceId, text, updatedSince, page);
    }

    public OrderQuery matching(String words) {
        return new OrderQuery(statuses, technicianId, customerId, deviceId, words, updatedSince, page);
    }
}
