package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a page: accepted, suspect, rejected. Each test lives in a month of its own, with a known rate of 1000
 * on its first Friday, and it is that Friday's afternoon.
 */
class PublishedStatesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @AfterEach
    void theClockGoesBack() {
        FutureBank.end();
    }

    @Test
    void aPageIsWrittenDownOnceHoweverOftenItIsRead() {
        LocalDate monday = FutureBank.begin();
        long before = FutureBank.events("rates.published");
        assertThat(take(monday, "1003.1234").outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(take(monday, "1003.1234").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(take(monday, "1003.1234").outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(rows(monday, "USD")).hasSize(1);
        assertThat(FutureBank.events("rates.published") - before)
                .as("one event a currency")
                .isEqualTo(5);
        RateView usd = rows(monday, "USD").get(0);
        assertThat(usd.channel()).isEqualTo("PAGE");
        assertThat(usd.evidence()).hasSize(64);
    }

    @Test
    void twoServersThatReadThePageAtOnceWriteItDownOnce() throws Exception {
        LocalDate monday = FutureBank.begin();
        ExecutorService servers = Executors.newFixedThreadPool(4);
        try {
            Callable<Outcome> read = () -> take(monday, "1003.1234").outcome();
            List<Outcome> outcomes = servers.invokeAll(List.of(read, read, read, read)).stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(outcomes).containsOnlyOnce(Outcome.PUBLISHED);
            assertThat(rows(monday, "USD")).hasSize(1);
        } finally {
            servers.shutdown();
        }
    }

    @Test
    void yesterdaysPageChangesNothing() {
        LocalDate monday = FutureBank.begin();
        take(monday, "1003.1234");
        Refreshed stale = take(monday.minusDays(3), "777.1234");
        assertThat(stale.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(stale.reason()).contains("still shows");
        assertThat(stale.rate().rate()).isEqualByComparingTo("1003.1234");
    }

    @Test
    void aMoveOfMoreThanFiveInAHundredWaitsForASecondSourceAndCountsWhenOneAgrees() {
        LocalDate monday = FutureBank.begin();
        Refreshed held = take(monday, "1080.5");
        assertThat(held.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(held.reason()).contains("a second source or a person");
        assertThat(held.rate().rate()).as("the old rate stays").isEqualByComparingTo("1000");
        FutureBank.witness("DOLARAPI", monday, "1080.5000");
        assertThat(current(monday)).isEqualByComparingTo("1080.5");
        assertThat(FutureBank.events("rates.alert")).isPositive();
    }

    @Test
    void whatASecondSourceSaidBeforeIsEnough() {
        LocalDate monday = FutureBank.begin();
        FutureBank.witness("DOLARAPI", monday, "1080.5000");
        assertThat(take(monday, "1080.5").outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void aMoveOfMoreThanFifteenInAHundredWaitsForAPersonWhateverOthersSay() {
        LocalDate monday = FutureBank.begin();
        FutureBank.witness("DOLARAPI", monday, "1200.5000");
        Refreshed held = take(monday, "1200.5");
        assertThat(held.outcome()).isEqualTo(Outcome.REJECTED);
        UUID suspect = held.waiting().stream()
                .filter(row -> row.base().equals("USD") && row.valueDate().equals(monday))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(take(monday, "1200.5").reason())
                .as("it is not written twice")
                .contains("waits for a person");
        assertThatThrownBy(() ->
                        SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().decide(suspect, true, "vi el comunicado")))
                .isInstanceOf(Forbidden.class);
        RateView confirmed = SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().decide(suspect, true, "vi el comunicado"));
        assertThat(confirmed.state()).isEqualTo("ACCEPTED");
        assertThat(rows(monday, "EUR").get(0).state())
                .as("the whole publication")
                .isEqualTo("ACCEPTED");
        assertThat(current(monday)).isEqualByComparingTo("1200.5");
        assertThat(FutureBank.count(
                        "select count(*) n from erp.audit_entries where table_name = 'rate_decisions'"
                                + " and user_id is not null and new_values->>'rate_id' = ?",
                        suspect.toString()))
                .isEqualTo(1);
    }

    @Test
    void tenTimesTheRateIsRejectedAndARedenominationIsAQuestion() {
        LocalDate monday = FutureBank.begin();
        Refreshed tenfold = take(monday, "10000.5");
        assertThat(tenfold.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(rows(monday, "USD").get(0).state()).isEqualTo("REJECTED");
        assertThat(take(monday, "10000.5").reason()).contains("was refused");
        assertThat(rows(monday, "USD")).hasSize(1);
        Refreshed thousandth = take(monday, "1.0005");
        assertThat(thousandth.reason()).contains("a redenomination?");
        assertThat(thousandth.rate().rate()).isEqualByComparingTo("1000");
    }

    @Test
    void aWeekendAHolidayAndADayTooFarAheadAreNotSimplyBelieved() {
        LocalDate monday = FutureBank.begin();
        assertThat(take(monday.minusDays(1), "1001.5").reason()).contains("on a weekend");
        assertThat(take(monday.plusDays(20), "1001.5").reason()).contains("more than a week ahead");
        SHOP.system(s -> {
            s.rates().addHoliday(new BankingCalendar.Change(monday, true, "anuncio de prueba"));
            return null;
        });
        assertThat(take(monday, "1001.5").reason()).contains("a bank holiday by our calendar");
    }

    @Test
    void aCorrectionWaitsForAPersonSupersedesAndKeepsTheOld() {
        LocalDate monday = FutureBank.begin();
        take(monday, "1003.1");
        Refreshed corrected = take(monday, "1004.2");
        assertThat(corrected.reason()).contains("was 1003.1 until now and is 1004.2 here");
        assertThat(current(monday)).isEqualByComparingTo("1003.1");
        decide(monday, "1004.2", true);
        assertThat(current(monday)).isEqualByComparingTo("1004.2");
        assertThat(rows(monday, "USD")).hasSize(2);
        // and back: the first value is not dead because it was once replaced
        assertThat(take(monday, "1003.1").outcome()).isEqualTo(Outcome.REJECTED);
        decide(monday, "1003.1", true);
        assertThat(current(monday)).isEqualByComparingTo("1003.1");
        assertThat(rows(monday, "USD")).hasSize(3);
    }

    @Test
    void aGapOfBankingDaysIsAlertedBecauseItIsAHolidayWeDoNotKnowOrAPageWeMissed() {
        LocalDate monday = FutureBank.begin();
        take(monday.plusDays(2), "1003.1");
        assertThat(FutureBank.alerts())
                .anyMatch(alert -> alert.contains("GAP")
                        && alert.contains(monday.toString())
                        && alert.contains(monday.plusDays(1).toString()));
    }

    @Test
    void whatWasKeptYieldsWhatWasStored() {
        LocalDate monday = FutureBank.begin();
        take(monday, "1003.1");
        ReparseReport report = SHOP.as(Role.ACCOUNTANT, SHOP.ccs, s -> s.rates().reparse());
        assertThat(report.problems()).isEmpty();
        assertThat(report.proved()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void theBooksRefuseToBeChanged() {
        LocalDate monday = FutureBank.begin();
        take(monday, "1003.1");
        for (String table : List.of("exchange_rates", "rate_evidence", "rate_attempts", "bank_holidays")) {
            assertThatThrownBy(() ->
                            SHOP.work(Role.MANAGER, SHOP.ccs, work -> work.sql().update("delete from erp." + table)))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void anUnreachableBankLeavesTheOldRateAndIsAlertedAtTheThirdTime() {
        FutureBank.begin();
        long before = FutureBank.events("rates.alert");
        for (int i = 0; i < 4; i++) {
            SHOP.clock.advance(Duration.ofMinutes(15));
            Refreshed refreshed = FutureBank.unreachable();
            assertThat(refreshed.outcome()).isEqualTo(Outcome.UNAVAILABLE);
            assertThat(refreshed.rate().rate()).isEqualByComparingTo("1000");
        }
        assertThat(FutureBank.events("rates.alert") - before).isEqualTo(1);
    }

    private static Refreshed take(LocalDate valueDate, String usd) {
        return FutureBank.take(valueDate, usd);
    }

    private static void decide(LocalDate day, String rate, boolean confirmed) {
        RateView suspect = rows(day, "USD").stream()
                .filter(row -> row.state().equals("SUSPECT") && row.rate().compareTo(new BigDecimal(rate)) == 0)
                .findFirst()
                .orElseThrow();
        SHOP.clock.advance(Duration.ofMinutes(1));
        SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().decide(suspect.id(), confirmed, "nota del BCV"));
        SHOP.clock.advance(Duration.ofMinutes(1));
    }

    /** What counts when that day has come. */
    private static BigDecimal current(LocalDate day) {
        Instant now = SHOP.clock.instant();
        SHOP.clock.set(Instant.parse(day + "T14:00:00Z"));
        BigDecimal rate = SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().current("BCV", Quoted.USD))
                .rate();
        SHOP.clock.set(now);
        return rate;
    }

    private static List<RateView> rows(LocalDate day, String base) {
        return FutureBank.rows("BCV", day, base);
    }
}
