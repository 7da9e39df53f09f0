package com.servistech.erp.tenancy;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a request came from, for audit and logs.
 *
 * @param requestId never null
 * @param address the client's network address, null when there is none
 * @param reason why, in the caller's words, null when not given
 */
public record Origin(String requestId, String address, String reason) {

    public Origin {
        Objects.requireNonNull(requestId, "requestId");
        requestId = oneLine(requestId);
        address = oneLine(address);
        reason = oneLine(reason);
    }

    public static Origin of(String requestId) {
        return new Origin(requestId, null, null);
    }

    /** Others say these words: they must not look like several lines where they are written down. */
    private static String oneLine(String text) {
        return text == null ? null : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    }

    public Optional<String> clientAddress() {
        return Optional.ofNullable(address);
    }
}
