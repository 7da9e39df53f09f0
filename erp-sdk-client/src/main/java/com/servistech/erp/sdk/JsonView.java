package com.servistech.erp.sdk;

import com.servistech.erp.sdk.error.InvalidResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads the members of a JSON object in the types of the contract. A missing member or one of another type fails when
 * it is read, naming its path; members that nobody reads are kept and harm nobody. Immutable.
 */
public final class JsonView {

    private final JsonObject json;
    private final String path;
    private final Optional<RawResponse> origin;

    private JsonView(JsonObject json, String path, Optional<RawResponse> origin) {
        this.json = json;
        this.path = path;
        this.origin = origin;
    }

    /** A view over an object on its own. */
    public static JsonView of(JsonObject json) {
        return new JsonView(json, "", Optional.empty());
    }

    static JsonView of(JsonObject json, RawResponse origin) {
        return new JsonView(json, "", Optional.of(origin));
    }

    /** The object itself. */
    public JsonObject json() {
        return json;
    }

    /** The answer whose whole body this is; empty for an item of a list or a nested object. */
    public Optional<RawResponse> origin() {
        return origin;
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        return json.containsKey(name) && json.get(name).getValueType() != JsonValue.ValueType.NULL;
    }

    /** The member as the reader gives it, or empty if it is missing or null: {@code optional("email", view::string)}. */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        return has(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    public String string(String name) {
        return member(name, JsonString.class, "a string").getString();
    }

    public boolean flag(String name) {
        JsonValue value = member(name, JsonValue.class, "a boolean");
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw wrong(name, "a boolean");
        }
        return value == JsonValue.TRUE;
    }

    public long integer(String name) {
        try {
            return member(name, JsonNumber.class, "an integer").longValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name, "an integer");
        }
    }

    /** A decimal written as a string, as rates and percentages are. */
    public BigDecimal decimal(String name) {
        return parsed(name, BigDecimal::new, "a decimal string");
    }

    public UUID uuid(String name) {
        return parsed(name, UUID::fromString, "a UUID");
    }

    public Instant instant(String name) {
        return parsed(name, Instant::parse, "an instant");
    }

    public LocalDate day(String name) {
        return parsed(name, LocalDate::parse, "a day");
    }

    public Money money(String name) {
        JsonView money = object(name);
        return new Money(money.decimal("amount"), money.string("currency"));
    }

    public JsonView object(String name) {
        return new JsonView(member(name, JsonObject.class, "an object"), place(name), Optional.empty());
    }

    /** The objects of an array, in order. */
    public List<JsonView> objects(String name) {
        JsonArray array = member(name, JsonArray.class, "an array");
        List<JsonView> views = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof JsonObject object)) {
                throw wrong(name + "[" + i + "]", "an object");
            }
            views.add(new JsonView(object, place(name + "[" + i + "]"), Optional.empty()));
        }
        return List.copyOf(views);
    }

    /** The strings of an array, in order. */
    public List<String> strings(String name) {
        JsonArray array = member(name, JsonArray.class, "an array");
        List<String> strings = new ArrayList<>(array.size());
        for (JsonValue value : array) {
            if (!(value instanceof JsonString string)) {
                throw wrong(name, "an array of strings");
            }
            strings.add(string.getString());
        }
        return List.copyOf(strings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonView view && json.equals(view.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** Names only: values may be secrets or personal. */
    @Override
    public String toString() {
        return "JsonView" + json.keySet();
    }

    private <T extends JsonValue> T member(String name, Class<T> type, String wanted) {
        if (!has(name)) {
            throw new InvalidResponse(place(name) + " is missing");
        }
        JsonValue value = json.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name, wanted);
        }
        return type.cast(value);
    }

    private <T> T parsed(String name, Function<String, T> parser, String wanted) {
        try {
            return parser.apply(string(name));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name, wanted);
        }
    }

    private InvalidResponse wrong(String name, String wanted) {
        return new InvalidResponse(place(name) + " is not " + wanted);
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
