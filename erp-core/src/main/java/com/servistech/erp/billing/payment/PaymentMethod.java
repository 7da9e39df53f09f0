package com.servistech.erp.billing.payment;

import com.servistech.erp.ledger.Account;
import com.servistech.erp.money.Currency;
import java.util.List;

/** How a customer pays, in which currency, and what must be known about it. */
public enum PaymentMethod {
    ZELLE(Currency.USD, Account.BANK_USD, "payer", "reference", "paidOn"),
    CASH_USD(Currency.USD, Account.CASH_USD),
    CASH_VES(Currency.VES, Account.CASH_VES),
    PAGO_MOVIL(Currency.VES, Account.BANK_VES, "bankCode", "phone", "reference", "paidOn"),
    BINANCE(Currency.USDT, Account.BANK_USD, "reference", "paidOn"),
    TRANSFER(Currency.VES, Account.BANK_VES, "bankCode", "reference", "paidOn"),
    CARD(Currency.VES, Account.BANK_VES, "last4", "lot", "reference"),
    RETENTION(Currency.VES, null),
    CUSTOMER_CREDIT(Currency.USD, null);

    private final Currency currency;
    private final Account account;
    private final List<String> required;

    PaymentMethod(Currency currency, Account account, String... required) {
        this.currency = currency;
        this.account = account;
        this.required = List.of(required);
    }

    Currency currency() {
        return currency;
    }

    Account account() {
        return account;
    }

    List<String> required() {
        return required;
    }

    boolean isCash() {
        return this == CASH_USD || this == CASH_VES;
    }

    /** A special taxpayer perceives IGTF on it: foreign currency or crypto outside of the national banks. */
    boolean causesIgtf() {
        return currency != Currency.VES;
    }

    boolean isAvailable() {
        return account != null;
    }
}
