package com.servistech.erp.rates;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of an import.
 *
 * @param published value dates with something new
 * @param unchanged value dates that stood in the book already
 * @param held value dates that a person must look at, each with why
 * @param quarantined rows of the tables that were left out, each with why
 */
public record ImportReport(List<LocalDate> published, int unchanged, List<String> held, List<String> quarantined) {

    public ImportReport {
        published = List.copyOf(published);
        held = List.copyOf(held);
        quarantined = List.copyOf(quarantined);
    }
}
