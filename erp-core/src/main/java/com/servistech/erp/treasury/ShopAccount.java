package com.servistech.erp.treasury;

import com.servistech.erp.money.Currency;
import java.util.List;
import java.util.UUID;

/**
 * Where the store receives and keeps money: an account at a bank, a wallet, a Zelle address.
 *
 * @param methods codes of the payment methods that arrive there
 * @param bankCode null where it is at no bank of Venezuela
 * @param number twenty digits at a bank of Venezuela; else the address
 * @param account code of its ledger account
 */
public record ShopAccount(
        UUID id,
        String name,
        Currency currency,
        List<String> methods,
        String bankCode,
        String number,
        String holder,
        String account,
        boolean active,
        int version) {}
