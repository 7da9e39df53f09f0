package com.servistech.erp.counts;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A count. While it is open nobody sees what is written down.
 *
 * @param submittedBy who said that all is counted; null before
 * @param decidedBy who put the differences right or threw the count away; null before
 * @param off what all differences were worth when it was submitted, too much and missing added up; null before
 */
public record CountView(
        UUID id,
        String name,
        CountStatus status,
        UUID openedBy,
        Instant openedAt,
        UUID submittedBy,
        Instant submittedAt,
        UUID decidedBy,
        Instant decidedAt,
        String reason,
        Money off,
        List<Line> lines,
        Instant updatedAt,
        int version) {

    /**
     * One part.
     *
     * @param counted null when nobody counted it yet
     * @param expected what was written down at that moment; null while the count is open
     * @param difference counted less expected; null while the count is open
     * @param value what the difference added to the value of the stock; null before it was put right
     */
    public record Line(
            UUID partId,
            String sku,
            String name,
            Integer counted,
            UUID countedBy,
            Instant countedAt,
            Integer expected,
            Integer difference,
            Money value) {}
}
