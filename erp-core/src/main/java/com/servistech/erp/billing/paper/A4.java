package com.servistech.erp.billing.paper;

import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.money.Money;
import java.util.List;

/** A document on a page of A4, or more of them. */
final class A4 {

    private static final float SMALL = 8;
    private static final float NORMAL = 9;
    private static final float LINE = 12;
    private static final float FOOT = 130;

    private final FiscalDocument document;
    private final Sheet sheet;
    private final float[] columns;

    A4(FiscalDocument document) {
        this.document = document;
        this.sheet = new Sheet(210 * Sheet.MM, 297 * Sheet.MM, 15 * Sheet.MM, document.id());
        float right = sheet.right();
        this.columns = new float[] {sheet.left(), sheet.left() + 34, right - 210, right - 150, right - 85, right};
    }

    byte[] print(boolean copy) {
        head(copy);
        parties();
        lines();
        totals();
        foot();
        return sheet.finished();
    }

    private void head(boolean copy) {
        float top = sheet.y();
        sheet.text(document.issuer().name(), sheet.left(), 13, true);
        sheet.down(LINE + 2);
        left("RIF " + Words.rif(document.issuer().document()));
        sheet.wrap("Domicilio fiscal: " + document.issuer().address(), 300, SMALL)
                .forEach(this::left);
        sheet.wrap("Sede: " + document.store().name() + ", " + document.store().address(), 300, SMALL)
                .forEach(this::left);
        if (document.store().phone() != null) {
            left("Teléfono " + document.store().phone());
        }
        float bottom = sheet.y();
        sheet.moveTo(top);
        sheet.textRight(Words.title(document.type()), sheet.right(), 14, true);
        sheet.down(LINE + 4);
        right(Words.number(document), true);
        if (document.type().isFiscal()) {
            right(Words.control(document), true);
        }
        right("Fecha de emisión " + Words.day(document.businessDay()), false);
        if (copy) {
            right("COPIA: SIN DERECHO A CRÉDITO FISCAL", true);
        }
        sheet.moveTo(Math.min(bottom, sheet.y()));
        sheet.down(2);
        sheet.rule();
        sheet.down(LINE);
    }

    private void parties() {
        FiscalDocument.Party customer = document.customer();
        sheet.text("Cliente: " + customer.name(), sheet.left(), NORMAL, true);
        sheet.textRight("C.I. / RIF " + Words.rif(customer.document()), sheet.right(), NORMAL, true);
        sheet.down(LINE);
        if (customer.address() != null) {
            sheet.wrap("Dirección: " + customer.address(), sheet.right() - sheet.left(), SMALL)
                    .forEach(this::left);
        }
        if (customer.phone() != null) {
            left("Teléfono: " + customer.phone());
        }
        FiscalDocument.Affected affected = document.affected();
        if (affected != null) {
            sheet.down(2);
            String control = affected.controlNumber() == null ? "" : ", control " + affected.controlNumber();
            left("Documento afectado: Serie %s N° %08d%s, del %s, por %s (%s)"
                    .formatted(
                            affected.series(),
                            affected.ordinal(),
                            control,
                            Words.day(affected.businessDay()),
                            Words.money(affected.totalVes()),
                            Words.money(affected.total())));
            sheet.wrap("Motivo: " + document.reason(), sheet.right() - sheet.left(), SMALL)
                    .forEach(this::left);
        }
        sheet.down(2);
    }

    private void lines() {
        columnHeads();
        for (FiscalDocument.Line line : document.lines()) {
            String text = line.description() + (line.isExempt() ? " (E)" : "");
            List<String> wrapped = sheet.wrap(text, columns[2] - columns[1] - 50, NORMAL);
            if (!sheet.fits(wrapped.size() * LINE)) {
                sheet.newPage();
                continued();
                columnHeads();
            }
            sheet.text(String.valueOf(line.quantity()), columns[0], NORMAL, false);
            if (line.unitPrice() != null) {
                sheet.textRight(Words.figure(line.unitPrice()), columns[2], NORMAL, false);
                sheet.textRight(Words.figure(line.discount()), columns[3], NORMAL, false);
            }
            if (document.isPriced()) {
                sheet.textRight(Words.figure(line.net()), columns[4], NORMAL, false);
                sheet.textRight(Words.figure(line.netVes()), columns[5], NORMAL, false);
            }
            for (String part : wrapped) {
                sheet.text(part, columns[1], NORMAL, false);
                sheet.down(LINE);
            }
        }
        sheet.rule();
        sheet.down(LINE);
    }

    private void columnHeads() {
        sheet.rule();
        sheet.down(LINE);
        sheet.text("Cant.", columns[0], SMALL, true);
        sheet.text("Descripción", columns[1], SMALL, true);
        if (document.isPriced()) {
            sheet.textRight("P. unit. USD", columns[2], SMALL, true);
            sheet.textRight("Desc. USD", columns[3], SMALL, true);
            sheet.textRight("Neto USD", columns[4], SMALL, true);
            sheet.textRight("Neto Bs", columns[5], SMALL, true);
        }
        sheet.down(4);
        sheet.rule();
        sheet.down(LINE);
    }

    private void continued() {
        sheet.text(
                Words.title(document.type()) + " " + Words.number(document) + ", continuación",
                sheet.left(),
                SMALL,
                true);
        sheet.down(LINE);
    }

    private void totals() {
        int taxLines = document.taxes().stream()
                .mapToInt(tax -> 1 + tax.parts().size())
                .sum();
        if (!sheet.fits(FOOT + (6 + taxLines) * LINE)) {
            sheet.newPage();
            continued();
        }
        if (document.isPriced()) {
            amounts();
        }
        for (String text : document.texts()) {
            sheet.wrap(text, sheet.right() - sheet.left(), NORMAL).forEach(part -> {
                sheet.text(part, sheet.left(), NORMAL, true);
                sheet.down(LINE);
            });
        }
    }

    private void amounts() {
        if (document.discount().isPositive()) {
            total("Subtotal", document.subtotal(), null, false);
            total("Descuento", document.discount().negated(), null, false);
        }
        for (FiscalDocument.Tax tax : document.taxes()) {
            if (tax.amount().isZero()
                    && tax.amountVes().isZero()
                    && tax.percent().signum() == 0) {
                String what = tax.code().equals("NS") ? "Sin IVA" : "Exento (E)";
                total(what, tax.base(), tax.baseVes(), false);
            } else {
                total("Base imponible " + Words.percent(tax.percent()), tax.base(), tax.baseVes(), false);
                tax.parts().forEach(part -> total(Words.iva(tax, part), part.amount(), part.amountVes(), false));
            }
        }
        if (document.igtf() != null) {
            total(
                    "IGTF " + Words.percent(document.igtf().percent()),
                    document.igtf().amount(),
                    document.igtf().amountVes(),
                    false);
        }
        total("TOTAL", document.total(), document.totalVes(), true);
        sheet.down(4);
        left(Words.rate(document.rate()));
    }

    private void total(String what, Money usd, Money ves, boolean strong) {
        sheet.textRight(what, columns[3], NORMAL, strong);
        sheet.textRight(Words.figure(usd), columns[4], NORMAL, strong);
        if (ves != null) {
            sheet.textRight(Words.figure(ves), columns[5], NORMAL, strong);
        }
        sheet.down(LINE);
    }

    private void foot() {
        sheet.down(4);
        sheet.rule();
        float side = 80;
        sheet.down(side + 6);
        float bottom = sheet.y();
        sheet.image(QrCode.of(Words.qr(document)), sheet.right() - side, side);
        sheet.moveTo(bottom + side - LINE);
        if (document.isPriced()) {
            left("Política de cálculo " + document.policyId());
        } else {
            sheet.down(LINE);
            left("Recibí conforme: ______________________________   C.I. ____________________");
        }
        if (document.forms() != null) {
            Imprint.of(document.forms())
                    .forEach(text -> sheet.wrap(text, 380, SMALL).forEach(this::left));
        }
    }

    private void left(String text) {
        sheet.text(text, sheet.left(), SMALL, false);
        sheet.down(LINE - 1);
    }

    private void right(String text, boolean strong) {
        sheet.textRight(text, sheet.right(), NORMAL, strong);
        sheet.down(LINE);
    }
}
