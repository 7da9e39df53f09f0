package com.servistech.erp.billing.fiscal;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicySet;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/**
 * Gives documents their numbers: consecutive per issuer, type and series, without gaps, because the counter's row is
 * locked until the document is committed. So this comes as late in an act as it can: everybody of the series waits here.
 *
 * <p>With pre-printed forms (forma libre) the control number is the next form of the issuer and known at once; a digital
 * provider assigns it later. Source: PA SNAT/2011/00071 arts. 13, 26, 27, 44.
 */
public final class Numbering {

    private final Work work;

    public Numbering(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code invoices.forms-used-up} when the issuer has no form left in its lots */
    public Numbered number(UUID documentId, DocumentType type, StoreCard store, PolicySet policies) {
        String channel = type.isFiscal() ? policies.of(Policy.FISCAL_CHANNEL) : "NONE";
        // the issuer's forms before the numbers of a type: an act with several documents waits once, and for nobody
        // twice
        String control = channel.equals("FREE_FORM")
                ? takeForm(documentId, store.issuer().id())
                : null;
        long ordinal = work.sql()
                .first(
                        row -> row.bigint("n"),
                        "select erp.next_number(?, ?, ?) n",
                        store.issuer().id(),
                        type,
                        store.series())
                .orElseThrow();
        String number = type.number(store.series(), ordinal);
        work.sql()
                .update(
                        "insert into erp.documents (store_id, id, type, issuer_id, series, ordinal, number, channel,"
                                + " business_day, issued_at, tracking_code) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        documentId,
                        type,
                        store.issuer().id(),
                        store.series(),
                        ordinal,
                        number,
                        channel,
                        work.today(),
                        work.now(),
                        TrackingCode.next());
        if (control != null) {
            assign(documentId, control, "FREE_FORM", null, null);
        }
        return new Numbered(number, control);
    }

    /** The issuer's next pre-printed form, for a document or for none. */
    String takeForm(UUID documentIdOrNull, UUID issuerId) {
        try {
            return work.sql()
                    .first(
                            row -> row.text("control"),
                            "select erp.take_form(?, ?, ?::uuid) control",
                            issuerId,
                            work.store(),
                            documentIdOrNull)
                    .orElseThrow();
        } catch (SqlFailure e) {
            throw SqlFailure.stateOf(e).filter("ERP04"::equals).isPresent()
                    ? new Conflict("invoices.forms-used-up", "The lots of forms are used up: enter the next lot")
                    : e;
        }
    }

    void assign(UUID documentId, String control, String channel, String reference, String answerSha256) {
        work.sql()
                .update(
                        "insert into erp.control_assignments (store_id, id, document_id, control_number, channel,"
                                + " provider_reference, answer_sha256, assigned_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        documentId,
                        control,
                        channel,
                        reference,
                        answerSha256,
                        work.now());
    }
}
