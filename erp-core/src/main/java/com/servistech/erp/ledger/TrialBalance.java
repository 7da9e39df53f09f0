package com.servistech.erp.ledger;

import com.servistech.erp.money.Money;
import java.util.List;

/**
 * The trial balance (balance de comprobación) of a month. Debits are positive, credits negative in the balances; each
 * account is shown once for each currency that it holds, with the value in bolívares that the books carry.
 *
 * @param closed whether nothing can be posted into the month any more
 * @param debitVes of the month; equal to {@code creditVes}
 */
public record TrialBalance(String month, boolean closed, Money debitVes, Money creditVes, List<Row> rows) {

    /** One account in one currency. */
    public record Row(
            String account,
            String number,
            String name,
            String kind,
            Money opening,
            Money debit,
            Money credit,
            Money closing,
            Money openingVes,
            Money debitVes,
            Money creditVes,
            Money closingVes) {}
}
