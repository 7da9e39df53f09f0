package com.servistech.erp.billing.tax;

/**
 * Where IVA is rounded. PA SNAT/2011/00071 art. 13 (10, 11) asks base and tax per rate: the default. Fiscal machines and
 * some programs round per line.
 */
public enum TaxRounding {
    PER_RATE,
    PER_LINE
}
