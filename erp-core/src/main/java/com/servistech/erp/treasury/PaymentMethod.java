package com.servistech.erp.treasury;

import com.servistech.erp.money.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A way to pay.
 *
 * @param currency the one that it is paid in; null where it takes that of the credit
 * @param required what must be known about a payment, by the names of its fields
 * @param account code of the ledger account that it goes to unless an account of the shop says another
 * @param causesIgtf whether a special taxpayer perceives IGTF on it today
 * @param active whether it is taken now
 */
public record PaymentMethod(
        UUID id,
        String code,
        Family family,
        String name,
        String nameEn,
        Currency currency,
        List<String> required,
        String account,
        boolean causesIgtf,
        boolean active,
        int version) {

    public boolean isCash() {
        return family == Family.CASH;
    }

    public boolean takes(Currency other) {
        return currency == null || currency == other;
    }
}
