package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.rates.market.Market;
import com.servistech.erp.rates.market.MarketRule.Reference;
import com.servistech.erp.rates.market.MarketSummary;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a market's price; the official dollar is 1000. */
class MarketInTheBookTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @AfterEach
    void theClockGoesBack() {
        FutureBank.end();
    }

    @Test
    void aMarketIsPublishedWithBothSidesAndGrowsOldAfterTwoHours() {
        FutureBank.begin();
        assertThat(take("1302", "1298").outcome()).isEqualTo(Outcome.PUBLISHED);
        RateView current = current();
        assertThat(current.rate()).isEqualByComparingTo("1300");
        assertThat(current.market().buy().median()).isEqualByComparingTo("1302");
        assertThat(current.market().confidence()).isEqualTo("MEDIUM");
        assertThat(current.stale()).isFalse();
        SHOP.clock.advance(Duration.ofHours(2).plusSeconds(1));
        assertThat(current().stale()).isTrue();
    }

    @Test
    void theSamePriceHalfAnHourLaterIsAnObservationOfItsOwn() {
        LocalDate monday = FutureBank.begin();
        take("1302", "1298");
        SHOP.clock.advance(Duration.ofMinutes(30));
        take("1302", "1298");
        assertThat(FutureBank.rows("BINANCE", monday.minusDays(3), "USDT")).hasSize(2);
        assertThat(current().observedAt()).isEqualTo(SHOP.clock.instant());
    }

    @Test
    void aJumpWithinAnHourAPriceFarFromTheBanksAndCrossedSidesWaitForAPerson() {
        FutureBank.begin();
        take("1302", "1298");
        SHOP.clock.advance(Duration.ofMinutes(30));
        assertThat(take("1502", "1498").reason()).contains("within an hour");
        assertThat(current().rate()).isEqualByComparingTo("1300");
        SHOP.clock.advance(Duration.ofHours(2));
        assertThat(take("1502", "1498").outcome()).isEqualTo(Outcome.PUBLISHED);
        SHOP.clock.advance(Duration.ofHours(2));
        assertThat(take("2502", "2498").reason()).contains("times the official dollar");
        assertThat(take("1498", "1540").reason()).contains("crossed");
        assertThat(current().rate()).isEqualByComparingTo("1500");
    }

    @Test
    void aMarketThatCannotBeReadLeavesThePriceOfBefore() {
        FutureBank.begin();
        take("1302", "1298");
        Attempt attempt = Attempt.at("P2P", SHOP.clock.instant());
        Refreshed down =
                SHOP.system(s -> s.rates().takeMarket(new RateSource.Unavailable<>(attempt, "status 403", false)));
        assertThat(down.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(down.rate().rate()).isEqualByComparingTo("1300");
    }

    @Test
    void noDocumentEverTakesAMarketsPrice() {
        LocalDate monday = FutureBank.begin();
        SHOP.clock.advance(Duration.ofDays(3));
        take("1302", "1298");
        IssuerCard issuer = new IssuerCard(
                UUID.randomUUID(), "J1", "x", "y", "ORDINARY", "PROVISIONAL_LAST_KNOWN", "NEXT_BANKING_DAY");
        assertThatThrownBy(() ->
                        SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().forDocument(monday, Currency.USDT, issuer)))
                .isInstanceOf(Conflict.class);
        DocumentRate dollar =
                SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().forDocument(monday, Currency.USD, issuer));
        assertThat(dollar.source()).isEqualTo("BCV");
    }

    @Test
    void anAmountOfUsdtIsConvertedAtTheMarketsPrice() {
        FutureBank.begin();
        take("1302", "1298");
        Conversion converted = SHOP.as(
                Role.FRONT_DESK,
                SHOP.ccs,
                s -> s.rates().convert(Money.of("10.00", Currency.USDT), Currency.VES, "BINANCE", null));
        assertThat(converted.result()).isEqualTo(Money.ves("13000.00"));
    }

    private static Refreshed take(String buy, String sell) {
        Market market = Market.of(side(buy), side(sell), Reference.MID, false).orElseThrow();
        Evidence evidence = Evidence.of(
                (buy + sell + SHOP.clock.instant()).getBytes(StandardCharsets.UTF_8),
                "https://market.test/",
                SHOP.clock.instant(),
                null,
                "test/1");
        Read<Market> read = new Read<>(Attempt.at("P2P", SHOP.clock.instant()), evidence, market);
        return SHOP.system(s -> s.rates().takeMarket(read));
    }

    private static Optional<MarketSummary.Side> side(String price) {
        return Optional.of(new MarketSummary.Side(new BigDecimal(price), new BigDecimal(price), 20, 0));
    }

    private static RateView current() {
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().current("BINANCE", Quoted.USDT));
    }
}
