package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import java.math.BigDecimal;

/**
 * What an order brought less what its parts had cost (CR-2 to CR-4): no IVA, no IGTF, no accessories, no exchange
 * differences.
 */
public record GrossProfit(Money revenue, Money cost) {

    public Money amount() {
        return revenue.minus(cost);
    }

    /** The technicians' share of it, rounded half up; what a loss brings is the terms' (CR-6). */
    public Money commission(BigDecimal percent, Terms.NegativeProfit onLoss) {
        Money share = amount().times(percent.movePointLeft(2));
        return onLoss == Terms.NegativeProfit.FLOOR_ZERO && share.isNegative() ? Money.zero(Currency.USD) : share;
    }

    /** @see #commission(BigDecimal, Terms.NegativeProfit) */
    public Money commission(Percent percent, Terms.NegativeProfit onLoss) {
        return commission(percent.value(), onLoss);
    }

    /** Where the debt is fixed in bolívares, revenue is what they were worth when they came (C09). */
    public GrossProfit received(Money receivedUsd, Money totalUsd) {
        BigDecimal revenueReceived = revenue.amount()
                .multiply(receivedUsd.amount())
                .divide(totalUsd.amount(), 2, java.math.RoundingMode.HALF_UP);
        return new GrossProfit(new Money(revenueReceived, Currency.USD), cost);
    }
}
