package com.servistech.erp.billing.paper;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How figures and names are written on Venezuelan paper. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Map<DocumentType, String> TITLES = Map.of(
            DocumentType.INVOICE, "FACTURA",
            DocumentType.CREDIT_NOTE, "NOTA DE CRÉDITO",
            DocumentType.DEBIT_NOTE, "NOTA DE DÉBITO",
            DocumentType.NON_FISCAL, "DOCUMENTO NO FISCAL",
            DocumentType.NON_FISCAL_CREDIT, "NOTA DE CRÉDITO NO FISCAL",
            DocumentType.NON_FISCAL_DEBIT, "NOTA DE DÉBITO NO FISCAL",
            DocumentType.DELIVERY_NOTE, "NOTA DE ENTREGA");

    private Words() {}

    static String title(DocumentType type) {
        return TITLES.get(type);
    }

    /** {@code Serie A N° 00000001}, whatever the prefix of the number in lists. */
    static String number(FiscalDocument document) {
        return "Serie %s N° %08d".formatted(document.series(), document.ordinal());
    }

    static String control(FiscalDocument document) {
        if (!document.type().isFiscal()) {
            return null;
        }
        return document.controlNumber() == null
                ? "PENDIENTE DE N° DE CONTROL"
                : "N° de control " + document.controlNumber();
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** {@code 101.197,55}. */
    static String figure(Money amount) {
        return format("#,##0.00", amount.amount());
    }

    static String money(Money amount) {
        return (amount.currency() == Currency.VES ? "Bs " : amount.currency() + " ") + figure(amount);
    }

    /** Without zeros at the end: {@code 872,3927}. */
    static String rate(BigDecimal rate) {
        return format("#,##0.########", rate);
    }

    static String percent(BigDecimal percent) {
        return format("0.##", percent) + " %";
    }

    /** {@code IVA 16 %}; of a luxury good, which has two, {@code IVA general 16 %} and {@code IVA adicional 15 %}. */
    static String iva(FiscalDocument.Tax tax, FiscalDocument.TaxPart part) {
        String which = tax.parts().size() == 1 ? "" : part.name().equals("GENERAL") ? "general " : "adicional ";
        return "IVA " + which + percent(part.percent());
    }

    /** {@code J-12345678-9}. */
    static String rif(String rif) {
        return rif.matches("[A-Z][0-9]{9}") ? rif.charAt(0) + "-" + rif.substring(1, 9) + "-" + rif.substring(9) : rif;
    }

    static String rate(DocumentRate rate) {
        String source = rate.source().equals("BCV") ? "Tasa BCV" : "Tasa oficial, registrada a mano";
        return "%s: Bs %s por USD, fecha valor %s".formatted(source, rate(rate.rate()), day(rate.valueDate()));
    }

    /**
     * What the QR code says: enough to see that the paper was not changed, and last a code by which the document can be
     * found and that nobody guesses.
     */
    static String qr(FiscalDocument document) {
        if (!document.isPriced()) {
            return String.join(
                    "|",
                    "RIF " + document.issuer().document(),
                    title(document.type()),
                    document.number(),
                    document.businessDay().toString(),
                    document.trackingCode());
        }
        return String.join(
                "|",
                "RIF " + document.issuer().document(),
                title(document.type()),
                document.number(),
                document.controlNumber() == null ? "-" : document.controlNumber(),
                document.businessDay().toString(),
                document.totalVes().amount().toPlainString() + " VES",
                document.total().amount().toPlainString() + " USD",
                document.policyId(),
                document.trackingCode());
    }

    private static String format(String pattern, BigDecimal figure) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        return new DecimalFormat(pattern, symbols).format(figure);
    }
}
