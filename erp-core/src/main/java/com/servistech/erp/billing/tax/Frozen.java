package com.servistech.erp.billing.tax;

import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicySet;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a document keeps of the rules that it was issued under, as JSON; and those rules again for what corrects it. */
public final class Frozen {

    private Frozen() {}

    public static String policies(PolicySet policies) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        policies.values().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> json.add(entry.getKey().name(), entry.getValue()));
        return json.build().toString();
    }

    /** A switch as the document kept it. */
    public static String policy(String policies, Policy policy) {
        try (JsonReader reader = Json.createReader(new StringReader(policies))) {
            return reader.readObject().getString(policy.name());
        }
    }

    /** The document's own terms, with which everything that corrects it is computed. */
    public static Terms terms(String policies, TaxTable taxes, BigDecimal rate) {
        return new Terms(
                taxes,
                rate,
                TaxRounding.valueOf(policy(policies, Policy.TAX_ROUNDING)),
                PriceMode.valueOf(policy(policies, Policy.PRICE_MODE)),
                CentRule.valueOf(policy(policies, Policy.ROUNDING_MODE)));
    }

    public static String components(TaxGroup group) {
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

    /** The components of a document's tax as it kept them. */
    public static List<TaxGroup.Part> parts(String components) {
        try (JsonReader reader = Json.createReader(new StringReader(components))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(part -> new TaxGroup.Part(
                            component(part),
                            Money.usd(part.getString("amount")),
                            Money.ves(part.getString("amountVes"))))
                    .toList();
        }
    }

    /** The rate that a document's tax was computed with. */
    public static TaxRate rate(Tax tax, String code, String components) {
        return new TaxRate(
                tax,
                code,
                parts(components).stream().map(TaxGroup.Part::component).toList());
    }

    private static TaxComponent component(JsonObject part) {
        return new TaxComponent(
                part.getString("name"),
                Percent.of(part.getString("percent")),
                LocalDate.parse(part.getString("since")),
                part.getString("legalSource"));
    }
}
