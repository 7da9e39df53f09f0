package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.billing.tax.TaxRules;
import com.servistech.erp.billing.tax.TaxTable;
import com.servistech.erp.billing.tax.Terms;
import com.servistech.erp.billing.tax.Totals;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Adds to what an invoice asked for: a correction at the invoice's own rate and taxes, something new at today's. */
final class IssueDebitNote {

    private final Work work;

    IssueDebitNote(Work work) {
        this.work = work;
    }

    UUID issue(UUID invoiceId, NewDebitNote input) {
        work.require(Permission.INVOICES_CREDIT);
        Original invoice = new Originals(work).lock(invoiceId);
        check(input, invoice);
        if (invoice.status().equals("CREDITED")) {
            throw new Conflict("notes.invoice-credited", "This invoice was taken back in full: issue a new one");
        }
        DocumentRate rate = input.newConcept()
                ? new Rates(work)
                        .forDocument(work.today(), new Stores(work).current().issuer())
                : invoice.rate();
        Terms terms = Frozen.terms(invoice.policies(), taxes(input, invoice), rate.rate());
        boolean fiscal = invoice.type().isFiscal();
        Totals totals = new Totals(
                input.lines().stream()
                        .map(line -> new Totals.Line(price(line), fiscal ? line.tax() : Tax.EXEMPT))
                        .toList(),
                Money.zero(Currency.USD),
                terms);
        UUID id = work.newId();
        post(id, totals);
        apply(invoice, totals);
        new Outbox(work)
                .add(
                        "invoices.debited",
                        invoiceId,
                        Map.of("note", id.toString(), "total", totals.total().toString()));
        new NoteRows(work).insert(id, invoice, draft(invoice, input, rate, terms, totals));
        return id;
    }

    private TaxTable taxes(NewDebitNote input, Original invoice) {
        LocalDate day = input.newConcept() ? work.today() : invoice.businessDay();
        return invoice.type() == DocumentType.NON_FISCAL ? TaxRules.untaxed(day) : new TaxRules(work).on(day);
    }

    private static Money price(NewDebitNote.Line line) {
        return line.unitPrice().times(BigDecimal.valueOf(line.quantity()));
    }

    private static void check(NewDebitNote input, Original invoice) {
        Problems problems = new Problems();
        String reason = problems.required("/reason", input.reason(), 400);
        if (reason != null && reason.length() < 5) {
            problems.add("/reason", "text.length", "Say in at least 5 characters why");
        }
        if (input.lines().isEmpty() || input.lines().size() > 50) {
            problems.add("/lines", "list.size", "A debit note has 1 to 50 lines");
        }
        for (int i = 0; i < input.lines().size(); i++) {
            NewDebitNote.Line line = input.lines().get(i);
            String at = "/lines/" + i;
            problems.required(at + "/description", line.description(), 200);
            if (line.quantity() < 1 || line.quantity() > 10_000) {
                problems.add(at + "/quantity", "number.range", "Between 1 and 10000");
            }
            AmountRule.positive(at + "/unitPrice", line.unitPrice(), Currency.USD, problems);
        }
        problems.refuseIfAny();
    }

    private void post(UUID id, Totals totals) {
        new Ledger(work)
                .post(new JournalEntry("DEBIT_NOTE", id)
                        .debit(Account.RECEIVABLE, totals.total(), totals.totalVes())
                        .credit(Account.SALES, totals.net(), totals.netVes())
                        .credit(Account.IVA_PAYABLE, totals.iva(), totals.ivaVes()));
    }

    private void apply(Original invoice, Totals totals) {
        work.sql()
                .update(
                        "update erp.invoice_balances set balance = balance + ?, released_ves = released_ves - ?,"
                                + " debited = debited + ?, status = case status when 'PAID' then 'PARTIAL' else status end,"
                                + " fully_paid_at = null, version = version + 1 where store_id = ? and id = ?",
                        totals.total().amount(),
                        totals.totalVes().amount(),
                        totals.total().amount(),
                        work.store(),
                        invoice.id());
    }

    private static NoteDraft draft(
            Original invoice, NewDebitNote input, DocumentRate rate, Terms terms, Totals totals) {
        List<NoteDraft.Line> lines = IntStream.range(0, input.lines().size())
                .mapToObj(i -> new NoteDraft.Line(
                        null,
                        input.lines().get(i).description().strip(),
                        input.lines().get(i).quantity(),
                        totals.nets().get(i),
                        totals.netsVes().get(i),
                        terms.taxes().of(totals.taxOf(i)),
                        false))
                .toList();
        return new NoteDraft(
                NoteKind.DEBIT,
                input.newConcept() ? NoteConcept.NEW_CONCEPT : NoteConcept.CORRECTION,
                null,
                rate,
                input.reason().strip(),
                NoteTexts.of(invoice),
                lines,
                totals.taxes(),
                totals.net(),
                totals.netVes(),
                totals.total(),
                totals.totalVes());
    }
}
