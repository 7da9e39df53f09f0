package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.util.List;

/** The audit of the open work: the database writes it, this reads, proves and seals it. */
public final class Audit {

    private final Work work;

    public Audit(Work work) {
        this.work = work;
    }

    /** Newest first: of the store, or of every store of the scope. */
    public Page<AuditEntry> list(AuditQuery query) {
        work.require(Permission.AUDIT_READ);
        return new SearchAudit(work).search(query);
    }

    /** Verifies every chain of the scope by itself; only an anchor shows that its end was cut off. */
    public AuditReport verify() {
        return verify(null, false);
    }

    /**
     * Verifies every chain of the scope.
     *
     * @param anchor one that was kept outside, through which the chains must lead; null without one
     * @param rows whether the rows of the business are held against the record as well, which takes longer
     */
    public AuditReport verify(Anchor anchor, boolean rows) {
        return new VerifyAudit(work).verify(anchor, rows);
    }

    /** Seals all chains; in the scope of the chain only. */
    public Anchor seal() {
        return new SealAudit(work).seal();
    }

    /** Makes the partitions of this month and the next ones; in the scope of the chain only. */
    public List<String> prepareMonths(int ahead) {
        return new PrepareAuditMonths(work).prepare(ahead);
    }

    /** Puts on record what is no change of a row. */
    public void note(AuditNote note) {
        new TakeNote(work).take(note);
    }

    /**
     * Writes a store's chain so that somebody without this program can verify it; docs/audit.md says how.
     *
     * @param from null from the beginning
     * @param to null to the end
     */
    public ChainExport export(StoreId store, Instant from, Instant to) {
        work.require(Permission.AUDIT_READ);
        return new ChainExport(work, store, from, to);
    }
}
