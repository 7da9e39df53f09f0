package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;

/**
 * What a customer hands over or reports.
 *
 * @param method code of a payment method
 * @param amount what is handed over, in the method's currency
 * @param changeInKind how much of the change is given in that currency, the rest in the other; null for all of it
 * @param changeAsCredit too much cash becomes the customer's credit instead of change
 * @param registerId the register whose session takes the cash when the caller has none; may be null
 * @param confirm confirm an electronic payment at once, for roles that may
 */
public record NewPayment(
        String method,
        Money amount,
        Money changeInKind,
        boolean changeAsCredit,
        PaymentData data,
        String registerId,
        boolean confirm) {

    public static NewPayment of(String method, Money amount, PaymentData data) {
        return new NewPayment(method, amount, null, false, data, null, false);
    }

    public static NewPayment cash(Money amount) {
        return of("CASH_" + amount.currency(), amount, PaymentData.none());
    }

    public NewPayment at(String register) {
        return new NewPayment(method, amount, changeInKind, changeAsCredit, data, register, confirm);
    }

    public NewPayment confirmed() {
        return new NewPayment(method, amount, changeInKind, changeAsCredit, data, registerId, true);
    }

    public NewPayment changeInKind(Money part) {
        return new NewPayment(method, amount, part, changeAsCredit, data, registerId, confirm);
    }

    public NewPayment keepingChange() {
        return new NewPayment(method, amount, changeInKind, true, data, registerId, confirm);
    }
}
