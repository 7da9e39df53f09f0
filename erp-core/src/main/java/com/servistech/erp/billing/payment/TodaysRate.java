package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Optional;

/** At which what is still owed is shown in bolívares. A day without a rate hides no payment. */
final class TodaysRate {

    private final Work work;

    TodaysRate(Work work) {
        this.work = work;
    }

    /** Bolívares for a dollar; empty where no rate of today is known. */
    Optional<BigDecimal> ifKnown() {
        try {
            return Optional.of(get());
        } catch (Conflict missing) {
            return Optional.empty();
        }
    }

    /** @throws Conflict {@code rates.missing} */
    BigDecimal get() {
        return new Rates(work)
                .forDocument(work.today(), new Stores(work).current().issuer())
                .rate();
    }
}
