package com.servistech.erp.customers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer.
 *
 * @param email null when unknown
 * @param address null when unknown
 * @param warnings codes of what a person should look at twice ({@code document.check-digit}); often none
 */
public record CustomerView(
        UUID id,
        String name,
        String document,
        String phone,
        String email,
        String address,
        Instant createdAt,
        Instant updatedAt,
        int version,
        List<String> warnings) {}
