package com.servistech.erp.billing.tax;

/** The kinds of IVA. What a kind costs on a day is data: {@link TaxTable}. */
public enum Tax {
    /** Alícuota general. */
    GENERAL,
    /** Alícuota reducida, LIVA art. 64. */
    REDUCED,
    /** General and additional rate, LIVA art. 61: two components. */
    LUXURY,
    /** Exempt, exonerated or not subject, LIVA arts. 17 to 19: the line carries "(E)". */
    EXEMPT
}
