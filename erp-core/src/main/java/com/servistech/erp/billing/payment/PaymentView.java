package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A payment and what it did to its invoice.
 *
 * @param state REPORTED, CONFIRMED or REJECTED
 * @param applied what it took off the debt, in USD to the cent
 * @param change given back in the currency of the payment
 * @param credit kept for the customer, in the currency of the payment
 * @param balance of the invoice afterwards
 * @param balanceVes the balance at today's rate
 */
public record PaymentView(
        UUID id,
        UUID invoiceId,
        String state,
        PaymentMethod method,
        Money amount,
        Money applied,
        Money igtf,
        Rate rate,
        Money change,
        Money credit,
        Money balance,
        Money balanceVes,
        String status) {

    /** The rate that this payment keeps for ever. */
    public record Rate(UUID id, BigDecimal rate, LocalDate valueDate) {}
}
