package com.servistech.erp.audit;

import java.util.List;

/** What the verification of every chain of the scope found. */
public record AuditReport(boolean intact, List<ChainReport> chains) {

    static AuditReport of(List<ChainReport> chains) {
        return new AuditReport(chains.stream().allMatch(ChainReport::intact), List.copyOf(chains));
    }

    public List<Finding> findings() {
        return chains.stream().flatMap(chain -> chain.findings().stream()).toList();
    }

    /** Whether something was found that no old backup explains. */
    public boolean tampered() {
        return findings().stream().anyMatch(finding -> finding.kind().tampering());
    }
}
