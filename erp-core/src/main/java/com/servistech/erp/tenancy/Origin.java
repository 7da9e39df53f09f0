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
    }

    public static Origin of(String requestId) {
        return new Origin(requestId, null, null);
    }

    public Optional<String> clientAddress() {
        return Optional.ofNullable(address);
    }
}
