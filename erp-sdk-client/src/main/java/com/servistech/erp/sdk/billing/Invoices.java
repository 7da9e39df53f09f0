package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonValue;
import java.util.UUID;

/** The invoices of the store. */
public final class Invoices {

    private final ErpClient erp;

    private Invoices(ErpClient erp) {
        this.erp = erp;
    }

    public static Invoices over(ErpClient erp) {
        return new Invoices(erp);
    }

    /** All of them, page by page. */
    public Page<Invoice> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Invoice> list(CallOptions options) {
        return erp.page("/invoices", options, Invoice::over);
    }

    public Invoice get(UUID id) {
        return Invoice.over(erp.get(at(id), CallOptions.none()));
    }

    /** Issues the invoice at once, unless it says that it is a draft. */
    public Invoice issue(InvoiceDraft draft) {
        return issue(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Invoice issue(InvoiceDraft draft, CallOptions options) {
        return Invoice.over(erp.post("/invoices", draft.json(), options));
    }

    /** Issues what was kept as a draft. */
    public Invoice issueDraft(UUID id) {
        return issueDraft(id, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Invoice issueDraft(UUID id, CallOptions options) {
        return Invoice.over(erp.post(at(id) + "/issue", JsonValue.EMPTY_JSON_OBJECT, options));
    }

    /** Takes a payment. */
    public Payment pay(UUID id, PaymentRequest payment) {
        return pay(id, payment, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Payment pay(UUID id, PaymentRequest payment, CallOptions options) {
        return Payment.over(erp.post(at(id) + "/payments", payment.json(), options));
    }

    /** What a payment would do; nothing is changed. */
    public PaymentPreview preview(UUID id, PaymentRequest payment) {
        return PaymentPreview.over(erp.post(at(id) + "/payments/preview", payment.json(), CallOptions.none()));
    }

    /** Payments on the invoice, newest first. */
    public Page<Payment> payments(UUID id) {
        return erp.page(at(id) + "/payments", CallOptions.none(), Payment::over);
    }

    /** Takes all that is left of the invoice back; its parts go back on the shelf. */
    public JsonView credit(UUID id, String reason) {
        return erp.post(at(id) + "/credit-notes", Body.of("reason", reason), CallOptions.none());
    }

    /** Why every amount is what it is. */
    public JsonView explanation(UUID id) {
        return erp.get(at(id) + "/explanation", CallOptions.none());
    }

    /** @param format {@code a4} or {@code ticket} */
    public byte[] pdf(UUID id, String format) {
        return erp.send("GET", at(id) + "/pdf", CallOptions.none().query("format", format))
                .bytes();
    }

    private static String at(UUID id) {
        return "/invoices/" + id;
    }
}
