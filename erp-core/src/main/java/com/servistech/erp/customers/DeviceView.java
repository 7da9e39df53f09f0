package com.servistech.erp.customers;

import java.time.Instant;
import java.util.UUID;

/**
 * A device of a customer.
 *
 * @param serialNumber null when unknown
 * @param imei null when unknown
 * @param color null when unknown
 */
public record DeviceView(
        UUID id,
        UUID customerId,
        DeviceType type,
        String brand,
        String model,
        String serialNumber,
        String imei,
        String color,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
