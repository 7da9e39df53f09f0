package com.servistech.erp.billing.payment;

import com.servistech.erp.billing.note.Notes;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * The fiscal notes that a payment brings about where the switches ask for them: on the exchange difference
 * (FX_SETTLEMENT = FISCAL_NOTE, frozen on the invoice) and on IGTF that is perceived on a later day than the invoice's
 * (IGTF_LATE_PAYMENT = DEBIT_NOTE). Issued last: they take numbers.
 */
final class FollowUpNotes {

    private final Work work;

    FollowUpNotes(Work work) {
        this.work = work;
    }

    void of(StoredPayment payment, Owed owed, Application done) {
        exchange(owed, payment.id(), done.value().minus(done.releasedVes()));
        if (done.igtf().isPositive() && work.today().isAfter(owed.businessDay()) && asksForIgtfNote(owed)) {
            Igtf igtf = payment.tender().igtf();
            new Notes(work)
                    .igtf(
                            owed.invoiceId(),
                            payment.id(),
                            igtf.rule().percent(),
                            done.igtf(),
                            done.igtfVes(),
                            igtf.rule().legalSource());
        }
    }

    /**
     * What was paid was worth other bolívares on its day than the invoice has for them; negative to take back what was
     * documented of it.
     */
    void exchange(Owed owed, UUID paymentId, Money difference) {
        if (owed.documentsExchange() && !difference.isZero()) {
            new Notes(work).exchange(owed.invoiceId(), paymentId, difference);
        }
    }

    /** @throws Conflict {@code payments.igtf-noted} for a payment whose IGTF stands on a debit note */
    void requireNoneOfIgtf(UUID paymentId) {
        boolean noted = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.notes where store_id = ? and cause_id = ? and concept = 'IGTF'",
                        work.store(),
                        paymentId)
                .isPresent();
        if (noted) {
            throw new Conflict(
                    "payments.igtf-noted",
                    "A debit note documents the IGTF of this payment, and only a note undoes that");
        }
    }

    private boolean asksForIgtfNote(Owed owed) {
        return new Policies(work)
                .on(work.today(), owed.issuerId())
                .of(Policy.IGTF_LATE_PAYMENT)
                .equals("DEBIT_NOTE");
    }
}
