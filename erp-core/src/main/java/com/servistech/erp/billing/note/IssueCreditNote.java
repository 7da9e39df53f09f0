package com.servistech.erp.billing.note;

import com.servistech.erp.billing.tax.Frozen;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.ledger.JournalEntry;
import com.servistech.erp.ledger.Ledger;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes lines of an invoice back, at the invoice's rate and proportions: parts go back on the shelf at the cost with which
 * they left, the debt shrinks, and what was paid already becomes a refund that is due.
 *
 * @see ReturnedIgtf
 */
final class IssueCreditNote {

    private final Work work;

    IssueCreditNote(Work work) {
        this.work = work;
    }

    UUID issue(UUID invoiceId, NewCreditNote input) {
        work.require(Permission.INVOICES_CREDIT);
        Original invoice = new Originals(work).lock(invoiceId);
        int[] quantities = new int[invoice.lines().size()];
        boolean[] restock = new boolean[quantities.length];
        choose(invoice.lines(), input, quantities, restock);
        CentRule cents = CentRule.valueOf(Frozen.policy(invoice.policies(), Policy.ROUNDING_MODE));
        Credit credit = new Credit(invoice.lines(), invoice.taxes(), quantities, restock, cents);
        UUID id = work.newId();
        restock(id, credit);
        Settlement settlement = Settlement.of(invoice, credit.total(), credit.totalVes());
        ReturnedIgtf igtf =
                Frozen.policy(invoice.policies(), Policy.IGTF_ON_RETURN).equals("REFUND")
                        ? ReturnedIgtf.of(work, invoice, settlement.refund(), cents)
                        : ReturnedIgtf.NOTHING;
        post(id, credit, settlement, igtf);
        apply(invoice, credit, settlement);
        new Outbox(work)
                .add(
                        "invoices.credited",
                        invoiceId,
                        Map.of("note", id.toString(), "total", credit.total().toString()));
        new NoteRows(work)
                .insert(id, invoice, draft(invoice, credit, igtf, input.reason().strip()));
        keepRefund(id, settlement, igtf);
        return id;
    }

    private static void choose(List<OriginalLine> lines, NewCreditNote input, int[] quantities, boolean[] restock) {
        Problems problems = new Problems();
        String reason = problems.required("/reason", input.reason(), 400);
        if (reason != null && reason.length() < 5) {
            problems.add("/reason", "text.length", "Say in at least 5 characters why");
        }
        if (input.lines() == null) {
            for (int i = 0; i < quantities.length; i++) {
                quantities[i] = lines.get(i).left();
                restock[i] = lines.get(i).partId() != null;
            }
        } else if (input.lines().isEmpty()) {
            problems.add("/lines", "list.size", "Name what comes back, or leave lines out for everything");
        } else {
            for (int i = 0; i < input.lines().size(); i++) {
                choose("/lines/" + i, input.lines().get(i), lines, quantities, restock, problems);
            }
        }
        problems.refuseIfAny();
        if (java.util.Arrays.stream(quantities).sum() == 0) {
            throw new Conflict("notes.nothing-left", "Nothing of this invoice is left to take back");
        }
    }

    private static void choose(
            String at,
            NewCreditNote.Line line,
            List<OriginalLine> lines,
            int[] quantities,
            boolean[] restock,
            Problems problems) {
        if (line.line() < 0 || line.line() >= lines.size()) {
            problems.add(at + "/line", "number.range", "The invoice has the lines 0 to " + (lines.size() - 1));
            return;
        }
        int left = lines.get(line.line()).left();
        if (quantities[line.line()] > 0) {
            problems.add(at + "/line", "notes.line-twice", "This line is on the note already");
        } else if (line.quantity() < 1 || line.quantity() > left) {
            problems.add(at + "/quantity", "number.range", "Between 1 and " + left + ", which is left of the line");
        } else if (line.restock() && lines.get(line.line()).partId() == null) {
            problems.add(at + "/restock", "notes.no-part", "This line took nothing from the shelf");
        } else {
            quantities[line.line()] = line.quantity();
            restock[line.line()] = line.restock();
        }
    }

    /** In the order of part ids, as everybody locks the shelf; the books have what they had cost since then. */
    private void restock(UUID noteId, Credit credit) {
        Inventory inventory = new Inventory(work);
        credit.lines().stream()
                .filter(Credit.Returned::restock)
                .sorted(Comparator.comparing(back -> back.line().partId()))
                .forEach(back -> inventory.takeBack(
                        back.line().partId(), back.quantity(), back.line().costOf(back.quantity()), noteId));
    }

    private void post(UUID id, Credit credit, Settlement settlement, ReturnedIgtf igtf) {
        new Ledger(work)
                .post(new JournalEntry("CREDIT_NOTE", id)
                        .debit(Account.SALES_RETURNS, credit.net(), credit.netVes())
                        .debit(Account.IVA_PAYABLE, credit.iva(), credit.ivaVes())
                        .credit(Account.RECEIVABLE, settlement.shownUsd(), settlement.releasedVes())
                        .debit(Account.IGTF_PAYABLE, igtf.usd(), igtf.ves())
                        .credit(
                                Account.REFUNDS_DUE,
                                settlement.refund().plus(igtf.usd()),
                                settlement.refundVes().plus(igtf.ves()))
                        .rest(Account.EXCHANGE_DIFFERENCE));
    }

    private void apply(Original invoice, Credit credit, Settlement settlement) {
        boolean ended = invoice.endsWith(credit.total());
        boolean settled = settlement.balance().signum() == 0;
        String status = ended ? "CREDITED" : settled ? "PAID" : invoice.status();
        work.sql()
                .update(
                        "update erp.invoice_balances set balance = ?, released_ves = released_ves + ?, credited = credited + ?,"
                                + " status = ?, fully_paid_at = case when ? then coalesce(fully_paid_at, ?) else fully_paid_at end,"
                                + " version = version + 1 where store_id = ? and id = ?",
                        settlement.balance(),
                        settlement.releasedVes().amount(),
                        credit.total().amount(),
                        status,
                        settled && !ended,
                        work.now(),
                        work.store(),
                        invoice.id());
        if (status.equals("PAID") && !invoice.status().equals("PAID")) {
            new Outbox(work).add("invoices.paid", invoice.id(), Map.of());
        }
    }

    private static NoteDraft draft(Original invoice, Credit credit, ReturnedIgtf igtf, String reason) {
        List<NoteDraft.Line> lines = credit.lines().stream()
                .map(back -> new NoteDraft.Line(
                        back.line(),
                        back.line().description(),
                        back.quantity(),
                        back.net(),
                        back.netVes(),
                        credit.rateOf(back),
                        back.restock()))
                .toList();
        return new NoteDraft(
                NoteKind.CREDIT,
                NoteConcept.RETURN,
                null,
                invoice.rate(),
                reason,
                NoteTexts.of(invoice, igtf),
                lines,
                credit.taxes(),
                credit.net(),
                credit.netVes(),
                credit.total(),
                credit.totalVes());
    }

    private void keepRefund(UUID id, Settlement settlement, ReturnedIgtf igtf) {
        work.sql()
                .update(
                        "insert into erp.refunds_due (store_id, id, amount, amount_ves, igtf, igtf_ves, left_usd, left_ves)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        settlement.refund().amount(),
                        settlement.refundVes().amount(),
                        igtf.usd().amount(),
                        igtf.ves().amount(),
                        settlement.refund().plus(igtf.usd()).amount(),
                        settlement.refundVes().plus(igtf.ves()).amount());
    }
}
