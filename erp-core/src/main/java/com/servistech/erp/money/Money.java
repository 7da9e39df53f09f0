package com.servistech.erp.money;

import com.servistech.erp.error.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An amount of one currency, exact to the cent. Immutable; two equal amounts of one currency are equal.
 *
 * @param amount two decimals, of either sign
 * @param currency never null
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new Refused("money.scale", "An amount has at most 2 decimals: " + amount.toPlainString());
        }
        amount = amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    public static Money of(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    public static Money usd(String amount) {
        return of(amount, Currency.USD);
    }

    public static Money ves(String amount) {
        return of(amount, Currency.VES);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** Rounds an exact amount half up to cents. */
    public static Money rounded(BigDecimal exact, Currency currency) {
        return new Money(Rounding.toCents(exact), currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /** The product, rounded half up to cents. */
    public Money times(BigDecimal factor) {
        return rounded(amount.multiply(factor), currency);
    }

    /** This many units of {@code to} for one unit of this currency; the rate is used with its full precision. */
    public Money convertedAt(BigDecimal rate, Currency to) {
        return rounded(amount.multiply(rate), to);
    }

    /** What this is worth where a unit of {@code to} costs so much of it; rounded once, half up to cents. */
    public Money boughtAt(BigDecimal price, Currency to) {
        return new Money(amount.divide(price, 2, RoundingMode.HALF_UP), to);
    }

    /**
     * Splits this amount in proportion to weights without losing a cent: the cents that rounding leaves go to the
     * largest remainders, ties to the first.
     */
    public List<Money> allocatedBy(List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("the weights of an allocation add up to zero");
        }
        List<BigDecimal> cents = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal left = amount.movePointRight(2);
        for (BigDecimal weight : weights) {
            BigDecimal[] share = amount.movePointRight(2).multiply(weight).divideAndRemainder(total);
            cents.add(share[0].setScale(0, RoundingMode.DOWN));
            remainders.add(share[1].abs());
            left = left.subtract(cents.get(cents.size() - 1));
        }
        BigDecimal one = BigDecimal.valueOf(left.signum());
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.<Integer, BigDecimal>comparing(remainders::get)
                        .reversed())
                .limit(left.abs().intValueExact())
                .forEach(i -> cents.set(i, cents.get(i).add(one)));
        return cents.stream().map(c -> new Money(c.movePointLeft(2), currency)).toList();
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    /** For people: {@code 12.50 USD}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (other.currency != currency) {
            throw new Refused(
                    "money.currency-mismatch", "%s and %s are of different currencies".formatted(this, other));
        }
        return other;
    }
}
