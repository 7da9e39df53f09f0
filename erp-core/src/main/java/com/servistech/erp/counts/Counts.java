package com.servistech.erp.counts;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The store's counts, over one open work. */
public final class Counts {

    private final Work work;

    public Counts(Work work) {
        this.work = work;
    }

    /** @see OpenCount */
    public CountView open(NewCount input) {
        return get(new OpenCount(work).open(input));
    }

    /** @see CountPart */
    public CountView count(UUID id, UUID partId, int counted) {
        new CountPart(work).count(id, partId, counted);
        return get(id);
    }

    /** @see CloseCount#submit */
    public CountView submit(UUID id, String reason) {
        new CloseCount(work).submit(id, reason);
        return get(id);
    }

    /** @see CloseCount#decide */
    public CountView decide(UUID id, boolean approved, String reason) {
        new CloseCount(work).decide(id, approved, reason);
        return get(id);
    }

    /** @see CloseCount#discard */
    public CountView discard(UUID id, String reason) {
        new CloseCount(work).discard(id, reason);
        return get(id);
    }

    /** @throws com.servistech.erp.error.NotFound {@code counts.not-found} */
    public CountView get(UUID id) {
        work.require(Permission.STOCK_MOVE);
        return new CountBook(work).get(id);
    }

    /** Newest first, without their lines. @param status null for all */
    public Page<CountView> list(CountStatus status, Page.Request page) {
        work.require(Permission.STOCK_MOVE);
        return new CountBook(work).list(status, page);
    }
}
