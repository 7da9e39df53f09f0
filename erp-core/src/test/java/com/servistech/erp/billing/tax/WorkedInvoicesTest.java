package com.servistech.erp.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.testkit.TaxTables;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invoices worked out by a program in another language: ours, in the shape of the reference vectors, and where they lie
 * beside the project the reference vectors themselves.
 */
class WorkedInvoicesTest {

    private static final Map<String, Tax> CODES =
            Map.of("G", Tax.GENERAL, "R", Tax.REDUCED, "A", Tax.LUXURY, "E", Tax.EXEMPT);

    static Stream<Named<JsonObject>> invoices() throws IOException {
        try (InputStream own = WorkedInvoicesTest.class.getResourceAsStream("worked-invoices.json")) {
            Stream<Named<JsonObject>> ours = read(own);
            Optional<Path> beside = reference();
            if (beside.isEmpty()) {
                return ours;
            }
            try (InputStream reference = Files.newInputStream(beside.get())) {
                return Stream.concat(ours, read(reference));
            }
        }
    }

    private static Optional<Path> reference() {
        for (Path folder = Path.of("").toAbsolutePath(); folder.getParent() != null; folder = folder.getParent()) {
            Path vectors = folder.resolveSibling("shared").resolve("samples/domain-vectors.json");
            if (Files.exists(vectors)) {
                return Optional.of(vectors);
            }
        }
        return Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void aWorkedInvoiceComesOutToTheCentInBothCurrencies(JsonObject invoice) {
        List<Totals.Line> lines = invoice.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .map(WorkedInvoicesTest::line)
                .toList();
        Totals totals = new Totals(
                lines,
                Money.usd(invoice.getString("doc_discount")),
                Terms.standard(TaxTables.OF_2026, new BigDecimal(invoice.getString("rate"))));

        assertThat(totals.discounts()).isEqualTo(amounts(invoice, "alloc"));
        assertThat(totals.nets()).isEqualTo(amounts(invoice, "net"));
        for (TaxGroup group : totals.taxes()) {
            String code = group.rate().code();
            assertThat(group.base()).isEqualTo(amount(invoice, "base_usd", code, Currency.USD));
            assertThat(group.amount()).isEqualTo(amount(invoice, "iva_usd", code, Currency.USD));
            assertThat(group.baseVes()).isEqualTo(amount(invoice, "base_ves", code, Currency.VES));
            assertThat(group.amountVes()).isEqualTo(amount(invoice, "iva_ves", code, Currency.VES));
        }
        assertThat(totals.taxes()).hasSize(invoice.getJsonObject("base_usd").size());
        assertThat(totals.total()).isEqualTo(Money.usd(invoice.getString("total_usd")));
        assertThat(totals.totalVes()).isEqualTo(Money.ves(invoice.getString("total_ves")));
    }

    private static Stream<Named<JsonObject>> read(InputStream json) {
        try (JsonReader reader = Json.createReader(json)) {
            return reader.readObject().getJsonArray("invoices").getValuesAs(JsonObject.class).stream()
                    .map(invoice -> Named.of(invoice.getString("id"), invoice));
        }
    }

    private static Totals.Line line(JsonObject line) {
        Money gross = Money.usd(line.getString("unit_usd"))
                .times(new BigDecimal(line.getJsonNumber("qty").toString()));
        return new Totals.Line(gross.minus(Money.usd(line.getString("line_disc"))), CODES.get(line.getString("tax")));
    }

    private static List<Money> amounts(JsonObject invoice, String name) {
        return invoice.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(amount -> Money.usd(amount.getString()))
                .toList();
    }

    private static Money amount(JsonObject invoice, String map, String code, Currency currency) {
        return Money.of(invoice.getJsonObject(map).getString(code), currency);
    }
}
