package com.servistech.erp.billing.payment;

import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Work;

/**
 * Numbers of receipts, consecutive in the store's series: of deposits, and of IGTF that is perceived on a later day than
 * the invoice's where the issuer documents it so (IGTF_LATE_PAYMENT = RECEIPT).
 */
final class Receipts {

    private final Work work;

    Receipts(Work work) {
        this.work = work;
    }

    String next(StoreCard store) {
        long number = work.sql()
                .first(
                        row -> row.bigint("n"),
                        "select erp.next_number(?, 'RECEIPT', ?) n",
                        store.issuer().id(),
                        store.series())
                .orElseThrow();
        return "R%s-%08d".formatted(store.series(), number);
    }

    /** @return null where the payment gets none */
    String ofLateIgtf(Planned planned, Owed owed, StoreCard store) {
        boolean late = work.today().isAfter(owed.businessDay());
        if (!late || !planned.tender().igtf().rule().applies()) {
            return null;
        }
        String document = new Policies(work).on(work.today(), owed.issuerId()).of(Policy.IGTF_LATE_PAYMENT);
        return document.equals("RECEIPT") ? next(store) : null;
    }
}
