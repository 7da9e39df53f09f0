package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/** Says what a payment would do, by the very function that does it, and changes nothing. */
final class PreviewPayment {

    private final Work work;

    PreviewPayment(Work work) {
        this.work = work;
    }

    /**
     * @param input what would be handed over; its data may be missing
     * @param principal instead of an amount: how much of the bill is to be settled; null otherwise
     */
    PaymentPreview preview(UUID invoiceId, NewPayment input, Money principal) {
        work.require(Permission.PAYMENTS_TAKE);
        Owed owed = new InvoiceDebts(work).read(invoiceId);
        IssuerCard issuer = new Stores(work).current().issuer();
        Planned planned =
                new PlanPayment(work).preview(input.amount() == null ? handing(input, principal) : input, owed, issuer);
        InvoiceDebts.requireOpen(owed);
        Tender tender = planned.tender();
        if (principal != null) {
            tender = tender.worth(forPrincipal(principal, tender));
        }
        return answer(tender, owed);
    }

    private static NewPayment handing(NewPayment input, Money principal) {
        if (principal == null) {
            throw Invalid.at("/amount", "field.required", "An amount, or the principal that is to be settled");
        }
        return NewPayment.of(input.method(), principal, input.data());
    }

    private static Money forPrincipal(Money principal, Tender tender) {
        if (principal.currency() == Currency.VES) {
            return principal;
        }
        Money base = new Money(principal.amount(), Currency.USD);
        return new Money(tender.igtf().needed(base).amount(), principal.currency());
    }

    private PaymentPreview answer(Tender tender, Owed owed) {
        Outcome outcome = Outcome.of(tender, owed.debt());
        Application done = outcome.application();
        Debt after = owed.debt().after(done);
        BigDecimal rate = tender.rate();
        Currency currency = tender.amount().currency();
        return new PaymentPreview(
                tender.amount(),
                Money.rounded(done.applied(), Currency.USD),
                done.igtf(),
                done.igtfVes(),
                rate,
                done.left().minus(outcome.credit()),
                outcome.change().parts(),
                outcome.credit(),
                after.usd().shown(),
                new TodaysRate(work).ifKnown().map(after::dueVes).orElse(null),
                Application.toClose(currency, owed.debt(), rate, tender.igtf()),
                after.usd().isSettled());
    }
}
