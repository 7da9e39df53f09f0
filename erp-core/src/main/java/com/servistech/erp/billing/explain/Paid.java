package com.servistech.erp.billing.explain;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment as its rows keep it.
 *
 * @param state REPORTED, CONFIRMED, REJECTED or REVERSED
 * @param applied USD off the debt with eight decimals; null until it is decided
 * @param value of what was applied, at the payment's rate
 * @param released of the invoice's bolívares, at the rate of its issue
 * @param change in the currency of the payment
 */
record Paid(
        UUID id,
        String method,
        String state,
        Money amount,
        UUID rateId,
        BigDecimal rate,
        LocalDate valueDate,
        BigDecimal igtfPercent,
        String igtfMethod,
        String igtfSource,
        BigDecimal applied,
        Money value,
        Money released,
        Money igtf,
        Money igtfVes,
        Money change,
        Money credit) {

    boolean counts() {
        return state.equals("CONFIRMED");
    }
}
