package com.servistech.erp.ledger;

import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;

/** The books as an accountant sees them: journal, trial balance, closed months. Nobody posts here by hand. */
public final class Books {

    private final Work work;

    public Books(Work work) {
        this.work = work;
    }

    /** Entries of a month, oldest first. */
    public Page<JournalEntryView> journal(JournalQuery query) {
        work.require(Permission.LEDGER_READ);
        return new Journal(work).page(query);
    }

    /** The whole month, one line of the journal a row. */
    public String journalCsv(JournalQuery query) {
        work.require(Permission.LEDGER_READ);
        Csv csv = new Csv(
                "dia",
                "asiento",
                "tipo",
                "documento",
                "cuenta",
                "nombre",
                "moneda",
                "debe",
                "haber",
                "debe_ves",
                "haber_ves");
        new Journal(work)
                .each(
                        query,
                        entry -> entry.lines()
                                .forEach(line -> csv.row(
                                        entry.businessDay(),
                                        entry.id(),
                                        entry.kind(),
                                        entry.documentId(),
                                        line.number(),
                                        line.name(),
                                        line.debit().currency(),
                                        line.debit(),
                                        line.credit(),
                                        line.debitVes(),
                                        line.creditVes())));
        return csv.toString();
    }

    public TrialBalance trialBalance(Month month) {
        work.require(Permission.LEDGER_READ);
        return new TrialBalances(work).of(month);
    }

    public String trialBalanceCsv(Month month) {
        Csv csv = new Csv(
                "cuenta",
                "nombre",
                "moneda",
                "saldo_inicial",
                "debe",
                "haber",
                "saldo_final",
                "saldo_inicial_ves",
                "debe_ves",
                "haber_ves",
                "saldo_final_ves");
        for (TrialBalance.Row row : trialBalance(month).rows()) {
            Money opening = row.opening();
            csv.row(
                    row.number(),
                    row.name(),
                    opening.currency(),
                    opening,
                    row.debit(),
                    row.credit(),
                    row.closing(),
                    row.openingVes(),
                    row.debitVes(),
                    row.creditVes(),
                    row.closingVes());
        }
        return csv.toString();
    }

    /** @see ClosePeriod */
    public PeriodClosing close(Month month) {
        return new ClosePeriod(work).close(month);
    }

    /** Newest first. */
    public Page<PeriodClosing> closings(Page.Request page) {
        work.require(Permission.LEDGER_READ);
        return new PeriodClosings(work).page(page);
    }
}
