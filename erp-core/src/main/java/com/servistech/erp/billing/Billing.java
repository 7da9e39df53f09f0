package com.servistech.erp.billing;

import com.servistech.erp.billing.book.Books;
import com.servistech.erp.billing.book.Fortnight;
import com.servistech.erp.billing.book.IgtfBook;
import com.servistech.erp.billing.book.SalesBook;
import com.servistech.erp.billing.deliverynote.DeliveryNoteView;
import com.servistech.erp.billing.deliverynote.DeliveryNotes;
import com.servistech.erp.billing.deliverynote.NewDeliveryNote;
import com.servistech.erp.billing.document.Documents;
import com.servistech.erp.billing.explain.Explain;
import com.servistech.erp.billing.explain.Explanation;
import com.servistech.erp.billing.fiscal.ControlAnswer;
import com.servistech.erp.billing.fiscal.Fiscal;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.billing.fiscal.FormLot;
import com.servistech.erp.billing.fiscal.SpoiledForm;
import com.servistech.erp.billing.invoice.InvoiceQuery;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.Invoices;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NewDebitNote;
import com.servistech.erp.billing.note.NoteKind;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.note.Notes;
import com.servistech.erp.billing.paper.PaperFormat;
import com.servistech.erp.billing.paper.Print;
import com.servistech.erp.billing.payment.Credit;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentPreview;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.billing.payment.Payments;
import com.servistech.erp.billing.refund.NewRefund;
import com.servistech.erp.billing.refund.RefundView;
import com.servistech.erp.billing.refund.Refunds;
import com.servistech.erp.billing.tax.NewTaxRule;
import com.servistech.erp.billing.tax.TaxRuleBook;
import com.servistech.erp.billing.tax.TaxRuleCard;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The face of billing: what each of its parts does is said there. */
public final class Billing {

    private final Fiscal fiscal;
    private final Work work;
    private final Invoices invoices;
    private final Notes notes;
    private final Documents documents;
    private final Payments payments;
    private final Books books;
    private final Refunds refunds;

    public Billing(Work work) {
        this.fiscal = new Fiscal(work);
        this.work = work;
        this.invoices = new Invoices(work);
        this.notes = new Notes(work);
        this.documents = new Documents(work);
        this.payments = new Payments(work);
        this.books = new Books(work);
        this.refunds = new Refunds(work);
    }

    public InvoiceView issue(NewInvoice input) {
        return new InvoiceOrder(work).issue(input);
    }

    public InvoiceView draft(NewInvoice input) {
        return invoices.draft(input);
    }

    public InvoiceView changeDraft(UUID id, int expectedVersion, NewInvoice input) {
        return invoices.changeDraft(id, expectedVersion, input);
    }

    public void discardDraft(UUID id, int expectedVersion) {
        invoices.discardDraft(id, expectedVersion);
    }

    public InvoiceView issueDraft(UUID id) {
        return new InvoiceOrder(work).issueDraft(id);
    }

    public InvoiceView get(UUID id) {
        return invoices.get(id);
    }

    public Page<InvoiceView> list(InvoiceQuery query) {
        return invoices.list(query);
    }

    public NoteView credit(UUID invoiceId, NewCreditNote input) {
        return notes.credit(invoiceId, input);
    }

    public NoteView debit(UUID invoiceId, NewDebitNote input) {
        return notes.debit(invoiceId, input);
    }

    public NoteView note(UUID id) {
        return notes.get(id);
    }

    public NoteView note(UUID id, NoteKind kind) {
        return notes.get(id, kind);
    }

    public List<NoteView> notesOf(UUID invoiceId) {
        return notes.of(invoiceId);
    }

    /** @see DeliveryNotes */
    public DeliveryNoteView deliver(NewDeliveryNote input) {
        return new DeliveryNotes(work).issue(input);
    }

    public DeliveryNoteView deliveryNote(UUID id) {
        return new DeliveryNotes(work).get(id);
    }

    public Page<DeliveryNoteView> deliveryNotes(Page.Request page) {
        return new DeliveryNotes(work).list(page);
    }

    /** Any issued document, for paper or a provider. */
    public FiscalDocument document(UUID id) {
        return documents.get(id);
    }

    /** @see Explain */
    public Explanation explain(UUID invoiceId) {
        return new Explain(work).invoice(invoiceId);
    }

    public Explanation explainPayment(UUID paymentId) {
        return new Explain(work).payment(paymentId);
    }

    /** @see TaxRuleBook */
    public List<TaxRuleCard> taxRules(LocalDate day) {
        return new TaxRuleBook(work).on(day);
    }

    public TaxRuleCard enterTaxRule(NewTaxRule input) {
        return new TaxRuleBook(work).enter(input);
    }

    public SalesBook salesBook(Month month) {
        return books.sales(month);
    }

    public IgtfBook igtfBook(Fortnight fortnight) {
        return books.igtf(fortnight);
    }

    /** @see Print */
    public byte[] pdf(UUID id, PaperFormat format, boolean copy) {
        return Print.pdf(documents.get(id), format, copy);
    }

    /** What waits for the fiscal channel: read, ask outside of the transaction, then take. */
    public List<FiscalDocument> pendingControl() {
        return documents.pendingControl();
    }

    public void takeControl(UUID documentId, ControlAnswer answer) {
        fiscal.takeControl(documentId, answer);
    }

    public SpoiledForm spoilForm(UUID documentIdOrNull, String reason) {
        return fiscal.spoil(documentIdOrNull, reason);
    }

    public FormLot enterForms(UUID issuerId, FormLot lot) {
        return fiscal.enterForms(issuerId, lot);
    }

    public Money due(UUID invoiceId) {
        return payments.due(invoiceId);
    }

    public PaymentView pay(UUID invoiceId, NewPayment input) {
        return payments.take(invoiceId, input);
    }

    public PaymentPreview preview(UUID invoiceId, NewPayment input, Money principal) {
        return payments.preview(invoiceId, input, principal);
    }

    public Page<PaymentView> payments(UUID invoiceId, Page.Request page) {
        return payments.ofInvoice(invoiceId, page);
    }

    public Page<PaymentView> reportedPayments(Page.Request page) {
        return payments.reported(page);
    }

    public PaymentView payment(UUID id) {
        return payments.get(id);
    }

    public PaymentView confirm(UUID paymentId) {
        return payments.confirm(paymentId);
    }

    public PaymentView reject(UUID paymentId, String reason) {
        return payments.reject(paymentId, reason);
    }

    public PaymentView reverse(UUID paymentId, String reason) {
        return payments.reverse(paymentId, reason);
    }

    public PaymentView deposit(UUID orderId, NewPayment input) {
        return payments.deposit(orderId, input);
    }

    public Page<PaymentView> deposits(UUID orderId, Page.Request page) {
        return payments.ofOrder(orderId, page);
    }

    public List<Credit> credits(UUID customerId) {
        return payments.credits(customerId);
    }

    public RefundView refund(UUID noteId, NewRefund input) {
        return refunds.request(noteId, input);
    }

    public Page<RefundView> refunds(UUID noteId, Page.Request page) {
        return refunds.ofNote(noteId, page);
    }

    public RefundView refund(UUID id) {
        return refunds.get(id);
    }

    public RefundView approveRefund(UUID id) {
        return refunds.approve(id);
    }

    public RefundView refuseRefund(UUID id, String reason) {
        return refunds.refuse(id, reason);
    }
}
