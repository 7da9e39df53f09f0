package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import java.time.LocalDate;

/**
 * What a customer hands over or reports; which parts are needed depends on the method, the others are null.
 *
 * @param amount what is handed over, in the method's currency
 * @param registerId the register whose session takes the cash when the caller has none
 * @param confirm confirm an electronic payment at once, for roles that may
 */
public record NewPayment(
        PaymentMethod method,
        Money amount,
        String reference,
        String bankCode,
        String phone,
        String document,
        LocalDate paidOn,
        String payer,
        String last4,
        String lot,
        String registerId,
        boolean confirm) {

    String part(String name) {
        switch (name) {
            case "reference":
                return reference;
            case "bankCode":
                return bankCode;
            case "phone":
                return phone;
            case "paidOn":
                return paidOn == null ? null : paidOn.toString();
            case "payer":
                return payer;
            case "last4":
                return last4;
            case "lot":
                return lot;
            default:
                throw new IllegalArgumentException(name);
        }
    }
}
