package com.servistech.erp.rates;

import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Work;
import java.util.Map;

/** What a person must be told about rates; announced through the outbox as {@code rates.alert}. */
enum RateAlert {
    /** The servers of a source are vouched for by other issuers than before. */
    ISSUERS_CHANGED,
    /** A source could not prove who it is. */
    UNTRUSTED,
    /** A source could not be read three times in a row. */
    FAILING,
    /** A rate waits for a person. */
    SUSPECT,
    /** A rate moved far, and a second source agrees. */
    LARGE_MOVE,
    /** Banking days without a rate: an unknown holiday, or something that was missed. */
    GAP,
    /** Two sources say different things about one value date. */
    SOURCES_DIFFER,
    /** The next rate should be there by now. */
    LATE,
    /** No bank holidays are known for a year that has begun or is about to. */
    CALENDAR_ENDS;

    void raise(Work work, String source, String detail) {
        new Outbox(work).add("rates.alert", work.newId(), Map.of("kind", name(), "source", source, "detail", detail));
    }
}
