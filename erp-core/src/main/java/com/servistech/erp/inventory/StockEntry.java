package com.servistech.erp.inventory;

import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.BookRate;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The entry of the books for what the shelf did, in the same transaction: the account of inventory always holds what the
 * shelves are worth, to the cent and in both currencies, whoever moves something.
 */
final class StockEntry {

    private final Work work;

    StockEntry(Work work) {
        this.work = work;
    }

    /** What so much money is worth in the books today. */
    Worth today(Money usd) {
        return new Worth(usd, new BookRate(work).inVes(usd));
    }

    /** Parts came in: the supplier is owed cost and shipping, the rest of the build-up is put aside. */
    void received(UUID documentId, CostBuildUp one, int pieces, Worth worth) {
        Money supplier = times(one.cost().plus(one.shipping()), pieces);
        Money operational = times(one.operational(), pieces);
        Money fund = times(one.warrantyFund(), pieces);
        Money supplierVes = new BookRate(work).inVes(supplier);
        Money operationalVes = new BookRate(work).inVes(operational);
        // cents of rounding in bolívares go to the fund, so that the entry adds up
        Money fundVes = worth.ves().minus(supplierVes).minus(operationalVes);
        new Ledger(work)
                .post(new JournalEntry("STOCK_RECEIPT", documentId)
                        .debit(Account.INVENTORY, worth.usd(), worth.ves())
                        .credit(Account.GOODS_RECEIVED, supplier, supplierVes)
                        .credit(Account.ABSORBED_COSTS, operational, operationalVes)
                        .credit(Account.WARRANTY_FUND, fund, fundVes));
    }

    /** Parts came to the shelf (or left it, with a negative worth); the other side is the account. */
    void moved(String kind, UUID documentId, Worth worth, Account other) {
        if (!worth.isNothing()) {
            new Ledger(work)
                    .post(new JournalEntry(kind, documentId)
                            .debit(Account.INVENTORY, worth.usd(), worth.ves())
                            .credit(other, worth.usd(), worth.ves()));
        }
    }

    private static Money times(Money one, int pieces) {
        return new Money(one.amount().multiply(BigDecimal.valueOf(pieces)), Currency.USD);
    }
}
