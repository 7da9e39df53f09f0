package com.servistech.erp.billing.tax;

import com.servistech.erp.money.Percent;

/**
 * What an issuer perceives on a day on money that causes IGTF; which money does is data of the payment methods. Frozen on
 * the payment.
 *
 * @param percent zero where nothing is perceived
 * @param method only matters where something is
 * @param legalSource why, also why nothing
 */
public record IgtfRule(Percent percent, IgtfMethod method, String legalSource) {

    public boolean applies() {
        return percent.value().signum() > 0;
    }
}
