package com.servistech.erp.customers;

import com.servistech.erp.tenancy.Page;
import java.time.Instant;

/**
 * Which customers to list.
 *
 * @param text part of a name, document, phone or e-mail; null for all
 * @param updatedSince only those changed at or after it; null for all
 */
public record CustomerQuery(String text, Instant updatedSince, Page.Request page) {

    public static CustomerQuery all() {
        return new CustomerQuery(null, null, Page.Request.first());
    }
}
