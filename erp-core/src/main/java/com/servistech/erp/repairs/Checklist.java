package com.servistech.erp.repairs;

import com.servistech.erp.error.Problems;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was looked at when the device came in.
 *
 * @param items what was looked at, to a Boolean (fine or not) or a String (what was seen)
 */
public record Checklist(Map<String, Object> items) {

    private static final int MOST_ITEMS = 60;
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TEXT = 400;

    public Checklist {
        items = items == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    void check(Problems problems) {
        if (items.size() > MOST_ITEMS) {
            problems.add("/checklist", "list.too-long", "At most " + MOST_ITEMS + " items");
        }
        items.forEach((name, value) -> {
            String pointer = "/checklist/" + name.replace("~", "~0").replace("/", "~1");
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                problems.add(pointer, "text.too-long", "A name has 1 to " + LONGEST_NAME + " characters");
            }
            if (value instanceof String text ? text.length() > LONGEST_TEXT : !(value instanceof Boolean)) {
                problems.add(pointer, "value.unknown", "true, false, or a text of at most " + LONGEST_TEXT);
            }
        });
    }

    String json() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        items.forEach((name, value) -> {
            if (value instanceof Boolean fine) {
                json.add(name, fine);
            } else {
                json.add(name, String.valueOf(value));
            }
        });
        return json.build().toString();
    }

    static Checklist of(String json) {
        Map<String, Object> items = new LinkedHashMap<>();
        JsonObject object = Json.createReader(new StringReader(json)).readObject();
        object.forEach((name, value) -> items.put(
                name, value instanceof JsonString text ? text.getString() : (Object) (value == JsonValue.TRUE)));
        return new Checklist(items);
    }
}
