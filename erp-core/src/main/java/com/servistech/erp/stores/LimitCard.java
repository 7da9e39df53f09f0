package com.servistech.erp.stores;

import com.servistech.erp.money.Money;
import java.time.LocalDate;

/**
 * A limit of a store as it stands.
 *
 * @param amount in USD
 * @param validFrom since when; null where the standard holds
 * @param reason null where the standard holds
 */
public record LimitCard(Limit limit, Money amount, LocalDate validFrom, String reason) {}
