package com.servistech.erp.it;

import com.servistech.erp.it.Description.Operation;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Bodies and addresses that are nearly right: as described, with a wrong thing here and there. The same seed, the same noise. */
final class Noise {

    /** As JSON text, because some of them no JSON library would write. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "2147483648",
            "1e400",
            "[]",
            "{}",
            "[[[[{}]]]]",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ud83d\\ude00\"",
            "\"\\u202e\\u0007\"",
            "\"%s %n ${x} #{x} {0} '; drop table stores; --\"",
            "\"../../etc/passwd\"",
            "\"2026-02-30\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"999999999999999999.99\"",
            "\"-0.01\"",
            "\"1111111111111111111111111111111111111111\"",
            "\"TRIAGE\"",
            "{\"amount\":\"999999999999999999.99\",\"currency\":\"VES\"}",
            "{\"amount\":\"-1.00\",\"currency\":\"USD\"}",
            "{\"amount\":\"0.001\",\"currency\":\"EUR\"}",
            "\"" + "ñ".repeat(5_000) + "\"");

    private static final List<String> PARAMETERS = List.of(
            "",
            "abc",
            "0",
            "-1",
            "101",
            "99999999999999999999",
            "\0",
            "a\0b",
            "😀",
            "%",
            "%_\\",
            "'",
            "AA",
            "eA",
            "LTE",
            "2026-13-45",
            "0000-01-01",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "TRIAGE",
            "x".repeat(3_000));

    /** What a name of the description refers to, where the name does not say it: technicianId is a user's. */
    private static final Map<String, String> KINDS = Map.of(
            "technicianId", "users",
            "sellerId", "users",
            "partId", "parts",
            "customerId", "customers",
            "deviceId", "devices",
            "orderId", "orders",
            "storeId", "stores");

    private final Random random;
    private final Map<String, List<String>> ids = new TreeMap<>();

    Noise(long seed) {
        this.random = new Random(seed);
    }

    /** From now on this is used where something of its kind is asked for. */
    void know(String kind, String id) {
        ids.computeIfAbsent(kind, key -> new ArrayList<>()).add(id);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean now(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    /** Mostly of something that is there, mostly of the right kind. */
    String id(String kind) {
        if (now(9)) {
            return UUID.randomUUID().toString();
        }
        return one(ids.getOrDefault(now(9) ? one(List.copyOf(ids.keySet())) : kind, ids.get("customers")));
    }

    /** An address with some of this operation's parameters. */
    String address(Operation operation) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonObject parameter : operation.parameters()) {
            if (parameter.getString("in").equals("query") && now(4)) {
                String name = parameter.getString("name");
                String right = value(operation.whole(), name, parameter.getJsonObject("schema"), 20)
                        .replaceAll("^\\[?\"?|\"?\\]?$", "");
                String value = now(2) ? right : one(PARAMETERS);
                // a longer address is refused by the server itself, before any application
                value = value.substring(0, Math.min(value.length(), 1_500));
                query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        // not %00: what is no address at all is refused by the server itself, before any application
        String place = now(15)
                ? one(List.of("123", "%F0%9F%98%80", "a%2Fb", ".", "%20"))
                : id(operation.path().split("/")[3]);
        return operation.address(place) + query;
    }

    /** A body for this operation, or something else. */
    String body(Operation operation) {
        if (operation.body().isEmpty()) {
            return now(8) ? one(VALUES) : "";
        } else if (now(20)) {
            return one(List.of("", "{", "[1,]", "{\"a\":1,\"a\":2}", "\u0000", "not json"));
        } else if (now(15)) {
            return one(VALUES);
        }
        return now(3) ? varied(operation.example().orElseThrow()) : made(operation);
    }

    private String made(Operation operation) {
        JsonObject schema = operation.body().orElseThrow().getJsonObject("schema");
        return value(operation.whole(), "", schema, now(3) ? 5 : 60);
    }

    /** The example about things that are there. */
    private String varied(String example) {
        return Pattern.compile("\"(\\w+)\":\"0193a5c2-[0-9a-f-]{27}\"")
                .matcher(example)
                .replaceAll(found ->
                        "\"" + found.group(1) + "\":\"" + id(KINDS.getOrDefault(found.group(1), "stores")) + "\"");
    }

    private String value(Description whole, String name, JsonObject described, int sane) {
        if (now(sane)) {
            return one(VALUES);
        }
        JsonObject schema = whole.resolved(described);
        if (schema.containsKey("anyOf")) {
            return value(whole, name, one(schema.getJsonArray("anyOf").getValuesAs(JsonObject.class)), sane);
        } else if (schema.containsKey("enum")) {
            return one(schema.getJsonArray("enum").getValuesAs(JsonString.class))
                    .toString();
        }
        switch (type(schema)) {
            case "object":
                return object(whole, schema, sane);
            case "array":
                return IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(whole, name, schema.getJsonObject("items"), sane))
                        .toList()
                        .toString();
            case "string":
                return text(name, schema);
            case "integer":
                return Integer.toString(random.nextInt(6) - 1);
            case "boolean":
                return Boolean.toString(random.nextBoolean());
            default:
                return "null";
        }
    }

    private String object(Description whole, JsonObject schema, int sane) {
        List<String> fields = new ArrayList<>();
        JsonObject properties = schema.getJsonObject("properties");
        if (properties == null) {
            return "{\"enciende\":true,\"golpes\":\"no\"}";
        }
        for (Map.Entry<String, jakarta.json.JsonValue> property : properties.entrySet()) {
            if (!now(sane)) {
                fields.add("\"" + property.getKey() + "\":"
                        + value(whole, property.getKey(), property.getValue().asJsonObject(), sane));
            }
        }
        if (now(sane)) {
            fields.add("\"surprise\":1");
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String text(String name, JsonObject schema) {
        switch (schema.getString("format", "")) {
            case "uuid":
                return "\"" + id(KINDS.getOrDefault(name, "stores")) + "\"";
            case "date":
                return "\"2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9) + "\"";
            case "date-time":
                return "\"2026-11-24T14:00:00Z\"";
            default:
                return schema.containsKey("pattern")
                        ? "\"" + random.nextInt(2_000) + ".5\""
                        : one(List.of(
                                "\"Ana\"",
                                "\"V-12345678\"",
                                "\"04141234567\"",
                                "\"2026-11\"",
                                "\"X-" + random.nextInt(99) + "\""));
        }
    }

    private String type(JsonObject schema) {
        return schema.get("type") instanceof JsonArray several
                ? one(several.getValuesAs(JsonString::getString))
                : schema.getString("type");
    }
}
