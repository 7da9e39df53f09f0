package com.servistech.erp.rates;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes an observation down. */
final class PublishRate {

    private final Work work;

    PublishRate(Work work) {
        this.work = work;
    }

    UUID publish(NewManualRate input) {
        work.require(Permission.RATES_WRITE);
        List<Problem> problems = new ArrayList<>();
        if (input.currency() == Currency.VES) {
            problems.add(new Problem("/currency", "rates.currency", "A rate is for USD, EUR or USDT"));
        }
        if (input.rate().signum() <= 0 || input.rate().stripTrailingZeros().scale() > 8) {
            problems.add(new Problem("/rate", "rates.rate", "A rate is above zero with at most 8 decimals"));
        }
        if (input.valueDate().isAfter(work.today().plusDays(7))) {
            problems.add(new Problem("/valueDate", "rates.value-date", "At most seven days ahead"));
        }
        if (input.reason().strip().length() < 5 || input.reason().length() > 400) {
            problems.add(new Problem("/reason", "text.length", "Say in 5 to 400 characters where it comes from"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return record(
                "MANUAL",
                input.currency(),
                input.rate(),
                input.valueDate(),
                input.reason().strip(),
                null);
    }

    UUID record(String source, Currency base, BigDecimal rate, LocalDate valueDate, String reason, String sha256) {
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.exchange_rates (id, source, base, rate, value_date, observed_at, reason, evidence_sha256, recorded_by)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)",
                        id,
                        source,
                        base,
                        rate,
                        valueDate,
                        work.now(),
                        reason,
                        sha256,
                        work.user().orElse(null));
        new Outbox(work)
                .add(
                        "rates.published",
                        id,
                        Map.of(
                                "source",
                                source,
                                "base",
                                base.name(),
                                "rate",
                                rate.toPlainString(),
                                "valueDate",
                                valueDate.toString()));
        return id;
    }
}
