package com.servistech.erp.billing.tax;

import com.servistech.erp.error.Conflict;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The rates of IVA that hold on one day. */
public record TaxTable(LocalDate day, Map<Tax, TaxRate> rates) {

    public TaxTable {
        rates = Map.copyOf(rates);
    }

    /** @throws Conflict {@code taxes.unknown} when no law in the table says what this kind costs on the day */
    public TaxRate of(Tax tax) {
        return Optional.ofNullable(rates.get(tax))
                .orElseThrow(() ->
                        new Conflict("taxes.unknown", "No rule in force on %s says what %s is".formatted(day, tax)));
    }
}
