package com.servistech.erp.billing.fiscal;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes down what a channel answered; the same number taken twice is taken once. */
final class TakeControl {

    private final Work work;

    TakeControl(Work work) {
        this.work = work;
    }

    /**
     * @throws Conflict {@code documents.control-taken} when the number is another document's, or the document has another
     *     number already
     */
    void take(UUID documentId, ControlAnswer answer) {
        work.require(Permission.INVOICES_ISSUE);
        UUID issuer = work.sql()
                .first(
                        row -> row.uuid("issuer_id"),
                        "select issuer_id from erp.documents where store_id = ? and id = ?",
                        work.store(),
                        documentId)
                .orElseThrow(() -> new NotFound("documents.not-found", "There is no such document"));
        if (answer instanceof ControlAnswer.Assigned assigned) {
            assign(documentId, issuer, assigned);
        } else if (answer instanceof ControlAnswer.Refused refused) {
            attempt(documentId, "REFUSED", refused.reason());
            new Outbox(work).add("documents.control-refused", documentId, Map.of("reason", refused.reason()));
        } else if (answer instanceof ControlAnswer.Unanswered unanswered) {
            attempt(documentId, "UNANSWERED", unanswered.reason());
        }
    }

    private void assign(UUID documentId, UUID issuer, ControlAnswer.Assigned assigned) {
        // the register is the lock: two answers for one document meet here
        boolean own = work.sql()
                .first(
                        row -> row.bool("own"),
                        "select erp.enter_control(?, ?, ?, ?) own",
                        issuer,
                        work.store(),
                        documentId,
                        assigned.controlNumber())
                .orElseThrow();
        Optional<String> before = work.sql()
                .first(
                        row -> row.text("control_number"),
                        "select control_number from erp.control_assignments where store_id = ? and document_id = ?",
                        work.store(),
                        documentId);
        if (!own || before.isPresent() && !before.get().equals(assigned.controlNumber())) {
            throw new Conflict(
                    "documents.control-taken",
                    "The provider assigned %s, which does not fit what is known: call the provider"
                            .formatted(assigned.controlNumber()));
        }
        if (before.isEmpty()) {
            new Numbering(work)
                    .assign(
                            documentId,
                            assigned.controlNumber(),
                            "DIGITAL",
                            assigned.reference(),
                            assigned.answerSha256());
            attempt(documentId, "ASSIGNED", assigned.controlNumber());
            new Outbox(work).add("documents.controlled", documentId, Map.of("controlNumber", assigned.controlNumber()));
        }
    }

    private void attempt(UUID documentId, String outcome, String detail) {
        work.sql()
                .update(
                        "insert into erp.control_attempts (store_id, id, document_id, outcome, detail, attempted_at)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        documentId,
                        outcome,
                        detail.length() > 400 ? detail.substring(0, 400) : detail,
                        work.now());
    }
}
