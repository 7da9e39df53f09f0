package com.servistech.erp.inventory;

import com.servistech.erp.ledger.Account;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/** For {@code counts}: one shelf, held still while what was found there is compared with what was written down. */
public final class CountedShelf {

    private final Work work;
    private final PartView part;
    private final Shelf shelf;

    CountedShelf(Work work, UUID partId) {
        this.work = work;
        this.part = new PartBook(work).require(partId);
        this.shelf = Shelf.lock(work, partId);
    }

    /** What is written down now, reserved or not. */
    public int onHand() {
        return shelf.onHand();
    }

    /** What a difference is worth, without its sign: the average, or the catalogue's cost where nothing is on hand. */
    public Worth worthOf(int difference) {
        int pieces = Math.abs(difference);
        if (pieces == 0) {
            return Worth.NOTHING;
        }
        return shelf.onHand() > 0
                ? shelf.worthOf(shelf.onHand()).share(pieces, shelf.onHand())
                : new Worth(
                        Money.rounded(part.unitCost().amount().multiply(BigDecimal.valueOf(pieces)), Currency.USD),
                        Worth.NOTHING.ves());
    }

    /**
     * Puts the difference right and books it.
     *
     * @return what the shelf is worth more
     * @throws com.servistech.erp.error.Conflict {@code inventory.insufficient-stock} when what is missing is reserved
     */
    public Worth correct(int difference, String reason, UUID countId) {
        Worth added = new MoveStock(work)
                .correct(shelf, part, difference, null, Shelf.Movement.because(MovementKind.COUNT, reason, countId));
        new StockEntry(work).moved("STOCK_COUNT", countId, added, Account.STOCK_DIFFERENCES);
        return added;
    }
}
