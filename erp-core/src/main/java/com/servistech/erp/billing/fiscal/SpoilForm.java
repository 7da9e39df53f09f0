package com.servistech.erp.billing.fiscal;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Writes down that a pre-printed form was spoiled. The form is kept and stands in the sales book as 03-ANU with zeros
 * (PA SNAT/2011/00071 art. 36); the document that was on it, if one was, moves to the next form.
 */
final class SpoilForm {

    private final Work work;

    SpoilForm(Work work) {
        this.work = work;
    }

    /** @param documentIdOrNull the document that was printed on it; null for a blank form */
    SpoiledForm spoil(UUID documentIdOrNull, String reason) {
        work.require(Permission.INVOICES_CREDIT);
        if (reason == null || reason.strip().length() < 5 || reason.strip().length() > 400) {
            throw Invalid.at("/reason", "text.length", "Say in 5 to 400 characters what happened to the form");
        }
        StoreCard store = new Stores(work).current();
        Numbering numbering = new Numbering(work);
        UUID id = work.newId();
        if (documentIdOrNull == null) {
            return keep(
                    id,
                    store.issuer().id(),
                    numbering.takeForm(null, store.issuer().id()),
                    null,
                    reason);
        }
        // the counter of forms is the lock: whoever spoils the same form waits here, and reads the next one afterwards
        String next = numbering.takeForm(documentIdOrNull, store.issuer().id());
        String current = currentForm(documentIdOrNull);
        SpoiledForm spoiled = keep(id, store.issuer().id(), current, documentIdOrNull, reason);
        numbering.assign(documentIdOrNull, next, "FREE_FORM", null, null);
        return spoiled;
    }

    private String currentForm(UUID documentId) {
        String channel = work.sql()
                .first(
                        row -> row.text("channel"),
                        "select channel from erp.documents where store_id = ? and id = ?",
                        work.store(),
                        documentId)
                .orElseThrow(() -> new NotFound("documents.not-found", "There is no such document"));
        if (!channel.equals("FREE_FORM")) {
            throw new Conflict("documents.no-form", "This document does not stand on a pre-printed form");
        }
        return work.sql()
                .first(
                        row -> row.text("control_number"),
                        "select control_number from erp.control_assignments where store_id = ? and document_id = ?"
                                + " order by ordinal desc limit 1",
                        work.store(),
                        documentId)
                .orElseThrow();
    }

    private SpoiledForm keep(UUID id, UUID issuer, String control, UUID documentIdOrNull, String reason) {
        work.sql()
                .update(
                        "insert into erp.spoiled_forms (store_id, id, issuer_id, control_number, document_id, reason,"
                                + " business_day, spoiled_by, spoiled_at) values (?, ?, ?, ?, ?::uuid, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        issuer,
                        control,
                        documentIdOrNull,
                        reason.strip(),
                        work.today(),
                        work.userId(),
                        work.now());
        return new SpoiledForm(id, control, documentIdOrNull, reason.strip(), work.today());
    }
}
