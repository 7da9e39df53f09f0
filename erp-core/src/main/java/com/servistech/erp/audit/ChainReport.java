package com.servistech.erp.audit;

import com.servistech.erp.tenancy.StoreId;
import java.util.List;

/**
 * What the verification of one store's chain found.
 *
 * @param links how many links were recomputed
 * @param entries how many entries they hold
 * @param head the hash of the newest link
 * @param findings in the order of the chain, {@link #MOST} at most
 */
public record ChainReport(StoreId store, long links, long entries, String head, List<Finding> findings) {

    /** What one look can take in; the first ones say where to begin. */
    public static final int MOST = 100;

    public ChainReport {
        findings = List.copyOf(findings);
    }

    public boolean intact() {
        return findings.isEmpty();
    }
}
