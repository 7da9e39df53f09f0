package com.servistech.erp.http.audit;

import com.servistech.erp.audit.ChainReport;
import com.servistech.erp.audit.Finding;
import java.util.List;
import java.util.UUID;

/**
 * What the verification of one store's chain found.
 *
 * @param head the hash of the newest link: whoever writes it down can ask for it later
 */
public record ChainVerdict(UUID storeId, long links, long entries, String head, List<Found> findings) {

    /** What does not fit, and where. */
    public record Found(Long position, String entry, Finding.Kind kind, boolean tampering, String explanation) {}

    static ChainVerdict of(ChainReport report) {
        return new ChainVerdict(
                report.store().value(),
                report.links(),
                report.entries(),
                report.head(),
                report.findings().stream()
                        .map(found -> new Found(
                                found.position(),
                                found.entry(),
                                found.kind(),
                                found.kind().tampering(),
                                found.explanation()))
                        .toList());
    }
}
