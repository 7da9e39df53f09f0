package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;

/** Takes parts in, or puts right what a count found. */
public final class MoveStock {

    private final Work work;

    public MoveStock(Work work) {
        this.work = work;
    }

    /**
     * @return the new stock
     * @throws Conflict {@code inventory.insufficient-stock} when more would go than is there and not reserved
     */
    public StockView move(NewMovement movement) {
        work.require(Permission.STOCK_MOVE);
        NewMovement checked = movement.checked();
        new Catalogue(work).require(checked.partId());
        Shelf shelf = Shelf.lock(work, checked.partId());
        shelf.put(
                checked.quantity(),
                new Shelf.Movement(checked.kind(), checked.unitCost(), checked.reason(), null, null));
        return shelf.view();
    }
}
