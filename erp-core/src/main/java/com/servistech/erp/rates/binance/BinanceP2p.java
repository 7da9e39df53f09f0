package com.servistech.erp.rates.binance;

import com.servistech.erp.rates.Attempt;
import com.servistech.erp.rates.Evidence;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.market.Market;
import com.servistech.erp.rates.market.MarketRule;
import com.servistech.erp.rates.market.MarketSummary;
import com.servistech.erp.rates.web.Answer;
import com.servistech.erp.rates.web.Web;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the market: three pages of each side from the advertisement search, and where that fails the two prices of the
 * documented public quotation, with low confidence. A second lies between two requests, addresses are never changed to
 * get around a refusal.
 */
public final class BinanceP2p implements RateSource<Market> {

    static final String SEARCH = "/bapi/c2c/v2/friendly/c2c/adv/search";
    static final String QUOTE = "/bapi/c2c/v1/public/c2c/agent/quote-price";

    private static final int PAGES = 3;
    private static final int ROWS = 20;
    private static final Duration POLITE = Duration.ofSeconds(1);
    private static final String QUOTE_PARSER = "binance-quote/1";

    private final Web web;
    private final URI search;
    private final URI quote;
    private final MarketRule rule;
    private final Breaker breaker;

    /**
     * @param search the host of the advertisement search
     * @param quote the host of the public quotation
     */
    public BinanceP2p(Web web, URI search, URI quote, MarketRule rule) {
        this.web = web;
        this.search = search.resolve(SEARCH);
        this.quote = quote.resolve(QUOTE);
        this.rule = rule;
        this.breaker = new Breaker(web.clock());
    }

    @Override
    public String name() {
        return "BINANCE";
    }

    @Override
    public Fetched<Market> fetch() {
        Attempt attempt = Attempt.at("P2P", web.clock().instant());
        if (breaker.rests().isPresent()) {
            return new Unavailable<>(
                    attempt,
                    "five failures in a row: not asked until " + breaker.rests().get(),
                    false);
        }
        String failure;
        try {
            Fetched<Market> read = advertisements();
            breaker.note(true);
            return read;
        } catch (NoData e) {
            failure = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable<>(attempt, "interrupted", false);
        }
        try {
            Fetched<Market> read = quotation();
            breaker.note(true);
            return read;
        } catch (NoData e) {
            breaker.note(false);
            return new Unavailable<>(attempt, failure + "; and by the public quotation: " + e.getMessage(), false);
        }
    }

    private Fetched<Market> advertisements() throws InterruptedException {
        KeptAds kept = new KeptAds(rule);
        Attempt attempt = null;
        for (String side : new String[] {"BUY", "SELL"}) {
            for (int page = 1; page <= PAGES; page++) {
                if (attempt != null) {
                    web.pause().pause(POLITE);
                }
                Answer.Body body = body(web.post("P2P", search, request(side, page)));
                attempt = body.attempt();
                try {
                    AdPage read = new AdPage(body.bytes());
                    // says at once when the sides are mixed up
                    read.offers(side);
                    kept.add(side, read);
                } catch (NoData e) {
                    if (page == 1) {
                        throw e;
                    }
                    // past the last page: what there was before it counts
                    break;
                }
            }
        }
        Market market = kept.market();
        Evidence evidence =
                Evidence.of(kept.body(), search.toString(), attempt.requestedAt(), "application/json", KeptAds.PARSER);
        return new Read<>(attempt, evidence, market);
    }

    private Fetched<Market> quotation() {
        JsonObjectBuilder kept =
                Json.createObjectBuilder().add("reference", rule.reference().name());
        Attempt attempt = null;
        BigDecimal[] prices = new BigDecimal[2];
        String[] sides = {"BUY", "SELL"};
        for (int i = 0; i < sides.length; i++) {
            URI address = URI.create(quote + "?fiat=VES&asset=USDT&tradeType=" + sides[i]);
            Answer.Body body = body(web.get("QUOTE", address, "application/json"));
            attempt = body.attempt();
            prices[i] = BinanceJson.object(BinanceJson.envelope(body.bytes()), "data")
                    .filter(data -> BinanceJson.text(data, "asset").equals(Optional.of("USDT"))
                            && BinanceJson.text(data, "fiat").equals(Optional.of("VES")))
                    .flatMap(data -> BinanceJson.number(data, "price"))
                    .filter(price -> price.signum() > 0)
                    .orElseThrow(() -> new NoData("the quotation has no price of USDT in VES"));
            kept.add(sides[i], prices[i].toPlainString());
        }
        byte[] bytes = kept.build().toString().getBytes(StandardCharsets.UTF_8);
        return new Read<>(
                attempt,
                Evidence.of(bytes, quote.toString(), attempt.requestedAt(), "application/json", QUOTE_PARSER),
                quoted(prices[0], prices[1]));
    }

    private Market quoted(BigDecimal buy, BigDecimal sell) {
        return Market.of(side(buy), side(sell), rule.reference(), true).orElseThrow();
    }

    private static Optional<MarketSummary.Side> side(BigDecimal price) {
        return Optional.of(new MarketSummary.Side(price, price, 0, 0));
    }

    private static Answer.Body body(Answer answer) {
        if (answer instanceof Answer.Body body) {
            return body;
        }
        String reason = answer instanceof Answer.None none ? none.reason() : ((Answer.Unreadable) answer).reason();
        throw new NoData(reason);
    }

    private String request(String side, int page) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("page", page)
                .add("rows", ROWS)
                .add("asset", "USDT")
                .add("fiat", "VES")
                .add("tradeType", side)
                .add(
                        "payTypes",
                        Json.createArrayBuilder(rule.methods().stream().sorted().toList()));
        if (rule.ticket() != null) {
            json.add("transAmount", rule.ticket().toPlainString());
        }
        return json.build().toString();
    }

    /** The price again, from what was kept of an advertisement search or a quotation. */
    public static Market reread(byte[] body) {
        try (var reader = Json.createReader(new java.io.ByteArrayInputStream(body))) {
            var json = reader.readObject();
            if (!json.containsKey("BUY")) {
                return KeptAds.of(body).market();
            }
            MarketRule.Reference reference = MarketRule.Reference.valueOf(json.getString("reference"));
            return Market.of(
                            side(new BigDecimal(json.getString("BUY"))),
                            side(new BigDecimal(json.getString("SELL"))),
                            reference,
                            true)
                    .orElseThrow();
        }
    }
}
