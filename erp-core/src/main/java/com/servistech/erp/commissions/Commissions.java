package com.servistech.erp.commissions;

import com.servistech.erp.commissions.debit.AnswerDebit;
import com.servistech.erp.commissions.debit.DebitBook;
import com.servistech.erp.commissions.debit.DebitView;
import com.servistech.erp.commissions.debit.DecideDebit;
import com.servistech.erp.commissions.debit.NewDebit;
import com.servistech.erp.commissions.debit.ProposeDebit;
import com.servistech.erp.commissions.decision.Rules;
import com.servistech.erp.commissions.decision.SplitOrder;
import com.servistech.erp.commissions.decision.TermsBook;
import com.servistech.erp.commissions.explain.CommissionExplanation;
import com.servistech.erp.commissions.explain.ExplainEntry;
import com.servistech.erp.commissions.paper.PrintStatement;
import com.servistech.erp.commissions.pay.DecidePeriod;
import com.servistech.erp.commissions.pay.NewPayout;
import com.servistech.erp.commissions.pay.PayCommissions;
import com.servistech.erp.commissions.pay.Payroll;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.commissions.settlement.SettlePeriod;
import com.servistech.erp.commissions.settlement.Settlement;
import com.servistech.erp.files.FileContent;
import com.servistech.erp.files.Files;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/**
 * Commissions of who repairs, hands over and sells, over one open work. Earned when the order is delivered and its invoice
 * fully paid by confirmed money; what changes later is corrected by further entries, never edited.
 */
public final class Commissions {

    private final Work work;

    public Commissions(Work work) {
        this.work = work;
    }

    /** @see SettlePeriod */
    public Settlement settle(String period) {
        return new SettlePeriod(work).settle(Period.of(period));
    }

    /** @see SettlePeriod#settleUpTo */
    public List<Settlement> settleUpTo(String period) {
        return new SettlePeriod(work).settleUpTo(Period.of(period));
    }

    /**
     * Newest first; without the permission to see all, the caller's own.
     *
     * @param period a month, null for all
     */
    public Page<CommissionEntry> list(String period, UUID person, Page.Request page) {
        return new EntryBook(work).page(period == null ? null : Period.of(period), person, page);
    }

    /** Why an entry says what it says. @see ExplainEntry */
    public CommissionExplanation explain(UUID entryId) {
        return new ExplainEntry(work).explain(entryId);
    }

    public Rules rules() {
        return new Rules(work);
    }

    public TermsBook terms() {
        return new TermsBook(work);
    }

    /** @see SplitOrder */
    public void split(UUID orderId, Team team, String reason) {
        new SplitOrder(work).split(orderId, team, reason);
    }

    /** @see ProposeDebit */
    public DebitView propose(NewDebit input) {
        return new ProposeDebit(work).propose(input);
    }

    /** @see AnswerDebit */
    public DebitView answer(UUID debitId, String text) {
        return new AnswerDebit(work).answer(debitId, text);
    }

    /** @see DecideDebit#approve */
    public DebitView approveDebit(UUID debitId, String note) {
        return new DecideDebit(work).approve(debitId, note);
    }

    /** @see DecideDebit#refuse */
    public DebitView refuseDebit(UUID debitId, String note) {
        return new DecideDebit(work).refuse(debitId, note);
    }

    /** @see DecideDebit#reverse */
    public DebitView reverseDebit(UUID debitId, String note) {
        return new DecideDebit(work).reverse(debitId, note);
    }

    /** @throws com.servistech.erp.error.NotFound {@code commissions.debit-not-found} */
    public DebitView debit(UUID id) {
        return new DebitBook(work).get(id);
    }

    /** @see DebitBook#evidence */
    public FileContent evidence(UUID debitId, UUID fileId, Files files) {
        return new DebitBook(work).evidence(debitId, fileId, files);
    }

    public Page<DebitView> debits(UUID person, Page.Request page) {
        return new DebitBook(work).list(person, page);
    }

    /** Newest first. */
    public Page<PeriodView> periods(Page.Request page) {
        work.require(Permission.COMMISSIONS_READ_ALL);
        return new Periods(work).list(page);
    }

    /**
     * @param period a month like 2026-11, or its id
     * @throws com.servistech.erp.error.NotFound {@code commissions.period-not-found}
     */
    public PeriodView period(String period) {
        work.require(Permission.COMMISSIONS_READ_ALL);
        Periods periods = new Periods(work);
        return periods.get(periods.named(period));
    }

    /** @see DecidePeriod#approve */
    public PeriodView approve(String period) {
        return new DecidePeriod(work).approve(new Periods(work).named(period));
    }

    /** @see DecidePeriod#reopen */
    public PeriodView reopen(String period, String reason) {
        return new DecidePeriod(work).reopen(new Periods(work).named(period), reason);
    }

    /** @see DecidePeriod#close */
    public PeriodView close(String period) {
        return new DecidePeriod(work).close(new Periods(work).named(period));
    }

    /** @see PayCommissions */
    public List<StatementView> pay(NewPayout input) {
        return new PayCommissions(work).pay(input);
    }

    /** What everybody is paid for a month; as it would be, while it is not approved. */
    public Payroll payroll(String period) {
        return Payroll.of(work, Period.of(period));
    }

    /**
     * A person's month as PDF; the same bytes for ever once it is paid. @see PrintStatement
     *
     * @param person null for the caller
     */
    public byte[] statementPdf(String period, UUID person) {
        return new PrintStatement(work).pdf(new Periods(work).named(period), person == null ? work.userId() : person);
    }
}
