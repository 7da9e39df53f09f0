package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.UUID;

/** A payment: the amount is what is handed over. */
public final class PaymentRequest extends Draft<PaymentRequest> {

    private PaymentRequest(JsonObject json) {
        super(json);
    }

    /** Dollars over the counter, into the caller's open cash session. */
    public static PaymentRequest cashUsd(Money amount) {
        return new PaymentRequest(Body.of("method", "CASH_USD", "amount", amount));
    }

    /** Bolívares over the counter, into the caller's open cash session. */
    public static PaymentRequest cashVes(Money amount) {
        return new PaymentRequest(Body.of("method", "CASH_VES", "amount", amount));
    }

    /** From telephone to telephone, between banks. */
    public static PaymentRequest pagoMovil(
            Money amount, String bankCode, String phone, String reference, LocalDate paidOn) {
        return new PaymentRequest(Body.of(
                "method",
                "PAGO_MOVIL",
                "amount",
                amount,
                "bankCode",
                bankCode,
                "phone",
                phone,
                "reference",
                reference,
                "paidOn",
                paidOn));
    }

    /** Zelle, by the name of who paid. */
    public static PaymentRequest zelle(Money amount, String payer, String reference, LocalDate paidOn) {
        return new PaymentRequest(
                Body.of("method", "ZELLE", "amount", amount, "payer", payer, "reference", reference, "paidOn", paidOn));
    }

    /** USDT over Binance Pay. */
    public static PaymentRequest binance(Money amount, String reference, LocalDate paidOn) {
        return new PaymentRequest(
                Body.of("method", "BINANCE", "amount", amount, "reference", reference, "paidOn", paidOn));
    }

    /** A bank transfer. */
    public static PaymentRequest transfer(Money amount, String bankCode, String reference, LocalDate paidOn) {
        return new PaymentRequest(Body.of(
                "method",
                "TRANSFER",
                "amount",
                amount,
                "bankCode",
                bankCode,
                "reference",
                reference,
                "paidOn",
                paidOn));
    }

    /** A card at the terminal. */
    public static PaymentRequest card(Money amount, String last4, String lot, String reference) {
        return new PaymentRequest(
                Body.of("method", "CARD", "amount", amount, "last4", last4, "lot", lot, "reference", reference));
    }

    /** By a method that has no name of its own here. */
    public static PaymentRequest of(String method, Money amount) {
        return new PaymentRequest(Body.of("method", method, "amount", amount));
    }

    /** A retention voucher. */
    public static PaymentRequest retention(Money amount, String voucherNumber, LocalDate paidOn) {
        return new PaymentRequest(
                Body.of("method", "RETENTION", "amount", amount, "voucherNumber", voucherNumber, "paidOn", paidOn));
    }

    /** What the customer has to good. */
    public static PaymentRequest customerCredit(Money amount) {
        return new PaymentRequest(Body.of("method", "CUSTOMER_CREDIT", "amount", amount));
    }

    /** Confirmed at once, for roles that may. */
    public PaymentRequest confirmed() {
        return put("confirm", true);
    }

    /** How much of the change is given in the currency that is handed over; the rest is given in the other. */
    public PaymentRequest changeInKind(Money value) {
        return put("changeInKind", value);
    }

    /** What is too much becomes credit instead of change. */
    public PaymentRequest keepingChange() {
        return put("changeAsCredit", true);
    }

    /** The credit that is used. */
    public PaymentRequest creditId(UUID value) {
        return put("creditId", value);
    }

    /** The account of the shop that received it. */
    public PaymentRequest account(UUID value) {
        return put("accountId", value);
    }

    /** The register whose session takes the cash, if the caller has none open. */
    public PaymentRequest register(String value) {
        return put("registerId", value);
    }

    public PaymentRequest bankCode(String value) {
        return put("bankCode", value);
    }

    /** The payer's document. */
    public PaymentRequest document(String value) {
        return put("document", value);
    }

    public PaymentRequest phone(String value) {
        return put("phone", value);
    }

    public PaymentRequest payer(String value) {
        return put("payer", value);
    }

    public PaymentRequest reference(String value) {
        return put("reference", value);
    }

    public PaymentRequest paidOn(LocalDate value) {
        return put("paidOn", value);
    }

    @Override
    protected PaymentRequest copy(JsonObject changed) {
        return new PaymentRequest(changed);
    }
}
