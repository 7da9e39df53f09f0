package com.servistech.erp.billing.invoice;

import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.ServiceView;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Shows a draft as the invoice that it would be today. */
final class DraftView {

    private DraftView() {}

    static InvoiceView of(UUID id, Prepared draft, int version) {
        boolean valued = draft.rate() != null;
        return new InvoiceView(
                id,
                draft.type(),
                null,
                null,
                "DRAFT",
                "PENDING",
                new InvoiceView.Issuer(
                        draft.store().issuer().rif(),
                        draft.store().issuer().name(),
                        draft.store().issuer().address(),
                        draft.store().issuer().regime()),
                draft.customer().id(),
                draft.customer().name(),
                draft.customer().document(),
                draft.customer().address(),
                draft.input().orderId(),
                null,
                null,
                draft.rate(),
                draft.policies().id(),
                draft.texts(),
                draft.totals().subtotal(),
                draft.totals().discount(),
                taxes(draft, valued),
                draft.totals().total(),
                valued ? draft.totals().totalVes() : null,
                Money.zero(Currency.USD),
                Money.zero(Currency.USD),
                null,
                lines(draft, valued),
                version);
    }

    private static List<InvoiceView.TaxLine> taxes(Prepared draft, boolean valued) {
        return draft.totals().taxes().stream()
                .map(group -> new InvoiceView.TaxLine(
                        group.tax().name(),
                        group.rate().code(),
                        group.rate().percent().value().stripTrailingZeros(),
                        group.base(),
                        group.amount(),
                        valued ? group.baseVes() : null,
                        valued ? group.amountVes() : null,
                        group.rate().legalSource(),
                        group.parts().stream()
                                .map(part -> InvoiceView.TaxPart.of(part, valued))
                                .toList()))
                .toList();
    }

    private static List<InvoiceView.Line> lines(Prepared draft, boolean valued) {
        return IntStream.range(0, draft.input().lines().size())
                .mapToObj(i -> line(draft, i, valued))
                .toList();
    }

    private static InvoiceView.Line line(Prepared draft, int i, boolean valued) {
        NewInvoice.Line line = draft.input().lines().get(i);
        ServiceView service = draft.serviceOf(i);
        TaxRate tax = draft.terms().taxes().of(draft.totals().taxOf(i));
        return new InvoiceView.Line(
                line.type(),
                line.partId(),
                line.serviceId(),
                service == null ? null : service.minutes(),
                service == null ? null : service.warrantyDays(),
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.discount() == null ? Money.zero(Currency.USD) : line.discount(),
                draft.totals().discounts().get(i),
                draft.totals().nets().get(i),
                valued ? draft.totals().netsVes().get(i) : null,
                tax.tax().name(),
                tax.code(),
                tax.percent().value().stripTrailingZeros());
    }
}
