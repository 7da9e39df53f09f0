package com.servistech.erp.billing.refund;

import com.servistech.erp.money.Money;
import java.util.UUID;

/**
 * How a customer wants money back.
 *
 * @param method code of a payment method; CUSTOMER_CREDIT leaves it as a credit
 * @param amount what is given back, in the method's currency; bolívares count at today's rate
 * @param accountId of the shop, where it leaves from; null for the method's own
 * @param reference of the transfer; null while there is none
 * @param registerId the register whose session gives the cash when the caller has none; may be null
 */
public record NewRefund(String method, Money amount, UUID accountId, String reference, String registerId) {}
