package com.servistech.erp.rates;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Whose value date a business day takes. On a banking day its own; while banks are closed, the next banking day's (the
 * text of LIVA art. 25) or the last one's, by the issuer's policy. The switch is at midnight in Caracas: when the bank
 * published does not matter. A day that should have a rate and has none is missing: no neighbour takes its place.
 */
public final class EffectiveRule {

    /** What counts while banks are closed. */
    public enum WeekendPolicy {
        NEXT_BANKING_DAY,
        LATEST_EFFECTIVE
    }

    /** Why a value date was chosen. */
    public enum Why {
        VALUE_DATE,
        NEXT_BANKING_DAY,
        LATEST_EFFECTIVE
    }

    /**
     * A published rate covers the days {@code operation < day <= value}: the bank's own tables say so, each value date
     * being the next row's operation date.
     *
     * @param operation the day on which it was published; null where only the page was seen
     */
    public record Span(LocalDate operation, LocalDate value) {

        boolean bridges(LocalDate day) {
            return operation != null && operation.isBefore(day) && day.isBefore(value);
        }
    }

    /** The value date that a document must find, and why that one. */
    public record Due(LocalDate valueDate, Why why) {}

    private final BankingCalendar calendar;
    private final WeekendPolicy policy;

    public EffectiveRule(BankingCalendar calendar, WeekendPolicy policy) {
        this.calendar = calendar;
        this.policy = policy;
    }

    /** @param published what is known around the day; what lies further away does not matter */
    public Due due(LocalDate day, Collection<Span> published) {
        if (published.stream().anyMatch(span -> span.value().equals(day))) {
            return new Due(day, Why.VALUE_DATE);
        }
        Optional<Span> bridge =
                published.stream().filter(span -> span.bridges(day)).findFirst();
        if (bridge.isEmpty() && calendar.isBankingDay(day)) {
            return new Due(day, Why.VALUE_DATE);
        }
        // a bridge is the bank's own proof that it was closed, also on a day that the calendar does not know
        return policy == WeekendPolicy.NEXT_BANKING_DAY
                ? new Due(bridge.map(Span::value).orElseGet(() -> calendar.sameOrNext(day)), Why.NEXT_BANKING_DAY)
                : new Due(
                        bridge.map(Span::operation).orElseGet(() -> calendar.sameOrPrevious(day)),
                        Why.LATEST_EFFECTIVE);
    }
}
