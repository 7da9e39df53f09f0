package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.treasury.Family;

/**
 * All that a tender does to a debt: what it settles, and what becomes of what is too much. Change is for cash only, the
 * rest becomes the customer's credit; vouchers and credit are never too much.
 */
record Outcome(Application application, Change change, Money credit) {

    /** The preview asks this as the payment does. */
    static Outcome of(Tender tender, Debt debt) {
        Application done = Application.of(tender.amount(), debt, tender.rate(), tender.igtf());
        return withRest(tender, done);
    }

    /** Money for an order that has no invoice yet: all of it is kept, less the IGTF that lies in it. */
    static Outcome ofDeposit(Tender tender) {
        return withRest(tender, Application.kept(tender.amount(), tender.rate(), tender.igtf()));
    }

    private static Outcome withRest(Tender tender, Application done) {
        Money left = done.left();
        Money nothing = Money.zero(left.currency());
        if (tender.family() == Family.CASH && !tender.changeAsCredit()) {
            if (tender.changeInKind() != null && tender.changeInKind().compareTo(left) > 0) {
                throw Invalid.at("/changeInKind/amount", "payments.change", "The change is " + left + " in all");
            }
            return new Outcome(done, Change.of(left, tender.changeInKind(), tender.rate()), nothing);
        }
        boolean mayBeTooMuch = tender.family() == Family.CASH || tender.family() == Family.ELECTRONIC;
        if (!mayBeTooMuch && !left.isZero()) {
            throw Invalid.at(
                    "/amount/amount",
                    "payments.more-than-due",
                    "At most %s is owed".formatted(tender.amount().minus(left)));
        }
        return new Outcome(done, Change.none(left.currency()), left);
    }
}
