package com.servistech.erp.commissions.paper;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An entry as it is printed.
 *
 * @param subject number of the order or invoice, null where there is none
 * @param base gross profit or accessories; null where nothing is taken a percentage of
 * @param flat whether the rate is dollars a unit
 */
record PaperLine(
        LocalDate day,
        String subject,
        String what,
        Money base,
        BigDecimal rate,
        boolean flat,
        BigDecimal share,
        Money amount) {}
