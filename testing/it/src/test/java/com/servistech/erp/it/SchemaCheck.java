package com.servistech.erp.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds a value against a schema of the description: as much of JSON Schema as is written there. */
final class SchemaCheck {

    private final Description description;
    private final List<String> differences = new ArrayList<>();

    private SchemaCheck(Description description) {
        this.description = description;
    }

    /** Where and how the value is not as described; empty when it is. */
    static List<String> differences(Description description, JsonObject schema, JsonValue value) {
        SchemaCheck check = new SchemaCheck(description);
        check.value("", description.resolved(schema), value);
        return check.differences;
    }

    private void value(String at, JsonObject schema, JsonValue value) {
        if (schema.containsKey("anyOf")) {
            boolean fits = schema.getJsonArray("anyOf").getValuesAs(JsonObject.class).stream()
                    .anyMatch(one -> differences(description, one, value).isEmpty());
            differ(fits, at, "fits none of " + schema.getJsonArray("anyOf"));
            return;
        }
        List<String> types = types(schema);
        if (!types.contains(typeOf(value))
                && !(types.contains("number") && typeOf(value).equals("integer"))) {
            differ(false, at, typeOf(value) + " instead of " + types);
        } else if (value instanceof JsonObject object) {
            object(at, schema, object);
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                value(at + "/" + i, description.resolved(schema.getJsonObject("items")), array.get(i));
            }
        } else if (value instanceof JsonString string) {
            text(at, schema, string);
        }
    }

    private void object(String at, JsonObject schema, JsonObject object) {
        if (schema.containsKey("required")) {
            schema.getJsonArray("required").getValuesAs(JsonString::getString).stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> differ(false, at + "/" + name, "is missing"));
        }
        JsonObject properties = schema.getJsonObject("properties");
        for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
            String place = at + "/" + entry.getKey();
            if (properties != null && properties.containsKey(entry.getKey())) {
                value(place, description.resolved(properties.getJsonObject(entry.getKey())), entry.getValue());
            } else if (schema.get("additionalProperties") instanceof JsonObject any) {
                value(place, description.resolved(any), entry.getValue());
            } else {
                differ(properties == null, place, "is not described");
            }
        }
    }

    private void text(String at, JsonObject schema, JsonString text) {
        if (schema.containsKey("enum")) {
            differ(schema.getJsonArray("enum").contains(text), at, text + " is none of " + schema.get("enum"));
        }
        if (schema.containsKey("pattern")) {
            differ(
                    text.getString().matches(schema.getString("pattern")),
                    at,
                    text + " is not " + schema.get("pattern"));
        }
        differ(isOf(schema.getString("format", ""), text.getString()), at, text + " is no " + schema.get("format"));
    }

    private static boolean isOf(String format, String text) {
        try {
            switch (format) {
                case "uuid":
                    return UUID.fromString(text).toString().equals(text);
                case "date":
                    return LocalDate.parse(text) != null;
                case "date-time":
                    return Instant.parse(text) != null && text.endsWith("Z");
                default:
                    return true;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> types(JsonObject schema) {
        return schema.get("type") instanceof JsonArray several
                ? several.getValuesAs(JsonString::getString)
                : List.of(schema.getString("type"));
    }

    private static String typeOf(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT:
                return "object";
            case ARRAY:
                return "array";
            case STRING:
                return "string";
            case NUMBER:
                return ((JsonNumber) value).isIntegral() ? "integer" : "number";
            case NULL:
                return "null";
            default:
                return "boolean";
        }
    }

    private void differ(boolean fits, String at, String how) {
        if (!fits) {
            differences.add(at + " " + how);
        }
    }
}
