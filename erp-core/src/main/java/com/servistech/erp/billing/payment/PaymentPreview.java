package com.servistech.erp.billing.payment;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a payment would do.
 *
 * @param amount what would be handed over
 * @param applied what it would take off the debt, in USD to the cent
 * @param change in all, in the currency that is handed over
 * @param changes as it would be given
 * @param rate of the day on which the money moved, or would move
 * @param balanceVes the balance at today's rate; null while that is not known
 * @param toClose what must be handed over in this currency to settle the invoice
 * @param closes whether it would be settled
 */
public record PaymentPreview(
        Money amount,
        Money applied,
        Money igtf,
        Money igtfVes,
        BigDecimal rate,
        Money change,
        List<Money> changes,
        Money credit,
        Money balance,
        Money balanceVes,
        Money toClose,
        boolean closes) {}
