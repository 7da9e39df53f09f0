package com.servistech.erp.inventory;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Says below which number this store orders a part. */
public final class SetMinimum {

    private static final int LARGEST = 1_000_000;

    private final Work work;

    public SetMinimum(Work work) {
        this.work = work;
    }

    /** @param minimum null for what the catalogue says */
    public StockView set(UUID partId, Integer minimum) {
        work.require(Permission.STOCK_MOVE);
        if (minimum != null && (minimum < 0 || minimum > LARGEST)) {
            throw Invalid.at("/minimumStock", "number.range", "Between 0 and " + LARGEST);
        }
        new PartBook(work).require(partId);
        Shelf shelf = Shelf.lock(work, partId);
        work.sql()
                .update(
                        "update erp.stock set minimum = ?::int, updated_at = ?, version = version + 1"
                                + " where store_id = ? and part_id = ?",
                        minimum,
                        work.now(),
                        work.store(),
                        partId);
        return shelf.view();
    }
}
