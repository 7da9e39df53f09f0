package com.servistech.erp.billing.paper;

import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.money.Money;

/** A document on the 80 mm roll of a ticket printer. */
final class Ticket {

    private static final float SIZE = 7.5f;
    private static final float LINE = 9.5f;
    /** Longer than any document: torn off where the text ends. */
    private static final float ROLL = 14_000;

    private final FiscalDocument document;
    private final Sheet sheet;

    Ticket(FiscalDocument document) {
        this.document = document;
        this.sheet = new Sheet(80 * Sheet.MM, ROLL, 4 * Sheet.MM, document.id());
    }

    byte[] print(boolean copy) {
        head(copy);
        lines();
        totals();
        foot();
        return sheet.tornOff();
    }

    private void head(boolean copy) {
        sheet.down(LINE);
        centred(document.issuer().name(), true);
        centred("RIF " + Words.rif(document.issuer().document()), false);
        centred(document.issuer().address(), false);
        centred(document.store().name() + ", " + document.store().address(), false);
        sheet.down(3);
        centred(Words.title(document.type()), true);
        centred(Words.number(document), true);
        if (document.type().isFiscal()) {
            centred(Words.control(document), false);
        }
        if (copy) {
            centred("COPIA: SIN DERECHO A CRÉDITO FISCAL", true);
        }
        pair("Fecha", Words.day(document.businessDay()), false);
        left("Cliente: " + document.customer().name(), false);
        left("C.I. / RIF: " + Words.rif(document.customer().document()), false);
        if (document.customer().address() != null) {
            left("Dirección: " + document.customer().address(), false);
        }
        FiscalDocument.Affected affected = document.affected();
        if (affected != null) {
            left(
                    "Afecta: Serie %s N° %08d del %s por %s"
                            .formatted(
                                    affected.series(),
                                    affected.ordinal(),
                                    Words.day(affected.businessDay()),
                                    Words.money(affected.totalVes())),
                    false);
            if (affected.controlNumber() != null) {
                left("Control " + affected.controlNumber(), false);
            }
            left("Motivo: " + document.reason(), false);
        }
        rule();
    }

    private void lines() {
        for (FiscalDocument.Line line : document.lines()) {
            if (!document.isPriced()) {
                left(line.quantity() + " x " + line.description(), false);
                continue;
            }
            left(line.description() + (line.isExempt() ? " (E)" : ""), false);
            String price = line.unitPrice() == null
                    ? line.quantity() + " x"
                    : line.quantity() + " x USD " + Words.figure(line.unitPrice());
            pair(price, Words.money(line.net()), false);
            if (line.discount().isPositive()) {
                left("   descuento USD " + Words.figure(line.discount()), false);
            }
            pair("", Words.money(line.netVes()), false);
        }
        rule();
    }

    private void totals() {
        if (document.isPriced()) {
            amounts();
        }
        document.texts().forEach(text -> left(text, true));
    }

    private void amounts() {
        if (document.discount().isPositive()) {
            pair("Subtotal", Words.money(document.subtotal()), false);
            pair("Descuento", Words.money(document.discount().negated()), false);
        }
        for (FiscalDocument.Tax tax : document.taxes()) {
            if (tax.percent().signum() == 0) {
                both(tax.code().equals("NS") ? "Sin IVA" : "Exento (E)", tax.base(), tax.baseVes(), false);
            } else {
                both("Base " + Words.percent(tax.percent()), tax.base(), tax.baseVes(), false);
                tax.parts().forEach(part -> both(Words.iva(tax, part), part.amount(), part.amountVes(), false));
            }
        }
        if (document.igtf() != null) {
            both(
                    "IGTF " + Words.percent(document.igtf().percent()),
                    document.igtf().amount(),
                    document.igtf().amountVes(),
                    false);
        }
        both("TOTAL", document.total(), document.totalVes(), true);
        sheet.down(3);
        left(Words.rate(document.rate()), false);
    }

    private void foot() {
        float side = 90;
        sheet.down(side);
        sheet.image(QrCode.of(Words.qr(document)), (sheet.left() + sheet.right() - side) / 2, side);
        sheet.down(LINE);
        if (document.isPriced()) {
            centred("Política de cálculo " + document.policyId(), false);
        } else {
            sheet.down(2 * LINE);
            centred("Recibí conforme: ______________________", false);
        }
        if (document.forms() != null) {
            Imprint.of(document.forms()).forEach(text -> centred(text, false));
        }
    }

    private void both(String what, Money usd, Money ves, boolean strong) {
        pair(what, Words.money(ves), strong);
        pair("", Words.money(usd), strong);
    }

    private void pair(String what, String amount, boolean strong) {
        sheet.text(what, sheet.left(), SIZE, strong);
        sheet.textRight(amount, sheet.right(), SIZE, strong);
        sheet.down(LINE);
    }

    private void left(String text, boolean strong) {
        sheet.wrap(text, sheet.right() - sheet.left(), SIZE).forEach(part -> {
            sheet.text(part, sheet.left(), SIZE, strong);
            sheet.down(LINE);
        });
    }

    private void centred(String text, boolean strong) {
        sheet.wrap(text, sheet.right() - sheet.left(), SIZE + 1).forEach(part -> {
            sheet.textCentred(part, SIZE + 1, strong);
            sheet.down(LINE + 1);
        });
    }

    private void rule() {
        sheet.rule();
        sheet.down(LINE);
    }
}
