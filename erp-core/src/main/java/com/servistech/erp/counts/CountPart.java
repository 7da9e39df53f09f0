package com.servistech.erp.counts;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Writes down how many of a part are there, and beside it what was expected at that moment. Counted again, the newer
 * figure counts. Whoever counts is not told what was expected.
 */
public final class CountPart {

    private static final int LARGEST = 1_000_000;

    private final Work work;

    public CountPart(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code counts.not-open} */
    public void count(UUID countId, UUID partId, int counted) {
        work.require(Permission.STOCK_MOVE);
        CountRows rows = new CountRows(work);
        CountStatus status = rows.lock(countId);
        if (partId == null || !new Inventory(work).knows(partId)) {
            throw Invalid.at("/partId", "inventory.not-found", "There is no such part");
        }
        if (counted < 0 || counted > LARGEST) {
            throw Invalid.at("/counted", "number.range", "Between 0 and " + LARGEST);
        }
        if (status != CountStatus.OPEN) {
            throw new Conflict("counts.not-open", "This count takes no more figures");
        }
        rows.count(countId, partId, counted, new Inventory(work).count(partId).onHand());
    }
}
