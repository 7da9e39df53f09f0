package com.servistech.erp.rates;

import com.servistech.erp.rates.market.MarketSummary;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;

/** An accepted rate as the cache holds it: what is stale is never cached, it depends on the hour. */
final class CachedRate {

    private CachedRate() {}

    static String text(RateView rate) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", rate.id().toString())
                .add("source", rate.source())
                .add("base", rate.base())
                .add("rate", rate.rate().toPlainString())
                .add("valueDate", rate.valueDate().toString())
                .add("observedAt", rate.observedAt().toString())
                .add("channel", rate.channel())
                .add("doubts", Json.createArrayBuilder(rate.doubts()));
        add(json, "reason", rate.reason());
        add(json, "operationDate", rate.operationDate());
        add(json, "publishedAt", rate.publishedAt());
        add(json, "evidence", rate.evidence());
        add(json, "market", rate.market() == null ? null : rate.market().toJson());
        return json.build().toString();
    }

    static RateView view(String text, Predicate<RateView> stale) {
        JsonObject json;
        try (var reader = Json.createReader(new StringReader(text))) {
            json = reader.readObject();
        }
        RateView fresh = of(json, false);
        return stale.test(fresh) ? of(json, true) : fresh;
    }

    private static RateView of(JsonObject json, boolean stale) {
        String operation = json.getString("operationDate", null);
        String published = json.getString("publishedAt", null);
        return new RateView(
                UUID.fromString(json.getString("id")),
                json.getString("source"),
                json.getString("base"),
                "VES",
                new BigDecimal(json.getString("rate")),
                LocalDate.parse(json.getString("valueDate")),
                Instant.parse(json.getString("observedAt")),
                stale,
                json.getString("reason", null),
                json.getString("channel"),
                "ACCEPTED",
                json.getJsonArray("doubts").getValuesAs(jakarta.json.JsonString::getString),
                operation == null ? null : LocalDate.parse(operation),
                published == null ? null : Instant.parse(published),
                json.getString("evidence", null),
                MarketSummary.fromJson(json.getString("market", null)));
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }
}
