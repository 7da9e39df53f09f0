package com.servistech.erp.inventory;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Takes parts in at their landed cost, or puts right what is on the shelf. What is missing leaves at the weighted
 * average; what is found too much comes at it, or at the cost of the catalogue where nothing is left to compare with.
 */
public final class MoveStock {

    private final Work work;
    private final StockEntry books;

    public MoveStock(Work work) {
        this.work = work;
        this.books = new StockEntry(work);
    }

    /**
     * @return the new stock
     * @throws Conflict {@code inventory.insufficient-stock} when more would go than is there and not reserved;
     *     {@code inventory.inactive} when a part is received that is sold off; {@code rates.missing} when no official rate
     *     was ever known
     */
    public StockView move(NewMovement movement) {
        work.require(Permission.STOCK_MOVE);
        NewMovement checked = movement.checked();
        PartView part = new PartBook(work).require(checked.partId());
        Shelf shelf = Shelf.lock(work, checked.partId());
        UUID document = work.newId();
        if (checked.kind() == MovementKind.RECEIPT) {
            if (!part.active()) {
                throw new Conflict("inventory.inactive", part.sku() + " is not bought any more");
            }
            receive(shelf, checked, part, document);
        } else {
            adjust(shelf, checked, part, document);
        }
        return shelf.view();
    }

    private void receive(Shelf shelf, NewMovement movement, PartView part, UUID document) {
        CostBuildUp one =
                movement.unitCost() == null ? part.build() : part.build().paid(movement.unitCost());
        Worth worth = landed(one, movement.quantity());
        shelf.put(
                movement.quantity(),
                worth,
                new Shelf.Movement(MovementKind.RECEIPT, one.cost(), movement.reason(), document, null));
        books.received(document, one, movement.quantity(), worth);
    }

    private void adjust(Shelf shelf, NewMovement movement, PartView part, UUID document) {
        CostBuildUp known = movement.unitCost() == null ? null : part.build().paid(movement.unitCost());
        Worth added = correct(
                shelf,
                part,
                movement.quantity(),
                known,
                Shelf.Movement.because(MovementKind.ADJUSTMENT, movement.reason(), document));
        books.moved("STOCK_ADJUSTMENT", document, added, Account.STOCK_DIFFERENCES);
    }

    /**
     * For counts, which post all their differences at once.
     *
     * @param quantity what is too much, or missing when negative
     * @param known what one cost, null for the average
     * @return what the shelf is worth more
     */
    Worth correct(Shelf shelf, PartView part, int quantity, CostBuildUp known, Shelf.Movement why) {
        if (quantity < 0) {
            return shelf.take(0, -quantity, why).negated();
        }
        Worth added = known == null && shelf.onHand() > 0
                ? average(shelf, quantity)
                : landed(known == null ? part.build() : known, quantity);
        shelf.put(quantity, added, why);
        return added;
    }

    private static Worth average(Shelf shelf, int quantity) {
        return shelf.worthOf(shelf.onHand()).share(quantity, shelf.onHand());
    }

    private Worth landed(CostBuildUp one, int pieces) {
        return books.today(new Money(one.total().amount().multiply(BigDecimal.valueOf(pieces)), Currency.USD));
    }
}
