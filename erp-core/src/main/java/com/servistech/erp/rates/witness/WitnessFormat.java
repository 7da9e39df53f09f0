package com.servistech.erp.rates.witness;

import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.Quotes;
import com.servistech.erp.rates.Quotes.Quote;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a further source writes. A value date that it does not say is never assumed. */
public enum WitnessFormat {

    /** DolarApi: one object or a list, {@code moneda} (or {@code fuente: oficial}), {@code promedio}, {@code fechaActualizacion}. */
    DOLARAPI {
        @Override
        void read(JsonValue json, List<Quote> quotes) {
            if (json instanceof JsonObject object) {
                boolean official =
                        text(object, "fuente").filter("oficial"::equals).isPresent();
                Quoted base =
                        new Quoted(text(object, "moneda").filter(Quoted::isCode).orElse("USD"));
                if (official) {
                    quote(base, object.get("fechaActualizacion"), object.get("promedio"))
                            .ifPresent(quotes::add);
                }
            } else if (json.getValueType() == JsonValue.ValueType.ARRAY) {
                json.asJsonArray().forEach(item -> read(item, quotes));
            }
        }
    },

    /** dolarvzla: {@code {"current":{"date":"2026-10-05","usd":871.3689,"eur":981.17880877}}}. */
    DOLARVZLA {
        @Override
        void read(JsonValue json, List<Quote> quotes) {
            if (json instanceof JsonObject object && object.get("current") instanceof JsonObject current) {
                quote(Quoted.USD, current.get("date"), current.get("usd")).ifPresent(quotes::add);
                quote(Quoted.EUR, current.get("date"), current.get("eur")).ifPresent(quotes::add);
            }
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");

    abstract void read(JsonValue json, List<Quote> quotes);

    /** @throws IllegalArgumentException when nothing of it can be read */
    Quotes quotes(byte[] body) {
        List<Quote> quotes = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonStructure json = reader.read();
            read(json, quotes);
        } catch (RuntimeException e) {
            // also of nesting that is too deep, which the library reports as a bare RuntimeException
            throw new IllegalArgumentException("the answer is not JSON", e);
        }
        if (quotes.isEmpty()) {
            throw new IllegalArgumentException("the answer names no rate with its value date");
        }
        return new Quotes(quotes);
    }

    private static Optional<Quote> quote(Quoted base, JsonValue date, JsonValue rate) {
        String number = rate instanceof JsonNumber value
                ? value.toString()
                : rate instanceof JsonString value ? value.getString() : "";
        if (!(date instanceof JsonString day)
                || !NUMBER.matcher(number).matches()
                || day.getString().length() < 10) {
            return Optional.empty();
        }
        try {
            BigDecimal value = new BigDecimal(number);
            return value.signum() == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Quote(base, LocalDate.parse(day.getString().substring(0, 10)), value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }
}
