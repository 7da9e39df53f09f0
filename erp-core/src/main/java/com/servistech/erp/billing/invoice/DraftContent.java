package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;

/** The lines and the discount of a draft, as the row keeps them. */
final class DraftContent {

    private DraftContent() {}

    static String write(NewInvoice input) {
        JsonArrayBuilder lines = Json.createArrayBuilder();
        for (NewInvoice.Line line : input.lines()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("type", line.type().name())
                    .add("description", line.description())
                    .add("quantity", line.quantity())
                    .add("tax", line.tax().name());
            add(json, "partId", line.partId());
            add(json, "serviceId", line.serviceId());
            add(json, "sellerId", line.sellerId());
            add(json, "unitPrice", line.unitPrice());
            add(json, "discount", line.discount());
            lines.add(json);
        }
        JsonObjectBuilder json = Json.createObjectBuilder().add("lines", lines);
        add(json, "discount", input.discount());
        return json.build().toString();
    }

    static NewInvoice read(UUID customerId, UUID orderId, String content) {
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            JsonObject json = reader.readObject();
            List<NewInvoice.Line> lines = json.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                    .map(DraftContent::line)
                    .toList();
            return new NewInvoice(customerId, orderId, lines, money(json, "discount"));
        }
    }

    private static NewInvoice.Line line(JsonObject json) {
        return new NewInvoice.Line(
                LineType.valueOf(json.getString("type")),
                id(json, "partId"),
                id(json, "serviceId"),
                id(json, "sellerId"),
                json.getString("description"),
                json.getInt("quantity"),
                money(json, "unitPrice"),
                Tax.valueOf(json.getString("tax")),
                money(json, "discount"));
    }

    private static void add(JsonObjectBuilder json, String name, Object value) {
        if (value != null) {
            json.add(name, value.toString());
        }
    }

    private static void add(JsonObjectBuilder json, String name, Money money) {
        add(json, name, money == null ? null : money.amount().toPlainString());
    }

    private static UUID id(JsonObject json, String name) {
        return json.containsKey(name) ? UUID.fromString(json.getString(name)) : null;
    }

    private static Money money(JsonObject json, String name) {
        return json.containsKey(name) ? Money.of(json.getString(name), Currency.USD) : null;
    }
}
