package com.servistech.erp.treasury;

import com.servistech.erp.money.Currency;
import java.util.List;

/**
 * A way to pay that the chain begins to take.
 *
 * @param family CASH or ELECTRONIC: vouchers and credit are each one of a kind
 * @param igtf whether it causes IGTF, from today, by which text; null for bolívares, which never do
 */
public record NewPaymentMethod(
        String code,
        Family family,
        String name,
        String nameEn,
        Currency currency,
        List<String> required,
        String account,
        NewIgtfRule igtf) {}
