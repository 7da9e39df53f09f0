package com.servistech.erp.inventory;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a part sells for since a day, until the next one begins. Of two for one day the later recorded counts.
 *
 * @param price USD without taxes
 * @param reason null when it came with the part's card
 * @param recordedBy null for the system
 */
public record PriceView(
        UUID id, UUID partId, Money price, LocalDate validFrom, String reason, UUID recordedBy, Instant recordedAt) {}
