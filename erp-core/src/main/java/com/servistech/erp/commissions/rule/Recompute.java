package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Rounding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What an entry must say so that all entries add up to what is due now: nothing is ever edited (CR-12). */
public final class Recompute {

    private Recompute() {}

    /** @return empty when the entries say it already */
    public static Optional<Money> difference(Money newTotal, List<Money> entries) {
        Money difference = newTotal.minus(entries.stream().reduce(Money.zero(Currency.USD), Money::plus));
        return difference.isZero() ? Optional.empty() : Optional.of(difference);
    }

    /** The part of a commission that is due when so much of the invoice is paid (CR-11); the last part takes the rest. */
    public static Money instalment(Money whole, Money paid, Money invoiceTotal) {
        return paid.compareTo(invoiceTotal) >= 0
                ? whole
                : whole.times(
                        Rounding.divide(paid.amount(), invoiceTotal.amount()).max(BigDecimal.ZERO));
    }
}
