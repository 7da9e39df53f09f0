package com.servistech.erp.billing.document;

import com.servistech.erp.billing.deliverynote.DeliveryNoteView;
import com.servistech.erp.billing.document.Documents.Registered;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Makes one thing of invoices and notes. */
final class Papers {

    private static final Money NOTHING = Money.zero(Currency.USD);

    private Papers() {}

    static FiscalDocument of(InvoiceView invoice, Registered registered, FiscalDocument.Forms forms) {
        return new FiscalDocument(
                invoice.id(),
                registered.trackingCode(),
                registered.type(),
                registered.series(),
                registered.ordinal(),
                invoice.number(),
                invoice.controlNumber(),
                invoice.issuedAt(),
                invoice.businessDay(),
                issuer(invoice.issuer()),
                invoice.issuer().regime(),
                registered.store(),
                new FiscalDocument.Party(
                        invoice.customerName(),
                        invoice.customerDocument(),
                        invoice.customerAddress(),
                        registered.customerPhone()),
                null,
                null,
                invoice.rate(),
                invoice.policyId(),
                invoice.texts(),
                invoice.lines().stream()
                        .map(line -> new FiscalDocument.Line(
                                line.description(),
                                line.quantity(),
                                line.unitPrice(),
                                line.discount().plus(line.documentDiscount()),
                                line.net(),
                                line.netVes(),
                                line.taxCode(),
                                line.taxPercent()))
                        .toList(),
                invoice.subtotal(),
                invoice.discount(),
                taxes(invoice.taxes()),
                invoice.total(),
                invoice.totalVes(),
                null,
                forms);
    }

    static FiscalDocument of(
            NoteView note, Registered registered, Registered affected, FiscalDocument.Forms forms, boolean igtf) {
        return new FiscalDocument(
                note.id(),
                registered.trackingCode(),
                registered.type(),
                registered.series(),
                registered.ordinal(),
                note.number(),
                note.controlNumber(),
                note.issuedAt(),
                note.businessDay(),
                issuer(note.issuer()),
                note.issuer().regime(),
                registered.store(),
                new FiscalDocument.Party(
                        note.customerName(),
                        note.customerDocument(),
                        note.customerAddress(),
                        registered.customerPhone()),
                note.reason(),
                new FiscalDocument.Affected(
                        note.affected().number(),
                        affected.series(),
                        affected.ordinal(),
                        note.affected().controlNumber(),
                        note.affected().businessDay(),
                        note.affected().total(),
                        note.affected().totalVes()),
                note.rate(),
                note.policyId(),
                note.texts(),
                note.lines().stream()
                        .map(line -> new FiscalDocument.Line(
                                line.description(),
                                line.quantity(),
                                null,
                                NOTHING,
                                line.net(),
                                line.netVes(),
                                line.taxCode(),
                                line.taxPercent()))
                        .toList(),
                note.lines().stream().map(NoteView.Line::net).reduce(NOTHING, Money::plus),
                NOTHING,
                taxes(note.taxes()),
                note.total(),
                note.totalVes(),
                igtf ? new FiscalDocument.Igtf(note.lines().get(0).taxPercent(), note.total(), note.totalVes()) : null,
                forms);
    }

    static FiscalDocument of(DeliveryNoteView note, Registered registered) {
        List<String> texts = new ArrayList<>(note.texts());
        if (note.invoiceNumber() != null) {
            texts.add("Acompaña a la factura " + note.invoiceNumber());
        }
        if (note.remarks() != null) {
            texts.add("Observaciones: " + note.remarks());
        }
        return new FiscalDocument(
                note.id(),
                registered.trackingCode(),
                registered.type(),
                registered.series(),
                registered.ordinal(),
                note.number(),
                null,
                note.issuedAt(),
                note.businessDay(),
                issuer(note.issuer()),
                note.issuer().regime(),
                registered.store(),
                new FiscalDocument.Party(
                        note.customerName(),
                        note.customerDocument(),
                        note.customerAddress(),
                        registered.customerPhone()),
                null,
                null,
                null,
                null,
                texts,
                note.lines().stream().map(Papers::line).toList(),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static FiscalDocument.Line line(DeliveryNoteView.Line line) {
        String serial = line.serialNumber() == null ? "" : ", serial " + line.serialNumber();
        return new FiscalDocument.Line(
                line.description() + serial, line.quantity(), null, null, null, null, null, null);
    }

    private static FiscalDocument.Party issuer(InvoiceView.Issuer issuer) {
        return new FiscalDocument.Party(issuer.name(), issuer.rif(), issuer.address(), null);
    }

    private static List<FiscalDocument.Tax> taxes(List<InvoiceView.TaxLine> taxes) {
        return taxes.stream()
                .map(tax -> new FiscalDocument.Tax(
                        tax.code(),
                        tax.percent(),
                        tax.base(),
                        tax.amount(),
                        tax.baseVes(),
                        tax.amountVes(),
                        tax.components().stream()
                                .map(part -> new FiscalDocument.TaxPart(
                                        part.name(), part.percent(), part.amount(), part.amountVes()))
                                .toList()))
                .toList();
    }
}
