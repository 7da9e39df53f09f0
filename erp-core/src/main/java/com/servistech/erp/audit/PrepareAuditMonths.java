package com.servistech.erp.audit;

import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Work;
import java.util.List;

/**
 * Makes the partitions of the months to come. A month without one loses nothing: its entries are kept in the default
 * partition.
 */
final class PrepareAuditMonths {

    private final Work work;

    PrepareAuditMonths(Work work) {
        this.work = work;
    }

    /** @return the partitions that were made; none when all were there */
    List<String> prepare(int monthsAhead) {
        if (!(work.scope() instanceof Scope.Chain)) {
            throw new Refused("audit.chain-only", "The audit of all stores is prepared at once, by the chain");
        }
        return work.sql()
                .first(row -> row.<String>array("made"), "select erp.prepare_audit_months(?) made", monthsAhead)
                .orElseThrow();
    }
}
