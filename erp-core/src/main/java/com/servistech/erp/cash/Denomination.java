package com.servistech.erp.cash;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;

/**
 * So many notes or coins of one value.
 *
 * @param value of one of them, in USD or VES
 */
public record Denomination(Money value, int count) {

    Money total() {
        return value.times(BigDecimal.valueOf(count));
    }
}
