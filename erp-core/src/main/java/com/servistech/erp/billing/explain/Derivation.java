package com.servistech.erp.billing.explain;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NoteKind;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** The steps from the prices to the totals, and what notes changed. */
final class Derivation {

    private final InvoiceView invoice;
    private final boolean inclusive;
    private final boolean perLine;
    private final Steps steps;

    Derivation(InvoiceView invoice, boolean inclusive, boolean perLine, Steps steps) {
        this.invoice = invoice;
        this.inclusive = inclusive;
        this.perLine = perLine;
        this.steps = steps;
    }

    void lines() {
        for (int i = 0; i < invoice.lines().size(); i++) {
            line("/lines/" + i, invoice.lines().get(i));
        }
    }

    private void line(String at, InvoiceView.Line line) {
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        Money price = new Money(
                line.unitPrice()
                        .amount()
                        .multiply(quantity)
                        .subtract(line.discount().amount()),
                Currency.USD);
        steps.step("LINE_PRICE", at, "quantity × unitPrice − discount")
                .with("quantity", line.quantity())
                .with("unitPrice", line.unitPrice())
                .with("discount", line.discount())
                .gives(null, price)
                .says(
                        "%s: %d × %s, menos %s de descuento del renglón, son %s."
                                .formatted(
                                        line.description(), line.quantity(), line.unitPrice(), line.discount(), price),
                        "%s: %d × %s less %s line discount is %s."
                                .formatted(
                                        line.description(), line.quantity(), line.unitPrice(), line.discount(), price));
        if (invoice.discount().isPositive()) {
            BigDecimal exact = invoice.discount()
                    .amount()
                    .multiply(price.amount())
                    .divide(invoice.subtotal().amount(), 8, java.math.RoundingMode.HALF_UP);
            steps.step("LINE_SHARE_OF_DISCOUNT", at, "documentDiscount × price ÷ subtotal, largest remainder")
                    .with("documentDiscount", invoice.discount())
                    .with("price", price)
                    .with("subtotal", invoice.subtotal())
                    .gives(exact, line.documentDiscount())
                    .says(
                            "Le toca %s del descuento del documento (%s); los céntimos que sobran van a los mayores restos."
                                    .formatted(line.documentDiscount(), invoice.discount()),
                            "Its share of the document's discount of %s is %s; cents over go to the largest remainders."
                                    .formatted(invoice.discount(), line.documentDiscount()));
        }
        net(at, line, price.minus(line.documentDiscount()));
    }

    private void net(String at, InvoiceView.Line line, Money after) {
        BigDecimal rate = invoice.rate().rate();
        if (inclusive) {
            steps.step("LINE_NET_OF_INCLUSIVE_PRICE", at, "(price − share) without IVA, allocated within the rate")
                    .with("price", after)
                    .with("percent", line.taxPercent())
                    .with("netVes", line.netVes())
                    .gives(null, line.net())
                    .says(
                            "El precio %s incluye IVA de %s %%: neto %s, %s."
                                    .formatted(after, Steps.text(line.taxPercent()), line.net(), line.netVes()),
                            "The price of %s holds %s %% IVA: net %s, %s."
                                    .formatted(after, Steps.text(line.taxPercent()), line.net(), line.netVes()));
            return;
        }
        steps.step("LINE_IN_BOLIVARES", at, "net × rate")
                .with("net", line.net())
                .with("rate", rate)
                .gives(line.net().amount().multiply(rate), line.netVes())
                .says(
                        "Neto %s × %s = %s.".formatted(line.net(), Steps.text(rate), line.netVes()),
                        "Net %s × %s = %s.".formatted(line.net(), Steps.text(rate), line.netVes()));
    }

    void taxes() {
        for (InvoiceView.TaxLine tax : invoice.taxes()) {
            tax(tax, tax.base(), tax.amount());
            tax(tax, tax.baseVes(), tax.amountVes());
        }
    }

    private void tax(InvoiceView.TaxLine tax, Money base, Money amount) {
        boolean once = !inclusive && !perLine;
        BigDecimal exact = once ? base.amount().multiply(tax.percent().movePointLeft(2)) : null;
        String formula = once ? "base × percent" : inclusive ? "price − base" : "sum over lines of net × percent";
        steps.step("TAX", tax.tax() + " " + base.currency(), formula)
                .with("base", base)
                .with("percent", tax.percent())
                .with("code", tax.code())
                .with("legalSource", tax.legalSource())
                .gives(exact, amount)
                .says(
                        "Base %s al %s %% (%s): IVA %s, redondeado %s."
                                .formatted(
                                        base,
                                        Steps.text(tax.percent()),
                                        tax.legalSource(),
                                        amount,
                                        perLine ? "por renglón" : "una vez por alícuota"),
                        "Base %s at %s %% (%s): IVA %s, rounded %s."
                                .formatted(
                                        base,
                                        Steps.text(tax.percent()),
                                        tax.legalSource(),
                                        amount,
                                        perLine ? "per line" : "once per rate"));
    }

    void totals() {
        steps.step("TOTAL", "USD", "Σ base + Σ IVA")
                .with("base", sum(InvoiceView.TaxLine::base, Currency.USD))
                .with("iva", sum(InvoiceView.TaxLine::amount, Currency.USD))
                .gives(null, invoice.total())
                .says(
                        "Total en dólares: %s.".formatted(invoice.total()),
                        "Total in dollars: %s.".formatted(invoice.total()));
        BigDecimal converted = invoice.total().amount().multiply(invoice.rate().rate());
        steps.step("TOTAL", "VES", "Σ baseVes + Σ ivaVes")
                .with("base", sum(InvoiceView.TaxLine::baseVes, Currency.VES))
                .with("iva", sum(InvoiceView.TaxLine::amountVes, Currency.VES))
                .with("totalTimesRate", converted)
                .gives(null, invoice.totalVes())
                .says(
                        "Total fiscal en bolívares: %s; suma de bolívares ya redondeados, no el total en dólares por la tasa (%s)."
                                .formatted(invoice.totalVes(), Steps.text(converted)),
                        "Fiscal total in bolívares: %s; the sum of rounded bolívares, not the dollars times the rate (%s)."
                                .formatted(invoice.totalVes(), Steps.text(converted)));
    }

    void notes(List<NoteView> notes) {
        for (NoteView note : notes) {
            boolean credit = note.kind() == NoteKind.CREDIT;
            steps.step(credit ? "CREDIT_NOTE" : "DEBIT_NOTE", note.number(), "at the note's rate")
                    .with("concept", note.concept())
                    .with("rate", note.rate().rate())
                    .with("totalVes", note.totalVes())
                    .with("reason", note.reason())
                    .gives(null, note.total())
                    .says(
                            "Nota de %s %s por %s (%s) a la tasa %s: %s."
                                    .formatted(
                                            credit ? "crédito" : "débito",
                                            note.number(),
                                            note.total(),
                                            note.totalVes(),
                                            Steps.text(note.rate().rate()),
                                            note.reason()),
                            "%s note %s for %s (%s) at the rate %s: %s."
                                    .formatted(
                                            credit ? "Credit" : "Debit",
                                            note.number(),
                                            note.total(),
                                            note.totalVes(),
                                            Steps.text(note.rate().rate()),
                                            note.reason()));
        }
    }

    private Money sum(java.util.function.Function<InvoiceView.TaxLine, Money> part, Currency currency) {
        return invoice.taxes().stream().map(part).reduce(Money.zero(currency), Money::plus);
    }
}
