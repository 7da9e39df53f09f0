package com.servistech.erp.services;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a service costs the customer since a day, until the next price begins.
 *
 * @param reason null when it came with the service's card
 */
public record ServicePriceView(
        UUID id,
        UUID serviceId,
        Money price,
        LocalDate validFrom,
        String reason,
        UUID recordedBy,
        Instant recordedAt) {}
