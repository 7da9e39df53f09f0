package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.util.List;

/**
 * What somebody counted in a drawer, without having been told what should be there.
 *
 * @param reason needed when the count differs
 * @param denominations what it was counted by; empty where nobody wrote it down
 */
public record NewCount(Money usd, Money ves, String reason, List<Denomination> denominations) {}
