package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxComponent;
import com.servistech.erp.billing.tax.TaxGroup;
import com.servistech.erp.billing.tax.TaxRate;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Notes that a payment brings about, where the issuer's switches ask for them. Neither changes what is owed: the payment
 * has settled it.
 */
final class IssueFollowUpNote {

    private static final Money NOTHING = Money.zero(Currency.USD);

    private final Work work;

    IssueFollowUpNote(Work work) {
        this.work = work;
    }

    /**
     * The bolívares by which the rates of issue and payment differ, with IVA in them in the invoice's proportions: more
     * than at issue is a debit note, less a credit note (RLIVA art. 51). Moves the difference from exchange difference to
     * sales.
     */
    UUID exchange(UUID invoiceId, UUID paymentId, Money differenceVes) {
        Original invoice = new Originals(work).lock(invoiceId);
        CentRule cents = CentRule.valueOf(Frozen.policy(invoice.policies(), Policy.ROUNDING_MODE));
        NoteKind kind = differenceVes.isNegative() ? NoteKind.CREDIT : NoteKind.DEBIT;
        Money difference = differenceVes.isNegative() ? differenceVes.negated() : differenceVes;
        List<TaxGroup> taxes = new ArrayList<>();
        List<NoteDraft.Line> lines = new ArrayList<>();
        List<BigDecimal> weights = invoice.taxes().stream()
                .map(tax -> tax.group().baseVes().plus(tax.group().amountVes()).amount())
                .toList();
        List<Money> shares = difference.allocatedBy(weights);
        for (int i = 0; i < shares.size(); i++) {
            TaxRate rate = invoice.taxes().get(i).group().rate();
            Money base = cents.without(rate.percent(), shares.get(i));
            taxes.add(new TaxGroup(rate, NOTHING, NOTHING, base, shares.get(i).minus(base)));
            lines.add(new NoteDraft.Line(null, "Diferencia en cambio", 1, NOTHING, base, rate, false));
        }
        Money base = sum(taxes.stream().map(TaxGroup::baseVes).toList());
        UUID id = work.newId();
        JournalEntry entry = new JournalEntry(kind == NoteKind.DEBIT ? "DEBIT_NOTE" : "CREDIT_NOTE", id);
        Money iva = difference.minus(base);
        if (kind == NoteKind.DEBIT) {
            entry.debit(Account.EXCHANGE_DIFFERENCE, difference, difference)
                    .credit(Account.SALES, base, base)
                    .credit(Account.IVA_PAYABLE, iva, iva);
        } else {
            entry.credit(Account.EXCHANGE_DIFFERENCE, difference, difference)
                    .debit(Account.SALES_RETURNS, base, base)
                    .debit(Account.IVA_PAYABLE, iva, iva);
        }
        new Ledger(work).post(entry);
        String reason = "Diferencia en cambio entre emisión y pago";
        insert(
                id,
                invoice,
                kind,
                NoteConcept.EXCHANGE_DIFFERENCE,
                paymentId,
                reason,
                lines,
                taxes,
                base,
                NOTHING,
                difference);
        return id;
    }

    /** IGTF of a payment that came after the invoice: without IVA and without base; the payment has posted it. */
    UUID igtf(UUID invoiceId, UUID paymentId, Percent percent, Money igtf, Money igtfVes, String legalSource) {
        Original invoice = new Originals(work).lock(invoiceId);
        TaxRate rate =
                new TaxRate(Tax.EXEMPT, "IGTF", List.of(new TaxComponent("IGTF", percent, work.today(), legalSource)));
        String what = "IGTF " + percent.value().stripTrailingZeros().toPlainString() + " % percibido";
        List<NoteDraft.Line> lines =
                List.of(new NoteDraft.Line(null, what, 1, NOTHING, Money.zero(Currency.VES), rate, false));
        UUID id = work.newId();
        insert(
                id,
                invoice,
                NoteKind.DEBIT,
                NoteConcept.IGTF,
                paymentId,
                what,
                lines,
                List.of(),
                Money.zero(Currency.VES),
                igtf,
                igtfVes);
        return id;
    }

    private void insert(
            UUID id,
            Original invoice,
            NoteKind kind,
            NoteConcept concept,
            UUID paymentId,
            String reason,
            List<NoteDraft.Line> lines,
            List<TaxGroup> taxes,
            Money netVes,
            Money total,
            Money totalVes) {
        new NoteRows(work)
                .insert(
                        id,
                        invoice,
                        new NoteDraft(
                                kind,
                                concept,
                                paymentId,
                                invoice.rate(),
                                reason,
                                NoteTexts.of(invoice),
                                lines,
                                taxes,
                                NOTHING,
                                netVes,
                                total,
                                totalVes));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(Currency.VES), Money::plus);
    }
}
