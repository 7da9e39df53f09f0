package com.servistech.erp.sdk.repairs;

import com.servistech.erp.sdk.CallOptions;
import java.util.UUID;

/** Which orders a list is to hold; those that meet every condition given. */
public final class OrderFilter {

    private final CallOptions options;

    private OrderFilter(CallOptions options) {
        this.options = options;
    }

    /** Every order. */
    public static OrderFilter all() {
        return new OrderFilter(CallOptions.none());
    }

    public OrderFilter status(String status) {
        return new OrderFilter(options.query("status", status));
    }

    public OrderFilter technician(UUID technicianId) {
        return new OrderFilter(options.query("technicianId", technicianId.toString()));
    }

    /** Those whose number, customer or device matches the text. */
    public OrderFilter text(String text) {
        return new OrderFilter(options.query("q", text));
    }

    /** How many a page has at most. */
    public OrderFilter limit(int items) {
        return new OrderFilter(options.limit(items));
    }

    CallOptions options() {
        return options;
    }
}
