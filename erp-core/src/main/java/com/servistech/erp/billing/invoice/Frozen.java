package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.stores.PolicySet;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

/** What a document keeps of the rules that it was issued under, as JSON. */
final class Frozen {

    private Frozen() {}

    static String policies(PolicySet policies) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        policies.values().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> json.add(entry.getKey().name(), entry.getValue()));
        return json.build().toString();
    }

    static String components(TaxGroup group) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (TaxGroup.Part part : group.parts()) {
            json.add(Json.createObjectBuilder()
                    .add("name", part.component().name())
                    .add("percent", part.component().percent().value().toPlainString())
                    .add("amount", part.amount().amount().toPlainString())
                    .add("amountVes", part.amountVes().amount().toPlainString())
                    .add("since", part.component().since().toString())
                    .add("legalSource", part.component().legalSource()));
        }
        return json.build().toString();
    }
}
