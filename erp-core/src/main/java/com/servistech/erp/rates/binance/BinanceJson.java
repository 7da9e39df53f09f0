package com.servistech.erp.rates.binance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer of Binance: an envelope with a code, and data in it. */
final class BinanceJson {

    /** Numbers are text with a decimal point; twelve digits and eight decimals are more than a price needs. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");

    private BinanceJson() {}

    /** @throws NoData when it is no JSON object, or one that says that it failed */
    static JsonObject envelope(byte[] body) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            json = reader.readObject();
        } catch (RuntimeException e) {
            // also of nesting that is too deep, which the library reports as a bare RuntimeException
            throw new NoData("the answer is not JSON", e);
        }
        boolean good = text(json, "code").equals(Optional.of("000000"))
                && json.get("success") != null
                && json.get("success").getValueType() == JsonValue.ValueType.TRUE;
        if (!good) {
            throw new NoData("Binance says code %s: %s"
                    .formatted(
                            text(json, "code").orElse("none"),
                            text(json, "message").orElse("no message")));
        }
        return json;
    }

    static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    static Optional<JsonObject> object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    static JsonArray array(JsonObject json, String name) {
        return json.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    static Optional<BigDecimal> number(JsonObject json, String name) {
        JsonValue value = json.get(name);
        String text = value instanceof JsonString string
                ? string.getString()
                : value instanceof JsonNumber number ? number.toString() : "";
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
