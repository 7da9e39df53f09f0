package com.servistech.erp.ledger;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;

/**
 * What money that moves inside the shop is worth in the books: the official rate of the day, or the last known one where
 * that is missing. No document is valued by it, so a register may open on a day whose rate is late.
 */
public final class BookRate {

    private final Work work;

    public BookRate(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code rates.missing} when no official rate was ever known */
    public Money inVes(Money amount) {
        if (amount.currency() == Currency.VES) {
            return amount;
        }
        return amount.isZero() ? Money.zero(Currency.VES) : amount.convertedAt(rate(), Currency.VES);
    }

    private BigDecimal rate() {
        try {
            return new Rates(work)
                    .forDocument(work.today(), new Stores(work).current().issuer())
                    .rate();
        } catch (Conflict missing) {
            return work.sql()
                    .first(
                            row -> row.decimal("rate"),
                            "select rate from erp.exchange_rates where source in ('BCV', 'MANUAL') and base = 'USD'"
                                    + " and value_date <= ? order by value_date desc, (source = 'BCV') desc,"
                                    + " observed_at desc limit 1",
                            work.today())
                    .orElseThrow(() -> missing);
        }
    }
}
