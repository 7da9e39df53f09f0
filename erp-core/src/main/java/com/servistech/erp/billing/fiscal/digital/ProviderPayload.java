package com.servistech.erp.billing.fiscal.digital;

import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/**
 * A document in the words of the provider (facts: The Factory HKA as other programs speak to it). Totals are in
 * bolívares, the other currency beside them with its rate. The provider calls bolívares {@code BSD}; everywhere else they
 * are ISO {@code VES}.
 */
final class ProviderPayload {

    static final String BOLIVARES = "BSD";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("hh:mm:ss a", Locale.ENGLISH);

    private ProviderPayload() {}

    /** What names a document for the provider, for ever. */
    static JsonObjectBuilder name(FiscalDocument document) {
        return Json.createObjectBuilder()
                .add("tipoDocumento", type(document))
                .add("serie", document.series())
                .add("numeroDocumento", String.valueOf(document.ordinal()));
    }

    static JsonObject of(FiscalDocument document) {
        return Json.createObjectBuilder()
                .add(
                        "documentoElectronico",
                        Json.createObjectBuilder()
                                .add(
                                        "encabezado",
                                        Json.createObjectBuilder()
                                                .add("identificacionDocumento", identification(document))
                                                .add("comprador", buyer(document))
                                                .add("totales", totals(document, Currency.VES))
                                                .add(
                                                        "totalesOtraMoneda",
                                                        totals(document, Currency.USD)
                                                                .add("moneda", "USD")
                                                                .add(
                                                                        "tipoCambio",
                                                                        document.rate()
                                                                                .rate()
                                                                                .toPlainString())))
                                .add("detallesItems", items(document)))
                .build();
    }

    private static String type(FiscalDocument document) {
        switch (document.type()) {
            case INVOICE:
                return "01";
            case CREDIT_NOTE:
                return "02";
            case DEBIT_NOTE:
                return "03";
            default:
                throw new IllegalArgumentException(document.type() + " is no fiscal document");
        }
    }

    private static JsonObjectBuilder identification(FiscalDocument document) {
        LocalDate day = document.businessDay();
        LocalTime time = document.issuedAt().atZone(Work.CARACAS).toLocalTime();
        JsonObjectBuilder json = name(document)
                .add("fechaEmision", DAY.format(day))
                .add("fechaVencimiento", DAY.format(day))
                .add("horaEmision", TIME.format(time).toLowerCase(Locale.ENGLISH))
                .add("tipoDePago", "Inmediato")
                .add("tipoDeVenta", "Interna")
                .add("moneda", BOLIVARES)
                .add("transaccionId", document.id().toString());
        FiscalDocument.Affected affected = document.affected();
        return json.add("serieFacturaAfectada", affected == null ? "" : affected.series())
                .add("numeroFacturaAfectada", affected == null ? "" : String.valueOf(affected.ordinal()))
                .add("fechaFacturaAfectada", affected == null ? "" : DAY.format(affected.businessDay()))
                .add("montoFacturaAfectada", affected == null ? "" : text(affected.totalVes()))
                .add("comentarioFacturaAfectada", affected == null ? "" : document.reason());
    }

    private static JsonObjectBuilder buyer(FiscalDocument document) {
        FiscalDocument.Party customer = document.customer();
        String id = customer.document();
        return Json.createObjectBuilder()
                .add("tipoIdentificacion", id.substring(0, 1))
                .add("numeroIdentificacion", id.substring(1).replace("-", ""))
                .add("razonSocial", customer.name())
                .add("direccion", customer.address() == null ? "" : customer.address())
                .add("pais", "VE")
                .add("telefono", Json.createArrayBuilder().add(customer.phone() == null ? "" : customer.phone()));
    }

    private static JsonObjectBuilder totals(FiscalDocument document, Currency currency) {
        boolean ves = currency == Currency.VES;
        Money taxed = sum(document, currency, tax -> tax.code().equals("E") ? null : ves ? tax.baseVes() : tax.base());
        Money exempt =
                sum(document, currency, tax -> tax.code().equals("E") ? (ves ? tax.baseVes() : tax.base()) : null);
        Money iva = sum(document, currency, tax -> ves ? tax.amountVes() : tax.amount());
        Money igtf = document.igtf() == null
                ? Money.zero(currency)
                : ves ? document.igtf().amountVes() : document.igtf().amount();
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (ves) {
            json.add("nroItems", String.valueOf(document.lines().size()));
        }
        return json.add("montoGravadoTotal", text(taxed))
                .add("montoExentoTotal", text(exempt))
                .add("subtotal", text(taxed.plus(exempt)))
                .add("totalIVA", text(iva))
                .add("montoTotalConIVA", text(taxed.plus(exempt).plus(iva)))
                .add("totalIGTF", text(igtf))
                .add(
                        "totalIGTF_VES",
                        text(
                                document.igtf() == null
                                        ? Money.zero(Currency.VES)
                                        : document.igtf().amountVes()))
                .add("totalAPagar", text(taxed.plus(exempt).plus(iva).plus(igtf)))
                .add("impuestosSubtotal", taxes(document, ves));
    }

    private static JsonArrayBuilder taxes(FiscalDocument document, boolean ves) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (FiscalDocument.Tax tax : document.taxes()) {
            json.add(Json.createObjectBuilder()
                    .add("codigoTotalImp", tax.code())
                    .add("alicuotaImp", percent(tax.percent()))
                    .add("baseImponibleImp", text(ves ? tax.baseVes() : tax.base()))
                    .add("valorTotalImp", text(ves ? tax.amountVes() : tax.amount())));
        }
        if (document.igtf() != null) {
            json.add(Json.createObjectBuilder()
                    .add("codigoTotalImp", "IGTF")
                    .add("alicuotaImp", percent(document.igtf().percent()))
                    .add("baseImponibleImp", "0.00")
                    .add(
                            "valorTotalImp",
                            text(
                                    ves
                                            ? document.igtf().amountVes()
                                            : document.igtf().amount())));
        }
        return json;
    }

    private static JsonArrayBuilder items(FiscalDocument document) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (int i = 0; i < document.lines().size(); i++) {
            FiscalDocument.Line line = document.lines().get(i);
            json.add(Json.createObjectBuilder()
                    .add("numeroLinea", String.valueOf(i + 1))
                    .add("descripcion", line.description())
                    .add("cantidad", String.valueOf(line.quantity()))
                    .add("precioItem", text(line.netVes()))
                    .add("codigoImpuesto", line.taxCode())
                    .add("tasaIVA", percent(line.taxPercent())));
        }
        return json;
    }

    private static Money sum(FiscalDocument document, Currency currency, Function<FiscalDocument.Tax, Money> part) {
        return document.taxes().stream()
                .map(part)
                .filter(java.util.Objects::nonNull)
                .reduce(Money.zero(currency), Money::plus);
    }

    private static String text(Money amount) {
        return amount.amount().toPlainString();
    }

    private static String percent(BigDecimal percent) {
        return percent.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString();
    }
}
