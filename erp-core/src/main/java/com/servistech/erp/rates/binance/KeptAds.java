package com.servistech.erp.rates.binance;

import com.servistech.erp.rates.market.Market;
import com.servistech.erp.rates.market.MarketRule;
import com.servistech.erp.rates.market.MarketRule.Reference;
import com.servistech.erp.rates.market.MarketSummary;
import com.servistech.erp.rates.market.Offer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The evidence of a market: what was read of each advertisement that bears on the price, and by which rule. Who placed
 * it is left out before anything is kept, so this is not the answer byte for byte; the price follows from it all the
 * same, for ever.
 */
final class KeptAds {

    static final String PARSER = "binance-p2p/1";

    private static final List<String> KEPT = List.of(
            "tradeType",
            "asset",
            "fiatUnit",
            "price",
            "surplusAmount",
            "tradableQuantity",
            "minSingleTransAmount",
            "maxSingleTransAmount",
            "dynamicMaxSingleTransAmount",
            "isTradable");

    private final MarketRule rule;
    private final List<AdPage> buy = new ArrayList<>();
    private final List<AdPage> sell = new ArrayList<>();

    KeptAds(MarketRule rule) {
        this.rule = rule;
    }

    void add(String side, AdPage page) {
        (side.equals("BUY") ? buy : sell).add(page);
    }

    /** @throws NoData when there are too few offers on a side that the rule needs */
    Market market() {
        Optional<MarketSummary.Side> ask = rule.side(offers("BUY", buy));
        Optional<MarketSummary.Side> bid = rule.side(offers("SELL", sell));
        return Market.of(ask, bid, rule.reference(), false)
                .orElseThrow(() -> new NoData("fewer than %d usable offers on a side".formatted(rule.fewest())));
    }

    byte[] body() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add(
                        "methods",
                        Json.createArrayBuilder(rule.methods().stream().sorted().toList()))
                .add("fewest", rule.fewest())
                .add("reference", rule.reference().name())
                .add("buy", pages(buy))
                .add("sell", pages(sell));
        if (rule.ticket() != null) {
            json.add("ticket", rule.ticket().toPlainString());
        }
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same from a body that was kept. */
    static KeptAds of(byte[] body) {
        JsonObject json;
        try (var reader = Json.createReader(new java.io.ByteArrayInputStream(body))) {
            json = reader.readObject();
        }
        Set<String> methods = new HashSet<>();
        json.getJsonArray("methods").forEach(method -> methods.add(((JsonString) method).getString()));
        BigDecimal ticket = json.containsKey("ticket") ? new BigDecimal(json.getString("ticket")) : null;
        KeptAds kept = new KeptAds(
                new MarketRule(methods, ticket, json.getInt("fewest"), Reference.valueOf(json.getString("reference"))));
        read(json, "buy", "BUY", kept);
        read(json, "sell", "SELL", kept);
        return kept;
    }

    private static void read(JsonObject json, String name, String side, KeptAds kept) {
        for (JsonValue page : json.getJsonArray(name)) {
            kept.add(side, new AdPage(page.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static List<Offer> offers(String side, List<AdPage> pages) {
        return pages.stream().flatMap(page -> page.offers(side).stream()).toList();
    }

    private static JsonArrayBuilder pages(List<AdPage> pages) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (AdPage page : pages) {
            JsonArrayBuilder data = Json.createArrayBuilder();
            page.advertisements()
                    .forEach(adv -> data.add(Json.createObjectBuilder().add("adv", reduced(adv))));
            all.add(Json.createObjectBuilder()
                    .add("code", "000000")
                    .add("success", true)
                    .add("data", data));
        }
        return all;
    }

    private static JsonObjectBuilder reduced(JsonObject adv) {
        JsonObjectBuilder kept = Json.createObjectBuilder();
        for (String name : KEPT) {
            if (adv.containsKey(name)) {
                kept.add(name, adv.get(name));
            }
        }
        JsonArrayBuilder methods = Json.createArrayBuilder();
        for (JsonValue method : BinanceJson.array(adv, "tradeMethods")) {
            if (method instanceof JsonObject object) {
                BinanceJson.text(object, "identifier")
                        .ifPresent(
                                name -> methods.add(Json.createObjectBuilder().add("identifier", name)));
            }
        }
        return kept.add("tradeMethods", methods);
    }
}
