package com.servistech.erp.sdk.internal.json;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;

/** Java values as the contract writes them: ids, days, instants and decimals are strings, money is an object. */
public final class Body {

    private Body() {}

    /** An object of names and values in turn. */
    public static JsonObject of(Object... namesAndValues) {
        JsonObjectBuilder object = JsonText.JSON.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            object.add(name, value(Objects.requireNonNull(namesAndValues[i + 1], name)));
        }
        return object.build();
    }

    /** The object with one more member, or with that member replaced. */
    public static JsonObject with(JsonObject object, String name, Object value) {
        return JsonText.JSON.createObjectBuilder(object).add(name, value(value)).build();
    }

    /** The object with one more value at the end of the named array, which is made if it is not there. */
    public static JsonObject appended(JsonObject object, String name, Object value) {
        JsonArrayBuilder array = object.containsKey(name)
                ? JsonText.JSON.createArrayBuilder(object.getJsonArray(name))
                : JsonText.JSON.createArrayBuilder();
        return with(object, name, array.add(value(value)).build());
    }

    static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Draft<?> draft) {
            return draft.json();
        }
        if (value instanceof Money money) {
            return money.json();
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JsonText.JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Collection<?> items) {
            JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
            items.forEach(item -> array.add(value(item)));
            return array.build();
        }
        if (value instanceof BigDecimal decimal) {
            return JsonText.JSON.createValue(decimal.toPlainString());
        }
        return JsonText.JSON.createValue(value.toString());
    }
}
