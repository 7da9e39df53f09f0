package com.servistech.erp.rates.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Refused;
import com.servistech.erp.kit.FaultyWeb;
import com.servistech.erp.kit.FaultyWeb.Play;
import com.servistech.erp.kit.SettableClock;
import com.servistech.erp.rates.Captures;
import com.servistech.erp.rates.RateSource.Fetched;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.RateSource.Unavailable;
import com.servistech.erp.rates.market.Market;
import com.servistech.erp.rates.market.MarketRule;
import com.servistech.erp.rates.market.MarketRule.Reference;
import com.servistech.erp.rates.web.Patience;
import com.servistech.erp.rates.web.TrustStore;
import com.servistech.erp.rates.web.Web;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinanceP2pTest {

    private static final Patience SHORT =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(800), Duration.ofSeconds(5), List.of(), 200_000);
    private static final MarketRule RULE = new MarketRule(Set.of(), null, 10, Reference.MID);

    private final FaultyWeb web = FaultyWeb.plain();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T14:00:00Z"));
    private final List<Duration> pauses = new ArrayList<>();
    private final BinanceP2p binance = new BinanceP2p(
            new Web(clock, pauses::add, SHORT, TrustStore.ofTheJdk().context()), web.url(), web.url(), RULE);

    @AfterEach
    void close() {
        web.close();
    }

    /** Figures computed by hand from the captures. */
    @ParameterizedTest
    @CsvSource({
        "binance/adv_search_buy_p1.json, BUY, 746.900, 746.82732805",
        "binance/adv_search_sell_p1.json, SELL, 742.525, 742.35843885"
    })
    void aCapturedPageGivesItsMedianAndItsWeightedAverage(
            String file, String side, BigDecimal median, BigDecimal weighted) {
        var saved = new SavedAds().read(Captures.read(file));
        assertThat(saved.rates()).singleElement().satisfies(reading -> {
            assertThat(reading.rate()).isEqualByComparingTo(median);
            assertThat(reading.base().code()).isEqualTo("USDT");
        });
        assertThat(saved.note()).contains("side " + side, "median of 20", "0 left out", weighted.toPlainString());
    }

    @Test
    void threePagesOfEachSideMakeTheMarketASecondApart() {
        web.plays(market(3));
        Read<Market> read = (Read<Market>) binance.fetch();
        assertThat(read.value().summary().buy().n()).isEqualTo(60);
        assertThat(read.value().summary().sell().n()).isEqualTo(60);
        assertThat(read.value().summary().buy().median())
                .isGreaterThan(read.value().summary().sell().median());
        assertThat(read.value().summary().confidence()).isEqualTo("HIGH");
        assertThat(read.attempt().channel()).isEqualTo("P2P");
        assertThat(web.requests()).hasSize(6);
        assertThat(pauses).hasSize(5).containsOnly(Duration.ofSeconds(1));
        assertThat(web.requests().get(0))
                .contains("POST /bapi/c2c/v2/friendly/c2c/adv/search")
                .contains("\"tradeType\":\"BUY\"")
                .contains("\"fiat\":\"VES\"")
                .contains("Content-Type: application/json");
    }

    @Test
    void theLastPageIsTheEndAndNoFailure() {
        web.plays(market(1));
        Read<Market> read = (Read<Market>) binance.fetch();
        assertThat(read.value().summary().buy().n()).isEqualTo(20);
        assertThat(read.value().summary().confidence()).isEqualTo("MEDIUM");
    }

    @Test
    void whoAdvertisesIsNeverKeptAndThePriceFollowsFromWhatIs() {
        web.plays(market(2));
        Read<Market> read = (Read<Market>) binance.fetch();
        String kept = new String(read.evidence().body(), StandardCharsets.UTF_8);
        assertThat(kept).doesNotContain("nickName", "NICK", "userNo", "advertiser", "USER-");
        assertThat(BinanceP2p.reread(read.evidence().body())).isEqualTo(read.value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"000002\",\"message\":\"illegal parameter\",\"data\":null,\"success\":false}",
                "{\"code\":\"000000\",\"data\":[],\"total\":0,\"success\":true}",
                "{\"code\":\"000000\",\"data\":[{\"adv\":{\"tradeType\":\"SELL\"}}],\"success\":false}",
                "{\"code\":\"000000\",\"data\":\"x\",\"success\":true}",
                "{\"code\":0,\"success\":true}",
                "[]",
                "<html><body>403 Forbidden</body></html>",
                "",
                "{\"code\":\"000000\",\"success\":true,\"data\":["
            })
    void whateverIsNoOfferIsNoData(String body) {
        web.plays(json(body));
        assertNoData(binance.fetch());
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 418, 429, 500, 503})
    void aRefusalIsNoData(int status) {
        web.plays(FaultyWeb.status(status, "no"));
        assertNoData(binance.fetch());
    }

    @Test
    void offersOfTheOtherSideAnotherCurrencyOrTooFewAreNoData() {
        web.plays((request, out) -> page(request, "SELL", "VES", 20).answer(request, out));
        assertNoData(binance.fetch());
        web.plays((request, out) -> page(request, null, "COP", 20).answer(request, out));
        assertNoData(binance.fetch());
        web.plays((request, out) -> page(request, null, "VES", 3).answer(request, out));
        assertThat(assertNoData(binance.fetch())).contains("fewer than 10");
        web.plays(FaultyWeb.bomb(30_000_000));
        assertNoData(binance.fetch());
        web.plays(web.silent());
        assertNoData(binance.fetch());
    }

    @Test
    void thePublicQuotationStepsInWithLowConfidence() {
        web.plays((request, out) -> (request.contains("quote-price")
                        ? json(
                                "{\"code\":\"000000\",\"success\":true,\"data\":{\"asset\":\"USDT\",\"fiat\":\"VES\",\"price\":\""
                                        + (request.contains("tradeType=BUY") ? "746.9" : "742.5") + "\"}}")
                        : FaultyWeb.status(403, "WAF"))
                .answer(request, out));
        Read<Market> read = (Read<Market>) binance.fetch();
        assertThat(read.attempt().channel()).isEqualTo("QUOTE");
        assertThat(read.value().rate()).isEqualByComparingTo("744.7");
        assertThat(read.value().summary().confidence()).isEqualTo("LOW");
        assertThat(BinanceP2p.reread(read.evidence().body())).isEqualTo(read.value());
    }

    @Test
    void afterFiveFailuresNobodyIsAskedForFiveMinutes() {
        web.plays(FaultyWeb.status(403, "no"));
        for (int i = 0; i < 5; i++) {
            assertNoData(binance.fetch());
        }
        int asked = web.requests().size();
        assertThat(assertNoData(binance.fetch())).contains("not asked until 2026-11-24T14:05:00Z");
        assertThat(web.requests()).hasSize(asked);
        clock.advance(Duration.ofMinutes(5));
        web.plays(market(1));
        assertThat(binance.fetch()).isInstanceOf(Read.class);
    }

    @Test
    void theShopsMethodsAndTicketAreAskedForAndUsedAgain() {
        BinanceP2p choosy = new BinanceP2p(
                new Web(clock, pauses::add, SHORT, TrustStore.ofTheJdk().context()),
                web.url(),
                web.url(),
                new MarketRule(Set.of("PagoMovil"), new BigDecimal("50000"), 10, Reference.BUY));
        web.plays(market(1));
        Read<Market> read = (Read<Market>) choosy.fetch();
        assertThat(web.requests().get(0)).contains("\"payTypes\":[\"PagoMovil\"]", "\"transAmount\":\"50000\"");
        assertThat(read.value().summary().buy().n())
                .as("half of them take Pago Móvil")
                .isEqualTo(10);
    }

    @Test
    void aSavedPageThatIsNoneIsRefusedInWords() {
        assertThatThrownBy(() -> new SavedAds().read("<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not JSON");
    }

    private static String assertNoData(Fetched<Market> fetched) {
        assertThat(fetched).isInstanceOf(Unavailable.class);
        return ((Unavailable<Market>) fetched).reason();
    }

    /** Answers each request with a page of its own side, up to a number of pages. */
    private static Play market(int pages) {
        return (request, out) -> {
            boolean past =
                    !request.contains("\"page\":1,") && pages == 1 || request.contains("\"page\":3,") && pages == 2;
            page(request, null, "VES", past ? 0 : 20).answer(request, out);
        };
    }

    private static Play page(String request, String tradeType, String fiat, int offers) {
        boolean buy = request.contains("\"tradeType\":\"BUY\"");
        String type = tradeType == null ? (buy ? "SELL" : "BUY") : tradeType;
        // of a single type: one of the two requests gets the wrong side
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < offers; i++) {
            data.append(i == 0 ? "" : ",").append("""
                {"adv":{"advNo":"1%d","tradeType":"%s","asset":"USDT","fiatUnit":"%s","price":"%s","surplusAmount":"%d.5",
                "tradableQuantity":"%d.25","minSingleTransAmount":"20000","maxSingleTransAmount":"90000",
                "dynamicMaxSingleTransAmount":"80000","isTradable":true,"tradeMethods":[{"identifier":"%s","payType":"x"}]},
                "advertiser":{"userNo":"USER-%d","nickName":"NICK %d","monthOrderCount":62}}
                """.formatted(
                            i,
                            type,
                            fiat,
                            new BigDecimal(buy ? "745" : "744")
                                    .add(BigDecimal.valueOf(buy ? i : -i).movePointLeft(1)),
                            100 + i,
                            100 + i,
                            i % 2 == 0 ? "PagoMovil" : "Banesco",
                            i,
                            i));
        }
        return json("{\"code\":\"000000\",\"message\":null,\"success\":true,\"total\":60,\"data\":[" + data + "]}");
    }

    private static Play json(String body) {
        return FaultyWeb.page(body.getBytes(StandardCharsets.UTF_8), "application/json");
    }
}
