package com.servistech.erp.billing.payment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is known about a payment besides its amount; which parts are needed is said by the method, the others are null.
 *
 * @param reference as the bank or network shows it
 * @param bankCode of the payer's bank, four digits
 * @param document of the payer
 * @param paidOn the Venezuelan day on which the money moved; null for today
 * @param accountId of the shop, where it arrived
 * @param payer name as shown
 * @param voucherNumber AAAAMM and eight digits
 * @param creditId which credit of the customer is used; null for the oldest that covers it
 */
public record PaymentData(
        String reference,
        String bankCode,
        String phone,
        String document,
        LocalDate paidOn,
        UUID accountId,
        String payer,
        String last4,
        String lot,
        String voucherNumber,
        UUID creditId) {

    public static PaymentData none() {
        return new PaymentData(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** From telephone to telephone. */
    public static PaymentData mobile(String bankCode, String phone, String reference, LocalDate paidOn) {
        return new PaymentData(reference, bankCode, phone, null, paidOn, null, null, null, null, null, null);
    }

    /** By a network that shows who paid: Zelle. */
    public static PaymentData network(String payer, String reference, LocalDate paidOn) {
        return new PaymentData(reference, null, null, null, paidOn, null, payer, null, null, null, null);
    }

    /** At the terminal. */
    public static PaymentData card(String last4, String lot, String reference) {
        return new PaymentData(reference, null, null, null, null, null, null, last4, lot, null, null);
    }

    public static PaymentData voucher(String number) {
        return new PaymentData(null, null, null, null, null, null, null, null, null, number, null);
    }

    public static PaymentData credit(UUID id) {
        return new PaymentData(null, null, null, null, null, null, null, null, null, null, id);
    }

    boolean has(String field) {
        Object value = switch (field) {
            case "reference" -> reference;
            case "bankCode" -> bankCode;
            case "phone" -> phone;
            case "document" -> document;
            case "paidOn" -> paidOn;
            case "accountId" -> accountId;
            case "payer" -> payer;
            case "last4" -> last4;
            case "lot" -> lot;
            case "voucherNumber" -> voucherNumber;
            default -> throw new IllegalArgumentException(field);
        };
        return value != null && !value.toString().isBlank();
    }
}
