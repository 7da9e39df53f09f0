package com.servistech.erp.inventory;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Rounding;
import java.math.BigDecimal;

/**
 * What a number of parts cost, in both currencies of the books, exact to the cent: whatever leaves the shelf takes its
 * share of what is there, and what leaves last takes the rest, so that nothing is lost however often one divides.
 *
 * @param usd with shipping, operation and warranty fund (COGS+)
 * @param ves the same in bolívares, each receipt at the official rate of its day
 */
public record Worth(Money usd, Money ves) {

    public static final Worth NOTHING = new Worth(Money.zero(Currency.USD), Money.zero(Currency.VES));

    public static Worth of(BigDecimal usd, BigDecimal ves) {
        return new Worth(new Money(usd, Currency.USD), new Money(ves, Currency.VES));
    }

    public Worth plus(Worth other) {
        return new Worth(usd.plus(other.usd), ves.plus(other.ves));
    }

    public Worth minus(Worth other) {
        return new Worth(usd.minus(other.usd), ves.minus(other.ves));
    }

    public Worth negated() {
        return new Worth(usd.negated(), ves.negated());
    }

    /** What so many of a number of pieces are worth: the weighted average, each currency rounded half up to cents. */
    public Worth share(int pieces, int of) {
        return pieces == of ? this : new Worth(share(usd, pieces, of), share(ves, pieces, of));
    }

    /** What one of so many pieces is worth, with eight decimals: times the pieces and rounded it is this worth again. */
    public BigDecimal unitCost(int pieces) {
        return Rounding.divide(usd.amount(), BigDecimal.valueOf(pieces));
    }

    public boolean isNothing() {
        return usd.isZero() && ves.isZero();
    }

    private static Money share(Money whole, int pieces, int of) {
        BigDecimal exact = whole.amount().multiply(BigDecimal.valueOf(pieces));
        // sixteen decimals decide a half cent as the exact quotient would
        return Money.rounded(
                exact.divide(BigDecimal.valueOf(of), 16, java.math.RoundingMode.HALF_UP), whole.currency());
    }
}
