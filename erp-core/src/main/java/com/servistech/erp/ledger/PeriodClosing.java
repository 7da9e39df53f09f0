package com.servistech.erp.ledger;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A month whose books are closed.
 *
 * @param closedThrough the last day that takes no entry any more
 * @param entries how many entries the month has
 * @param debitVes the sum of its debits in bolívares, equal to that of its credits
 */
public record PeriodClosing(
        UUID id,
        String month,
        LocalDate closedThrough,
        long entries,
        Money debitVes,
        UUID closedBy,
        Instant closedAt) {}
