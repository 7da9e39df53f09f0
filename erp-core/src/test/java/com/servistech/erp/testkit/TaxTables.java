package com.servistech.erp.testkit;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxComponent;
import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.billing.tax.TaxTable;
import com.servistech.erp.money.Percent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Rates of IVA for arithmetic without a database; that the database says the same is a test of its own. */
public final class TaxTables {

    private TaxTables() {}

    public static final TaxTable OF_2026 = new TaxTable(
            LocalDate.of(2026, 10, 6),
            Map.of(
                    Tax.GENERAL, new TaxRate(Tax.GENERAL, "G", List.of(component("GENERAL", "16"))),
                    Tax.REDUCED, new TaxRate(Tax.REDUCED, "R", List.of(component("REDUCED", "8"))),
                    Tax.LUXURY,
                            new TaxRate(
                                    Tax.LUXURY,
                                    "A",
                                    List.of(component("GENERAL", "16"), component("ADDITIONAL", "15"))),
                    Tax.EXEMPT, new TaxRate(Tax.EXEMPT, "E", List.of(component("EXEMPT", "0")))));

    private static TaxComponent component(String name, String percent) {
        return new TaxComponent(name, Percent.of(percent), LocalDate.of(2020, 1, 1), "LIVA");
    }
}
