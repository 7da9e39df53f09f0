package com.servistech.erp.inventory;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** What the shelves of one shop should hold and be worth, told again in the plainest way: whole cents in a map. */
final class PlainShelves {

    /** Cents of dollars and of bolívares. */
    record Cents(BigInteger usd, BigInteger ves) {

        static final Cents NONE = new Cents(BigInteger.ZERO, BigInteger.ZERO);

        static Cents of(long usd, BigDecimal rate) {
            BigDecimal ves = BigDecimal.valueOf(usd).multiply(rate).setScale(0, RoundingMode.HALF_UP);
            return new Cents(BigInteger.valueOf(usd), ves.toBigIntegerExact());
        }

        Cents plus(Cents other) {
            return new Cents(usd.add(other.usd), ves.add(other.ves));
        }

        Cents minus(Cents other) {
            return new Cents(usd.subtract(other.usd), ves.subtract(other.ves));
        }

        Cents share(int pieces, int of) {
            return pieces == of ? this : new Cents(share(usd, pieces, of), share(ves, pieces, of));
        }

        /** Half a cent goes up: (2 a n + d) / 2 d, whole. */
        private static BigInteger share(BigInteger amount, int pieces, int of) {
            BigInteger twice = amount.multiply(BigInteger.valueOf(2L * pieces)).add(BigInteger.valueOf(of));
            return twice.divide(BigInteger.valueOf(2L * of));
        }
    }

    private final Map<Integer, Integer> pieces = new HashMap<>();
    private final Map<Integer, Cents> worth = new HashMap<>();
    private Cents costOfSales = Cents.NONE;

    int pieces(int part) {
        return pieces.getOrDefault(part, 0);
    }

    Cents worth(int part) {
        return worth.getOrDefault(part, Cents.NONE);
    }

    Cents worth() {
        return worth.values().stream().reduce(Cents.NONE, Cents::plus);
    }

    Cents costOfSales() {
        return costOfSales;
    }

    void put(int part, int count, Cents value) {
        pieces.merge(part, count, Integer::sum);
        worth.merge(part, value, Cents::plus);
    }

    Cents take(int part, int count) {
        Cents taken = worth(part).share(count, pieces(part));
        pieces.merge(part, -count, Integer::sum);
        worth.put(part, worth(part).minus(taken));
        return taken;
    }

    Cents sell(int part, int count) {
        Cents taken = take(part, count);
        costOfSales = costOfSales.plus(taken);
        return taken;
    }

    void takeBack(int part, int count, Cents value) {
        put(part, count, value);
        costOfSales = costOfSales.minus(value);
    }
}
