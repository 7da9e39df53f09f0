package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RatesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate FRIDAY = LocalDate.of(2025, 3, 7);

    @Test
    void aDocumentTakesTheRateOfItsDayAndOnAWeekendThatOfTheNextBankingDay() {
        manual("500.12345678", FRIDAY);
        manual("510", FRIDAY.plusDays(3));
        assertThat(document(FRIDAY, "NEXT_BANKING_DAY", "REFUSE").rate()).isEqualByComparingTo("500.12345678");
        DocumentRate sunday = document(FRIDAY.plusDays(2), "NEXT_BANKING_DAY", "REFUSE");
        assertThat(sunday.rate()).isEqualByComparingTo("510");
        assertThat(sunday.reason()).contains("no banking day");
        assertThat(document(FRIDAY.plusDays(2), "LATEST_EFFECTIVE", "REFUSE").rate())
                .isEqualByComparingTo("500.12345678");
    }

    @Test
    void aMissingRateIsRefusedOrMarkedProvisionalByTheIssuersPolicy() {
        LocalDate day = LocalDate.of(2025, 5, 14);
        manual("600", day.minusDays(2));
        assertThatThrownBy(() -> document(day, "NEXT_BANKING_DAY", "REFUSE"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(day.toString());
        DocumentRate provisional = document(day, "NEXT_BANKING_DAY", "PROVISIONAL_LAST_KNOWN");
        assertThat(provisional.provisional()).isTrue();
        assertThat(provisional.rate()).isEqualByComparingTo("600");
    }

    @Test
    void theBanksPageIsPublishedOnceAndAJumpWaitsForAPerson() {
        LocalDate next = LocalDate.of(2026, 11, 25);
        assertThat(take(new Publication(next, new BigDecimal("900.0000"), new BigDecimal("1035.00000000"), "a"))
                        .outcome())
                .isEqualTo(Outcome.PUBLISHED);
        assertThat(take(new Publication(next, new BigDecimal("900.0000"), new BigDecimal("1035.00000000"), "a"))
                        .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(take(new Publication(
                                next.plusDays(1), new BigDecimal("1100.0000"), new BigDecimal("1265.00000000"), "b"))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        Refreshed down = SHOP.system(s -> s.rates().take(new RateSource.Unavailable("no line")));
        assertThat(down.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(down.rate().rate()).isEqualByComparingTo("900");
        Conversion ten = SHOP.as(
                Role.FRONT_DESK, SHOP.ccs, s -> s.rates().convert(Money.usd("10.01"), Currency.VES, "BCV", next));
        assertThat(ten.result()).isEqualTo(Money.ves("9009.00"));
    }

    @Test
    void aManualRateNeedsAReasonAndTheRole() {
        NewManualRate bare = new NewManualRate(Currency.USD, new BigDecimal("1"), FRIDAY.minusYears(9), "x");
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.rates().publish(bare)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(
                        () -> SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().publish(bare)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theHistoryHasNoTwoRatesOfOneDay() {
        assertThat(new BcvHistory().days())
                .hasSizeGreaterThan(80)
                .extracting(BcvHistory.Day::valueDate)
                .doesNotHaveDuplicates()
                .allMatch(BankingCalendar.shipped()::isBankingDay);
    }

    private static Refreshed take(Publication publication) {
        return SHOP.system(s -> s.rates().take(new RateSource.Read(publication)));
    }

    private static void manual(String rate, LocalDate day) {
        BcvHistory.Day past = new BcvHistory.Day(day, new BigDecimal(rate), java.util.Optional.empty());
        SHOP.system(s -> {
            s.rates().take(past);
            return null;
        });
    }

    private static DocumentRate document(LocalDate day, String weekend, String missing) {
        IssuerCard issuer = new IssuerCard(UUID.randomUUID(), "J1", "x", "y", "ORDINARY", missing, weekend);
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().forDocument(day, issuer));
    }
}
