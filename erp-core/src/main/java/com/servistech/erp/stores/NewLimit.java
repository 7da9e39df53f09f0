package com.servistech.erp.stores;

import com.servistech.erp.money.Money;
import java.time.LocalDate;

/**
 * A limit from a day on.
 *
 * @param validFrom tomorrow or later: nobody raises a limit and passes it on the same day
 */
public record NewLimit(Limit limit, Money amount, LocalDate validFrom, String reason) {}
