package com.servistech.erp.billing.payment;

import com.servistech.erp.billing.tax.IgtfRule;
import com.servistech.erp.billing.tax.TaxRules;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicySet;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import com.servistech.erp.treasury.PaymentMethod;
import com.servistech.erp.treasury.ShopAccount;
import com.servistech.erp.treasury.Treasury;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Finds out how a payment counts: its method's row, the rate and the IGTF rule of the day on which the money moved, and
 * where it goes. Cash moves when it is handed over, other money on the day that the bank shows.
 */
final class PlanPayment {

    private final Work work;
    private final Treasury treasury;

    PlanPayment(Work work) {
        this.work = work;
        this.treasury = new Treasury(work);
    }

    /**
     * @throws Invalid for what is missing or cannot be
     * @throws Conflict {@code payments.method-not-available}, {@code rates.missing}
     */
    Planned forInvoice(NewPayment input, Owed owed, IssuerCard issuer) {
        LocalDate paidOn = paidOn(input);
        PaymentMethod method = checked(input, paidOn);
        if (method.family() == Family.VOUCHER) {
            new Retention(work).check(input, owed);
            return withheld(input, method, paidOn, owed);
        }
        return value(input, method, paidOn, owed.customerId(), issuer);
    }

    /** As {@link #forInvoice}, for an amount that nobody has handed over yet: without references and names. */
    Planned preview(NewPayment input, Owed owed, IssuerCard issuer) {
        LocalDate paidOn = paidOn(input);
        PaymentMethod method = method(input, paidOn);
        PaymentRules rules = new PaymentRules(work);
        Problems problems = new Problems();
        rules.checkAmount(input, method, problems);
        rules.checkDay(paidOn, problems);
        problems.refuseIfAny();
        return method.family() == Family.VOUCHER
                ? withheld(input, method, paidOn, owed)
                : value(input, method, paidOn, owed.customerId(), issuer);
    }

    /** For an order that has no invoice yet. */
    Planned forOrder(NewPayment input, UUID customerId, IssuerCard issuer) {
        LocalDate paidOn = paidOn(input);
        PaymentMethod method = checked(input, paidOn);
        if (method.family() == Family.VOUCHER || method.family() == Family.CREDIT) {
            throw new Conflict("payments.method-not-available", method.code() + " settles an invoice, not an order");
        }
        return value(input, method, paidOn, customerId, issuer);
    }

    /** What was withheld counts at its invoice's rate: a day of its own, with a rate or without one, is nothing to it. */
    private static Planned withheld(NewPayment input, PaymentMethod method, LocalDate paidOn, Owed owed) {
        Tender tender = new Tender(
                method.family(), input.amount(), null, false, owed.debt().issueRate(), Igtf.none());
        return new Planned(method, tender, owed.rateId(), paidOn, method.account(), null, null);
    }

    private LocalDate paidOn(NewPayment input) {
        return input.data().paidOn() == null ? work.today() : input.data().paidOn();
    }

    private PaymentMethod checked(NewPayment input, LocalDate paidOn) {
        PaymentMethod method = method(input, paidOn);
        new PaymentRules(work).check(input, method, paidOn);
        return method;
    }

    private PaymentMethod method(NewPayment input, LocalDate day) {
        PaymentMethod method = treasury.method(input.method(), day)
                .orElseThrow(() -> Invalid.at("/method", "field.value", "There is no such payment method"));
        if (!method.active()) {
            throw new Conflict("payments.method-not-available", method.code() + " is not taken now");
        }
        return method;
    }

    private Planned value(
            NewPayment input, PaymentMethod method, LocalDate paidOn, UUID customerId, IssuerCard issuer) {
        LocalDate day = method.isCash() ? work.today() : paidOn;
        DocumentRate rate = new Rates(work).forDocument(day, issuer);
        PolicySet policies = new Policies(work).on(day, issuer.id());
        Credit credit = method.family() == Family.CREDIT ? credit(input, customerId) : null;
        requireChangeCurrency(input, policies);
        ShopAccount account = method.family() == Family.ELECTRONIC ? account(input, method) : null;
        Tender tender = new Tender(
                method.family(),
                input.amount(),
                input.changeInKind(),
                input.changeAsCredit(),
                rate.rate(),
                igtf(method, credit, issuer, day, policies));
        return new Planned(
                method,
                tender,
                rate.id(),
                paidOn,
                account == null ? method.account() : account.account(),
                account == null ? null : account.id(),
                credit == null ? null : credit.id());
    }

    private Credit credit(NewPayment input, UUID customerId) {
        return new Credits(work).choose(customerId, input.amount(), input.data().creditId());
    }

    private Igtf igtf(PaymentMethod method, Credit credit, IssuerCard issuer, LocalDate day, PolicySet policies) {
        boolean causes = method.causesIgtf();
        if (credit != null && credit.method() != null) {
            // money that came without IGTF being perceived on it causes it when it is used
            causes = treasury.method(credit.method(), day)
                    .filter(PaymentMethod::causesIgtf)
                    .isPresent();
        }
        IgtfRule rule =
                causes ? new TaxRules(work).igtf(issuer.id(), day) : Igtf.none().rule();
        return new Igtf(rule, policies.of(Policy.ROUNDING_MODE, CentRule.class));
    }

    /** The account that was named, or the only one where the method's money arrives. */
    private ShopAccount account(NewPayment input, PaymentMethod method) {
        List<ShopAccount> receiving = treasury.receiving(method.code()).stream()
                .filter(account -> method.takes(account.currency()))
                .toList();
        UUID named = input.data().accountId();
        if (named != null) {
            return receiving.stream()
                    .filter(account -> account.id().equals(named))
                    .findFirst()
                    .orElseThrow(() -> Invalid.at(
                            "/accountId", "shop-accounts.not-found", "No account in use receives " + method.code()));
        } else if (receiving.size() > 1) {
            throw Invalid.at("/accountId", "field.required", "Say which account of the shop received it");
        }
        return receiving.isEmpty() ? null : receiving.get(0);
    }

    private static void requireChangeCurrency(NewPayment input, PolicySet policies) {
        Money part = input.changeInKind();
        if (part != null && policies.of(Policy.CHANGE_CURRENCY).equals("SAME_ONLY")) {
            throw Invalid.at(
                    "/changeInKind", "payments.change-currency", "Change is given in the currency that was received");
        }
    }
}
