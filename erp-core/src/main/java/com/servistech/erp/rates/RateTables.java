package com.servistech.erp.rates;

import java.util.List;

/**
 * The bank's tables, as one file holds them.
 *
 * @param publications oldest first
 * @param quarantined rows that contradict themselves and were left out, each with sheet, currency and why
 */
public record RateTables(List<Publication> publications, List<String> quarantined) {

    public RateTables {
        publications = List.copyOf(publications);
        quarantined = List.copyOf(quarantined);
    }
}
