package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/**
 * Parts leave for good. An order's own parts go first: those that were built in already and stand on no invoice, then
 * those reserved for it, then what is free.
 */
final class TakeParts {

    private final Work work;
    private final Claims claims;

    TakeParts(Work work) {
        this.work = work;
        this.claims = new Claims(work);
    }

    /**
     * @return what one cost, to be frozen on the invoice's line
     * @throws Conflict {@code inventory.insufficient-stock}
     */
    Money forInvoice(UUID partId, int quantity, UUID orderIdOrNull, UUID invoiceId) {
        work.require(Permission.INVOICES_ISSUE);
        if (quantity < 1) {
            throw Invalid.at("/quantity", "number.not-positive", "More than nothing");
        }
        Money unitCost = new Catalogue(work).require(partId).unitCost();
        Shelf shelf = Shelf.lock(work, partId);
        int left = quantity;
        int fromReserved = 0;
        List<Claims.Claim> own = orderIdOrNull == null ? List.of() : claims.of(orderIdOrNull, partId);
        for (Claims.Claim claim : own) {
            int built = Math.min(left, claim.unbilled());
            int open = Math.min(left - built, claim.open());
            if (built + open > 0) {
                claims.take(claim.id(), open, built + open, unitCost);
            }
            left -= built + open;
            fromReserved += open;
        }
        if (fromReserved + left > 0) {
            shelf.take(
                    fromReserved,
                    left,
                    new Shelf.Movement(MovementKind.SALE, unitCost, null, invoiceId, orderIdOrNull));
        }
        return unitCost;
    }

    /** What is still reserved when the device is handed over went into it. */
    void builtInto(UUID orderId) {
        for (UUID partId : claims.openParts(orderId)) {
            Money unitCost = new Catalogue(work).require(partId).unitCost();
            Shelf shelf = Shelf.lock(work, partId);
            for (Claims.Claim claim : claims.of(orderId, partId)) {
                if (claim.open() > 0) {
                    claims.take(claim.id(), claim.open(), 0, unitCost);
                    shelf.take(claim.open(), 0, new Shelf.Movement(MovementKind.USE, unitCost, null, null, orderId));
                }
            }
        }
    }

    /** A credit note brings parts back. */
    StockView back(UUID partId, int quantity, Money unitCost, UUID creditNoteId) {
        work.require(Permission.INVOICES_ISSUE);
        Shelf shelf = Shelf.lock(work, partId);
        shelf.put(quantity, new Shelf.Movement(MovementKind.RETURN, unitCost, null, creditNoteId, null));
        return shelf.view();
    }
}
