package com.servistech.erp.treasury;

import com.servistech.erp.money.Currency;
import java.util.List;

/** An account that the store opened; see {@link ShopAccount}. */
public record NewShopAccount(
        String name,
        Currency currency,
        List<String> methods,
        String bankCode,
        String number,
        String holder,
        String account) {}
