package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.EffectiveRule.WeekendPolicy;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which rate a document takes, what is entered by hand, and what people ask about rates. */
class RatesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate FRIDAY = LocalDate.of(2023, 3, 10);

    @BeforeEach
    void itIsANovemberMorning() {
        SHOP.clock.set(Instant.parse("2026-11-24T14:00:00Z"));
    }

    @Test
    void aDocumentTakesTheRateOfItsDayAndOnAWeekendThatOfTheNextBankingDay() {
        history("63.1234", FRIDAY);
        history("63.8", FRIDAY.plusDays(3));
        assertThat(document(FRIDAY, "NEXT_BANKING_DAY", "REFUSE").rate()).isEqualByComparingTo("63.1234");
        DocumentRate sunday = document(FRIDAY.plusDays(2), "NEXT_BANKING_DAY", "REFUSE");
        assertThat(sunday.rate()).isEqualByComparingTo("63.8");
        assertThat(sunday.reason()).contains("no banking day");
        assertThat(document(FRIDAY.plusDays(2), "LATEST_EFFECTIVE", "REFUSE").rate())
                .isEqualByComparingTo("63.1234");
    }

    @Test
    void theReasonIsSaidInBothLanguagesWithTheRuleThatChose() {
        LocalDate saturday = LocalDate.of(2025, 9, 13);
        history("158.9289", LocalDate.of(2025, 9, 12));
        history("160.4479", LocalDate.of(2025, 9, 16));
        EffectiveRate next = SHOP.as(
                Role.FRONT_DESK,
                SHOP.ccs,
                s -> s.rates().effective(saturday, Currency.USD, issuer("NEXT_BANKING_DAY", "REFUSE")));
        assertThat(next.due()).isEqualTo(LocalDate.of(2025, 9, 16));
        assertThat(next.basis()).isEqualTo("NEXT_BANKING_DAY");
        assertThat(next.provisional()).isFalse();
        assertThat(next.reasonEs())
                .isEqualTo(
                        "el 2025-09-13 no es día hábil bancario: la tasa del día hábil siguiente, fecha valor 2025-09-16 (BCV)");
    }

    @Test
    void aMissingRateIsRefusedOrMarkedProvisionalByTheIssuersPolicy() {
        LocalDate day = LocalDate.of(2025, 5, 14);
        history("93.5", day.minusDays(2));
        assertThatThrownBy(() -> document(day, "NEXT_BANKING_DAY", "REFUSE"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(day.toString());
        DocumentRate provisional = document(day, "NEXT_BANKING_DAY", "PROVISIONAL_LAST_KNOWN");
        assertThat(provisional.provisional()).isTrue();
        assertThat(provisional.rate()).isEqualByComparingTo("93.5");
        history("94.1", day.plusDays(1));
        assertThat(document(day, "NEXT_BANKING_DAY", "PROVISIONAL_LAST_KNOWN").valueDate())
                .as("never tomorrow's rate early")
                .isEqualTo(day.minusDays(2));
    }

    @Test
    void aHolidayThatIsAnnouncedLaterChangesWhatItsDayTakes() {
        LocalDate monday = LocalDate.of(2027, 2, 8);
        history("990.5", monday.minusDays(3));
        history("991.5", monday.plusDays(1));
        assertThatThrownBy(() -> document(monday, "NEXT_BANKING_DAY", "REFUSE")).isInstanceOf(Conflict.class);
        SHOP.as(Role.MANAGER, SHOP.ccs, s -> {
            s.rates().addHoliday(new BankingCalendar.Change(monday, true, "SUDEBAN 2027"));
            return null;
        });
        assertThat(document(monday, "NEXT_BANKING_DAY", "REFUSE").rate()).isEqualByComparingTo("991.5");
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> {
                    s.rates().addHoliday(new BankingCalendar.Change(monday, false, "nobody"));
                    return null;
                }))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void anIssuersSwitchCountsFromItsDayOn() {
        LocalDate before = LocalDate.of(2026, 12, 12);
        LocalDate after = LocalDate.of(2026, 12, 19);
        for (LocalDate saturday : List.of(before, after)) {
            history("900.1", saturday.minusDays(1));
            history("901.2", BankingCalendar.shipped().sameOrNext(saturday));
        }
        UUID id = SHOP.system(s -> s.stores()
                        .addIssuer(new com.servistech.erp.stores.NewIssuer(
                                "J987654321", "Otra C.A.", "Caracas", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY")))
                .id();
        IssuerCard issuer = new IssuerCard(id, "J987654321", "x", "y", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY");
        SHOP.system(s -> {
            s.rates()
                    .switchPolicy(
                            issuer, new RatePolicy(after, WeekendPolicy.LATEST_EFFECTIVE, true, "carta del contador"));
            return null;
        });
        assertThat(document(before, issuer).rate()).isEqualByComparingTo("901.2");
        assertThat(document(after, issuer).rate()).isEqualByComparingTo("900.1");
        assertThatThrownBy(() -> SHOP.system(s -> {
                    s.rates()
                            .switchPolicy(
                                    issuer, new RatePolicy(FRIDAY, WeekendPolicy.LATEST_EFFECTIVE, true, "tarde"));
                    return null;
                }))
                .as("the past is issued")
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aManualRateNeedsAReasonAndTheRoleAndYieldsToTheBanksWord() {
        LocalDate day = LocalDate.of(2023, 7, 12);
        NewManualRate bare = new NewManualRate(Currency.USD, new BigDecimal("1"), day, "x");
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().publish(bare)))
                .isInstanceOf(Invalid.class);
        NewManualRate good = new NewManualRate(Currency.USD, new BigDecimal("113.5"), day, "leída en el banco");
        assertThatThrownBy(
                        () -> SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().publish(good)))
                .isInstanceOf(Forbidden.class);
        RateView entered = SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().publish(good));
        assertThat(entered.state()).isEqualTo("ACCEPTED");
        assertThat(document(day, "NEXT_BANKING_DAY", "REFUSE").source()).isEqualTo("MANUAL");
        history("113.6421", day);
        assertThat(document(day, "NEXT_BANKING_DAY", "REFUSE").rate()).isEqualByComparingTo("113.6421");
    }

    @Test
    void aSlipOfTheFingerWaitsForASecondPerson() {
        LocalDate day = LocalDate.of(2023, 8, 30);
        history("144.3", day.minusDays(1));
        RateView slip = SHOP.as(
                Role.MANAGER,
                SHOP.ccs,
                s -> s.rates()
                        .publish(new NewManualRate(Currency.USD, new BigDecimal("1443"), day, "leída en el banco")));
        assertThat(slip.state()).isEqualTo("SUSPECT");
        assertThatThrownBy(() -> document(day, "NEXT_BANKING_DAY", "REFUSE")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().decide(slip.id(), true, "es correcta")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("rates.same-person"));
        SHOP.as(Role.MANAGER, SHOP.vln, s -> s.rates().decide(slip.id(), false, "un cero de más"));
        assertThatThrownBy(() -> document(day, "NEXT_BANKING_DAY", "REFUSE")).isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        SHOP.as(Role.MANAGER, SHOP.vln, s -> s.rates().decide(slip.id(), true, "cambio de idea")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("rates.not-suspect"));
    }

    @Test
    void aConversionShowsItsCalculation() {
        LocalDate day = LocalDate.of(2025, 6, 11);
        history("100.25", day);
        Conversion ten = SHOP.as(
                Role.FRONT_DESK, SHOP.ccs, s -> s.rates().convert(Money.usd("10.01"), Currency.VES, "BCV", day));
        assertThat(ten.result()).isEqualTo(Money.ves("1003.50"));
        assertThat(ten.explanation())
                .isEqualTo("10.01 USD × 100.25000000 VES/USD = 1003.50 VES, half up to cents;"
                        + " BCV, value date 2025-06-11, not up to date");
        assertThat(SHOP.as(
                                Role.FRONT_DESK,
                                SHOP.ccs,
                                s -> s.rates().convert(Money.ves("1003.50"), Currency.USD, "BCV", day))
                        .result())
                .isEqualTo(Money.usd("10.01"));
        assertThatThrownBy(() -> SHOP.as(
                        Role.FRONT_DESK,
                        SHOP.ccs,
                        s -> s.rates().convert(Money.usd("1.00"), Currency.VES, "BCV", day.plusDays(1))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aPriceIsShownInBolivaresAtTheRateThatItsInvoiceWouldTake() {
        LocalDate day = LocalDate.of(2023, 7, 19);
        NewManualRate read = new NewManualRate(Currency.USD, new BigDecimal("114.5"), day, "leída en el banco");
        SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().publish(read));
        Conversion price =
                SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().convert(Money.usd("10.00"), Currency.VES, null, day));
        assertThat(price.result()).isEqualTo(Money.ves("1145.00"));
        assertThat(price.rate().source()).isEqualTo("MANUAL");
        assertThat(price.explanation()).contains("MANUAL, value date 2023-07-19");
        assertThatThrownBy(() -> SHOP.as(
                        Role.FRONT_DESK,
                        SHOP.ccs,
                        s -> s.rates().convert(Money.usd("10.00"), Currency.VES, "BCV", day)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aChartHasOnePointForEachValueDateAndTheChange() {
        LocalDate day = LocalDate.of(2024, 7, 1);
        history("36.40", day);
        history("36.50", day.plusDays(1));
        history("36.4550", day.plusDays(2));
        RateChart chart =
                SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().chart("BCV", Quoted.USD, day, day.plusDays(2)));
        assertThat(chart.points())
                .extracting(RateChart.Point::valueDate)
                .containsExactly(day, day.plusDays(1), day.plusDays(2));
        assertThat(chart.highest()).isEqualByComparingTo("36.5");
        assertThat(chart.change()).isEqualByComparingTo("0.15");
    }

    @Test
    void theHistoryHasNoTwoRatesOfOneDayAndNoneOnADayWithoutBanks() {
        assertThat(new BcvHistory().days())
                .hasSizeGreaterThan(380)
                .extracting(BcvHistory.Day::valueDate)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(BankingCalendar.shipped()::isBankingDay);
    }

    private static void history(String rate, LocalDate day) {
        BcvHistory.Day past = new BcvHistory.Day(day, new BigDecimal(rate), Optional.empty());
        SHOP.system(s -> {
            s.rates().take(past);
            return null;
        });
    }

    private static DocumentRate document(LocalDate day, String weekend, String missing) {
        return document(day, issuer(weekend, missing));
    }

    private static DocumentRate document(LocalDate day, IssuerCard issuer) {
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().forDocument(day, issuer));
    }

    private static IssuerCard issuer(String weekend, String missing) {
        return new IssuerCard(UUID.randomUUID(), "J1", "x", "y", "ORDINARY", missing, weekend);
    }
}
