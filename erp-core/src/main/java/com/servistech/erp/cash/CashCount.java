package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.util.UUID;

/** A count against what should be there; a negative difference is missing. */
public record CashCount(UUID id, Both expected, Both counted, Both difference) {

    /** An amount in each currency of the drawer. */
    public record Both(Money usd, Money ves) {}
}
