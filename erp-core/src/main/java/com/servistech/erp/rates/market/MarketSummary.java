package com.servistech.erp.rates.market;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;

/**
 * A market at one moment. Prices are VES for one unit.
 *
 * @param buy what one pays to get a unit (ask); null when only the other side was seen
 * @param sell what one receives for a unit (bid); null when only the other side was seen
 * @param spread (ask − bid) / bid, five decimals; null without both sides
 * @param reference which of them the rate is: BUY, SELL or MID
 * @param confidence HIGH, MEDIUM or LOW
 */
public record MarketSummary(Side buy, Side sell, BigDecimal spread, String reference, String confidence) {

    /**
     * One side.
     *
     * @param median half of the offers are better, half are worse
     * @param vwap average weighted by what can be traded
     * @param n offers that were counted
     * @param dropped offers that were not, as outliers
     */
    public record Side(BigDecimal median, BigDecimal vwap, int n, int dropped) {

        private JsonObjectBuilder json() {
            return Json.createObjectBuilder()
                    .add("median", median.toPlainString())
                    .add("vwap", vwap.toPlainString())
                    .add("n", n)
                    .add("dropped", dropped);
        }

        private static Side of(JsonValue value) {
            if (value == null || value.getValueType() != JsonValue.ValueType.OBJECT) {
                return null;
            }
            JsonObject side = value.asJsonObject();
            return new Side(
                    new BigDecimal(side.getString("median")),
                    new BigDecimal(side.getString("vwap")),
                    side.getInt("n"),
                    side.getInt("dropped"));
        }
    }

    public String toJson() {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("reference", reference).add("confidence", confidence);
        if (buy != null) {
            json.add("buy", buy.json());
        }
        if (sell != null) {
            json.add("sell", sell.json());
        }
        if (spread != null) {
            json.add("spread", spread.toPlainString());
        }
        return json.build().toString();
    }

    /** @param text of {@link #toJson()}; null gives null */
    public static MarketSummary fromJson(String text) {
        if (text == null) {
            return null;
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new MarketSummary(
                    Side.of(json.get("buy")),
                    Side.of(json.get("sell")),
                    json.containsKey("spread") ? new BigDecimal(json.getString("spread")) : null,
                    json.getString("reference"),
                    json.getString("confidence"));
        }
    }
}
