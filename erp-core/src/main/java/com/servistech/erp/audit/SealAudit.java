package com.servistech.erp.audit;

import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Work;

/**
 * Seals the heads of all chains: daily, and before whatever wants an anchor of this moment. Where nothing happened since
 * the last seal of the day, it answers that one.
 */
final class SealAudit {

    private final Work work;

    SealAudit(Work work) {
        this.work = work;
    }

    Anchor seal() {
        if (!(work.scope() instanceof Scope.Chain)) {
            throw new Refused("audit.chain-only", "The audit of all stores is sealed at once, by the chain");
        }
        return work.sql()
                .first(Anchor::of, "select " + Anchor.COLUMNS + " from erp.seal_audit()")
                .orElseThrow();
    }
}
