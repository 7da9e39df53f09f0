package com.servistech.erp.rates;

import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Tells everybody who shows rates that another one counts. */
final class Published {

    private Published() {}

    static void announce(Work work, UUID id, String source, Quoted base, BigDecimal rate, LocalDate valueDate) {
        new Outbox(work)
                .add(
                        "rates.published",
                        id,
                        Map.of(
                                "source",
                                source,
                                "base",
                                base.code(),
                                "rate",
                                rate.toPlainString(),
                                "valueDate",
                                valueDate.toString()));
    }
}
