package com.servistech.erp.rates.binance;

import com.servistech.erp.rates.market.Offer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One page of the advertisement search. {@code tradeType} of a request is what the asker does: asked for BUY, Binance
 * answers with advertisements whose own {@code tradeType} is SELL.
 */
final class AdPage {

    private final List<JsonObject> advertisements = new ArrayList<>();

    /**
     * @param body an answer of the search, or our own reduced form of it
     * @throws NoData when it holds no advertisements for USDT against VES
     */
    AdPage(byte[] body) {
        for (JsonValue item : BinanceJson.array(BinanceJson.envelope(body), "data")) {
            if (item instanceof JsonObject object) {
                BinanceJson.object(object, "adv").ifPresent(advertisements::add);
            }
        }
        if (advertisements.isEmpty()) {
            throw new NoData("the page has no advertisements");
        }
    }

    List<JsonObject> advertisements() {
        return List.copyOf(advertisements);
    }

    /** BUY or SELL as the asker means it; by what the advertisements themselves say. */
    String side() {
        return isOf("SELL") ? "BUY" : "SELL";
    }

    /**
     * The offers of the side that was asked for.
     *
     * @throws NoData when they are of the other side, another currency or another asset
     */
    List<Offer> offers(String side) {
        String expected = side.equals("BUY") ? "SELL" : "BUY";
        if (!isOf(expected)) {
            throw new NoData("asked for " + side + ", the advertisements must all be " + expected);
        }
        List<Offer> offers = new ArrayList<>();
        for (JsonObject adv : advertisements) {
            boolean market = BinanceJson.text(adv, "asset").equals(Optional.of("USDT"))
                    && BinanceJson.text(adv, "fiatUnit").equals(Optional.of("VES"));
            if (!market) {
                throw new NoData("an advertisement is not for USDT against VES");
            }
            offer(adv).ifPresent(offers::add);
        }
        return offers;
    }

    private boolean isOf(String tradeType) {
        return advertisements.stream()
                .allMatch(adv -> BinanceJson.text(adv, "tradeType").equals(Optional.of(tradeType)));
    }

    /** Empty when it has no price or nothing to trade. */
    private static Optional<Offer> offer(JsonObject adv) {
        BigDecimal price = BinanceJson.number(adv, "price").orElse(BigDecimal.ZERO);
        BigDecimal quantity = BinanceJson.number(adv, "tradableQuantity")
                .or(() -> BinanceJson.number(adv, "surplusAmount"))
                .orElse(BigDecimal.ZERO);
        if (price.signum() <= 0 || quantity.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal most = BinanceJson.number(adv, "dynamicMaxSingleTransAmount")
                .or(() -> BinanceJson.number(adv, "maxSingleTransAmount"))
                .orElse(price.multiply(quantity));
        return Optional.of(new Offer(
                price,
                quantity,
                BinanceJson.number(adv, "minSingleTransAmount").orElse(BigDecimal.ZERO),
                most,
                methods(adv),
                adv.get("isTradable") != null && adv.get("isTradable").getValueType() == JsonValue.ValueType.TRUE));
    }

    private static Set<String> methods(JsonObject adv) {
        Set<String> methods = new HashSet<>();
        for (JsonValue method : BinanceJson.array(adv, "tradeMethods")) {
            if (method instanceof JsonObject object) {
                BinanceJson.text(object, "identifier").ifPresent(methods::add);
            }
        }
        return methods;
    }
}
