package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A payment and what it did to its invoice; or a deposit on an order.
 *
 * @param invoiceId that it settles; null for a deposit that is not applied yet
 * @param orderId of a deposit; null for a payment on an invoice
 * @param receiptNumber of a deposit
 * @param state REPORTED, CONFIRMED, REJECTED or REVERSED
 * @param method code of the payment method
 * @param applied what it took off the debt, in USD to the cent; of a deposit, what is kept in its own currency
 * @param change given back in all, in the currency of the payment
 * @param changes as it was given
 * @param credit kept for the customer, in the currency of the payment
 * @param balance of the invoice now; null for a deposit that is not applied yet
 * @param balanceVes the balance at today's rate; null while that is not known
 * @param status of the invoice
 * @param reason why it was rejected or reversed
 */
public record PaymentView(
        UUID id,
        UUID invoiceId,
        UUID orderId,
        String receiptNumber,
        String state,
        String method,
        Money amount,
        Money applied,
        Money igtf,
        Money igtfVes,
        Rate rate,
        Money change,
        List<Money> changes,
        Money credit,
        Money balance,
        Money balanceVes,
        String status,
        String reference,
        String bankCode,
        String voucherNumber,
        UUID accountId,
        UUID creditId,
        LocalDate paidOn,
        Instant takenAt,
        String reason) {

    /** The rate that this payment keeps for ever. */
    public record Rate(UUID id, BigDecimal rate, LocalDate valueDate) {}
}
