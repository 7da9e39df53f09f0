package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Percent;
import java.time.LocalDate;

/**
 * IVA by kind. Source: Ley del IVA art. 27 (general rate, 16 % since 2018-09-01, Decreto 3.584), art. 63 (reduced, 8 %)
 * and art. 17-19 (exempt).
 */
public enum Tax {
    GENERAL("16"),
    REDUCED("8"),
    EXEMPT("0");

    private final Percent percent;

    Tax(String percent) {
        this.percent = Percent.of(percent);
    }

    /** @param day a later law adds a date here; documents keep the percentage that they were issued with */
    public Percent on(LocalDate day) {
        return percent;
    }
}
