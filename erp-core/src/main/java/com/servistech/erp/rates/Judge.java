package com.servistech.erp.rates;

import com.servistech.erp.rates.Verdict.State;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table of checks that a publication goes through. Bounds are relative to the last known rate and to how long ago
 * it was, never constants: the rate went from 17 to 871 in four years. Since 2021 a day moved by more than 5 % four
 * times and by more than 15 % never.
 */
final class Judge {

    /** A rate that was known before. */
    record Known(LocalDate valueDate, BigDecimal rate) {}

    private static final BigDecimal NOTICED = new BigDecimal("0.05");
    private static final BigDecimal HELD = new BigDecimal("0.15");
    private static final BigDecimal IMPOSSIBLE = new BigDecimal("0.50");
    private static final BigDecimal LEAST_CROSS = new BigDecimal("0.8");
    private static final BigDecimal LARGEST_CROSS = new BigDecimal("1.6");
    private static final BigDecimal LAST_DECIMALS = new BigDecimal("0.000001");
    private static final int[] NOUGHTS = {-6, -5, -3, 3, 5, 6};
    private static final int REJECTED_AHEAD = 7;
    private static final int DOUBTED_AHEAD = 5;

    private final BankingCalendar calendar;
    private final LocalDate today;
    private final List<String> doubts = new ArrayList<>();
    private State state = State.ACCEPTED;
    private boolean onlyNoticed = true;

    Judge(BankingCalendar calendar, LocalDate today) {
        this.calendar = calendar;
        this.today = today;
    }

    /**
     * @param neighbour the known dollar of the value date before it
     * @param conflict a stored rate of the same value date that says something else, in words
     * @param agreed whether a second source says the same dollar
     */
    Verdict of(Publication publication, Optional<Known> neighbour, Optional<String> conflict, boolean agreed) {
        LocalDate day = publication.valueDate();
        if (day.isAfter(today.plusDays(REJECTED_AHEAD))) {
            worse(State.REJECTED, "the value date " + day + " is more than a week ahead");
        } else if (day.isAfter(today.plusDays(DOUBTED_AHEAD))) {
            worse(State.SUSPECT, "the value date " + day + " is more than five days ahead");
        }
        if (BankingCalendar.isWeekend(day)) {
            worse(State.SUSPECT, "the value date " + day + " is on a weekend");
        } else if (calendar.isHoliday(day)) {
            worse(State.SUSPECT, "the value date " + day + " is a bank holiday by our calendar");
        }
        publication.doubts().forEach(doubt -> worse(State.SUSPECT, doubt));
        cross(publication);
        conflict.ifPresent(words -> worse(State.SUSPECT, words));
        neighbour.ifPresent(known -> move(known, new Known(day, publication.usd()), agreed));
        return new Verdict(state, doubts, state == State.SUSPECT && onlyNoticed);
    }

    /** How far one rate may lie from another before a person should look at it. */
    static boolean isFar(Known from, Known to) {
        return change(from, to).compareTo(IMPOSSIBLE.multiply(weeks(from, to))) > 0;
    }

    private void cross(Publication publication) {
        BigDecimal exact = publication.eur().divide(publication.usd(), MathContext.DECIMAL64);
        if (exact.compareTo(LEAST_CROSS) < 0 || exact.compareTo(LARGEST_CROSS) > 0) {
            worse(State.REJECTED, "euro and dollar stand %s to one".formatted(exact.round(new MathContext(5))));
            return;
        }
        BigDecimal rounded = publication.usd().multiply(exact.setScale(5, RoundingMode.HALF_UP));
        boolean said = publication.doubts().stream().anyMatch(doubt -> doubt.contains("cross rate"));
        if (!said && rounded.subtract(publication.eur()).abs().compareTo(LAST_DECIMALS) > 0) {
            worse(State.SUSPECT, "the euro is not the dollar times a cross rate of 5 decimals");
        }
    }

    private void move(Known from, Known to, boolean agreed) {
        BigDecimal change = change(from, to);
        BigDecimal weeks = weeks(from, to);
        String words = "from %s (%s) to %s is %s %%"
                .formatted(
                        from.rate().stripTrailingZeros().toPlainString(),
                        from.valueDate(),
                        to.rate().stripTrailingZeros().toPlainString(),
                        change.movePointRight(2).setScale(2, RoundingMode.HALF_UP));
        if (isRedenomination(from.rate(), to.rate())) {
            worse(State.SUSPECT, words + ": a redenomination?");
        } else if (change.compareTo(IMPOSSIBLE.multiply(weeks)) > 0) {
            worse(State.REJECTED, words);
        } else if (change.compareTo(HELD.multiply(weeks)) > 0) {
            worse(State.SUSPECT, words + ": a person must confirm it");
        } else if (change.compareTo(NOTICED.multiply(weeks)) > 0 && !agreed) {
            doubt(State.SUSPECT, words + ": a second source or a person must confirm it");
        }
    }

    private void worse(State found, String words) {
        onlyNoticed = false;
        doubt(found, words);
    }

    private void doubt(State found, String words) {
        state = found.compareTo(state) > 0 ? found : state;
        doubts.add(words);
    }

    /** Measured against the smaller of the two, so that a fall to a tenth is as far as a rise to the tenfold. */
    private static BigDecimal change(Known from, Known to) {
        return to.rate().subtract(from.rate()).abs().divide(from.rate().min(to.rate()), MathContext.DECIMAL64);
    }

    /** A shop that was offline for two months meets a rate that moved for two months. */
    private static BigDecimal weeks(Known from, Known to) {
        long days = Math.abs(ChronoUnit.DAYS.between(from.valueDate(), to.valueDate()));
        return BigDecimal.valueOf(Math.max(1, (days + 6) / 7));
    }

    private static boolean isRedenomination(BigDecimal from, BigDecimal to) {
        BigDecimal ratio = to.divide(from, MathContext.DECIMAL64);
        for (int noughts : NOUGHTS) {
            BigDecimal near = ratio.movePointLeft(noughts);
            if (near.compareTo(new BigDecimal("0.8")) > 0 && near.compareTo(new BigDecimal("1.25")) < 0) {
                return true;
            }
        }
        return false;
    }
}
