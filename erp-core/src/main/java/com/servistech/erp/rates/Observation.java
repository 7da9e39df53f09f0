package com.servistech.erp.rates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A row of the book before it is written. */
record Observation(
        UUID publicationId,
        String source,
        String channel,
        Quoted base,
        BigDecimal rate,
        LocalDate valueDate,
        LocalDate operationDate,
        Instant publishedAt,
        String state,
        List<String> doubts,
        boolean witnessSettles,
        UUID supersedes,
        String reason,
        String details,
        String evidence) {

    /** The same circumstances for another currency of the publication. */
    Observation of(Quoted other, BigDecimal price, UUID superseded) {
        return new Observation(
                publicationId,
                source,
                channel,
                other,
                price,
                valueDate,
                operationDate,
                publishedAt,
                state,
                doubts,
                witnessSettles,
                superseded,
                reason,
                details,
                evidence);
    }
}
