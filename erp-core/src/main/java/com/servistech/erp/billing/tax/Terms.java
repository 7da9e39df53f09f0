package com.servistech.erp.billing.tax;

import com.servistech.erp.money.CentRule;
import java.math.BigDecimal;

/**
 * What a document is computed under; all of it is frozen with the document.
 *
 * @param rate bolívares for a dollar, with all its decimals
 */
public record Terms(TaxTable taxes, BigDecimal rate, TaxRounding rounding, PriceMode prices, CentRule cents) {

    /** The defaults of the switches. */
    public static Terms standard(TaxTable taxes, BigDecimal rate) {
        return new Terms(taxes, rate, TaxRounding.PER_RATE, PriceMode.TAX_EXCLUSIVE, CentRule.HALF_UP);
    }
}
