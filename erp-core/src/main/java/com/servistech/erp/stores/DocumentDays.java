package com.servistech.erp.stores;

import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.UUID;

/** No rule begins on a day that has documents, so that all documents of a day stand under the same. */
public final class DocumentDays {

    private final Work work;

    public DocumentDays(Work work) {
        this.work = work;
    }

    /** @param issuerIdOrNull null for a rule of all issuers */
    public boolean allow(UUID issuerIdOrNull, LocalDate day) {
        LocalDate newest = work.sql()
                .first(
                        row -> java.util.Optional.ofNullable(row.date("day")),
                        "select erp.last_document_day(?::uuid) as day",
                        issuerIdOrNull)
                .orElseThrow()
                .orElse(null);
        return newest == null || day.isAfter(newest);
    }
}
