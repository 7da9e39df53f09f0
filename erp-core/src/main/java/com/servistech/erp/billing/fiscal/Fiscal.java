package com.servistech.erp.billing.fiscal;

import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Forms and control numbers of the store, over one open work. */
public final class Fiscal {

    private final Work work;

    public Fiscal(Work work) {
        this.work = work;
    }

    /** @see SpoilForm */
    public SpoiledForm spoil(UUID documentIdOrNull, String reason) {
        return new SpoilForm(work).spoil(documentIdOrNull, reason);
    }

    /** @see TakeControl */
    public void takeControl(UUID documentId, ControlAnswer answer) {
        new TakeControl(work).take(documentId, answer);
    }

    /** @see EnterForms */
    public FormLot enterForms(UUID issuerId, FormLot lot) {
        return new EnterForms(work).enter(issuerId, lot);
    }
}
