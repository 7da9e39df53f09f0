package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.ledger.Account;
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

    /** @throws Conflict {@code inventory.insufficient-stock} */
    Taken forInvoice(UUID partId, int quantity, UUID orderIdOrNull, UUID invoiceId) {
        work.require(Permission.INVOICES_ISSUE);
        if (quantity < 1) {
            throw Invalid.at("/quantity", "number.not-positive", "More than nothing");
        }
        new PartBook(work).require(partId);
        Shelf shelf = Shelf.lock(work, partId);
        Shelf.Movement sale = new Shelf.Movement(MovementKind.SALE, null, null, invoiceId, orderIdOrNull);
        int left = quantity;
        Worth built = Worth.NOTHING;
        Worth fromShelf = Worth.NOTHING;
        List<Claims.Claim> own = orderIdOrNull == null ? List.of() : claims.of(orderIdOrNull, partId);
        for (Claims.Claim claim : own) {
            int unbilled = Math.min(left, claim.unbilled());
            int open = Math.min(left - unbilled, claim.open());
            if (unbilled > 0) {
                Worth share = claim.unbilledCost().share(unbilled, claim.unbilled());
                claims.bill(claim.id(), unbilled, share);
                built = built.plus(share);
            }
            if (open > 0) {
                Worth taken = shelf.take(open, 0, sale);
                claims.take(claim.id(), open, taken, true);
                fromShelf = fromShelf.plus(taken);
            }
            left -= unbilled + open;
        }
        if (left > 0) {
            fromShelf = fromShelf.plus(shelf.take(0, left, sale));
        }
        new StockEntry(work).moved("PARTS_SOLD", invoiceId, fromShelf.negated(), Account.COST_OF_SALES);
        return new Taken(quantity, built.plus(fromShelf));
    }

    /** What is still reserved when the device is handed over went into it. */
    void builtInto(UUID orderId) {
        Worth all = Worth.NOTHING;
        for (UUID partId : claims.openParts(orderId)) {
            Shelf shelf = Shelf.lock(work, partId);
            for (Claims.Claim claim : claims.of(orderId, partId)) {
                if (claim.open() > 0) {
                    Worth taken = shelf.take(
                            claim.open(), 0, new Shelf.Movement(MovementKind.USE, null, null, null, orderId));
                    claims.take(claim.id(), claim.open(), taken, false);
                    all = all.plus(taken);
                }
            }
        }
        new StockEntry(work).moved("PARTS_USED", orderId, all.negated(), Account.COST_OF_SALES);
    }

    /** A credit note brings parts back. */
    StockView back(UUID partId, int quantity, Worth worth, UUID creditNoteId) {
        work.require(Permission.INVOICES_ISSUE);
        Shelf shelf = Shelf.lock(work, partId);
        shelf.put(quantity, worth, Shelf.Movement.of(MovementKind.RETURN, creditNoteId));
        new StockEntry(work).moved("PARTS_RETURNED", creditNoteId, worth, Account.COST_OF_SALES);
        return shelf.view();
    }
}
