package com.servistech.erp.commissions.debit;

import com.servistech.erp.commissions.decision.TermsBook;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.commissions.rule.Rework;
import com.servistech.erp.commissions.settlement.PersonAccount;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Map;
import java.util.UUID;

/** Decides a debit: another person than who proposed it, and never the one who is charged (CR-16, CR-20). */
public final class DecideDebit {

    private final Work work;
    private final DebitBook book;

    public DecideDebit(Work work) {
        this.work = work;
        this.book = new DebitBook(work);
    }

    /**
     * Charges it to the open month, and pays who did the work again.
     *
     * @param note may be null
     * @throws Conflict {@code commissions.debit-decided}
     * @throws Forbidden {@code commissions.own-proposal}, {@code commissions.own-debit}
     */
    public DebitView approve(UUID id, String note) {
        DebitView debit = undecided(id);
        UUID decision = work.newId();
        Money charged = Rework.capped(debit.amount(), original(debit), new TermsBook(work).on(work.today()));
        decide(decision, id, "APPROVED", charged, text(note, false));
        Period period = new Periods(work).firstOpen(Period.of(work.today()));
        if (charged.isPositive()) {
            post(decision, debit, debit.personId(), "DEBIT", "DEBIT", charged.negated(), charged.negated(), period);
        }
        if (debit.reworkPersonId() != null) {
            post(
                    decision,
                    debit,
                    debit.reworkPersonId(),
                    "EARN",
                    "REWORK",
                    debit.reworkAmount(),
                    debit.reworkAmount(),
                    period);
        }
        new Outbox(work)
                .add(
                        "commissions.debit-approved",
                        id,
                        Map.of("personId", debit.personId().toString()));
        return book.get(id);
    }

    /** @throws Conflict {@code commissions.debit-decided} */
    public DebitView refuse(UUID id, String note) {
        undecided(id);
        decide(work.newId(), id, "REFUSED", Money.zero(Currency.USD), text(note, true));
        return book.get(id);
    }

    /**
     * Takes an approved debit back by a further entry.
     *
     * @throws Conflict {@code commissions.debit-not-approved}
     * @throws Forbidden {@code commissions.own-debit}
     */
    public DebitView reverse(UUID id, String note) {
        work.require(Permission.COMMISSIONS_DEBIT_APPROVE);
        String why = text(note, true);
        new Periods(work).hold();
        DebitView debit = book.get(id);
        requireNotOwn(debit);
        if (!debit.state().equals("APPROVED")) {
            throw new Conflict("commissions.debit-not-approved", "Only an approved debit is taken back, and once");
        }
        UUID decision = work.newId();
        decide(decision, id, "REVERSED", debit.charged(), why);
        if (debit.charged().isPositive()) {
            Period period = new Periods(work).firstOpen(Period.of(work.today()));
            post(
                    decision,
                    debit,
                    debit.personId(),
                    "ADJUST",
                    "DEBIT",
                    debit.charged(),
                    Money.zero(Currency.USD),
                    period);
        }
        return book.get(id);
    }

    private DebitView undecided(UUID id) {
        work.require(Permission.COMMISSIONS_DEBIT_APPROVE);
        new Periods(work).hold();
        DebitView debit = book.get(id);
        requireNotOwn(debit);
        if (work.userId().equals(debit.proposedBy())) {
            throw new Forbidden("commissions.own-proposal", "Another person than who proposed a debit decides it");
        }
        if (!debit.state().equals("PROPOSED")) {
            throw new Conflict("commissions.debit-decided", "This debit was decided already");
        }
        return debit;
    }

    private void requireNotOwn(DebitView debit) {
        UUID me = work.userId();
        if (me.equals(debit.personId()) || me.equals(debit.reworkPersonId())) {
            throw new Forbidden("commissions.own-debit", "Nobody decides about the own pay");
        }
    }

    /** What the person had earned on the order, for the caps that look at it. */
    private Money original(DebitView debit) {
        return debit.orderId() == null
                ? debit.amount()
                : work.sql()
                        .first(
                                row -> new Money(row.decimal("amount"), Currency.USD),
                                "select coalesce(sum(amount), 0) amount from erp.commission_entries where store_id = ?"
                                        + " and order_id = ? and person_id = ? and basis = 'GROSS_PROFIT'",
                                work.store(),
                                debit.orderId(),
                                debit.personId())
                        .orElseThrow();
    }

    private void decide(UUID decision, UUID debit, String what, Money charged, String note) {
        work.sql()
                .update(
                        "insert into erp.commission_debit_decisions (store_id, id, debit_id, decision, charged, note, decided_by,"
                                + " decided_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        decision,
                        debit,
                        what,
                        charged.amount(),
                        note,
                        work.userId(),
                        work.now());
    }

    private void post(
            UUID decision,
            DebitView debit,
            UUID person,
            String kind,
            String basis,
            Money amount,
            Money total,
            Period period) {
        work.sql()
                .update(
                        "insert into erp.commission_entries (store_id, id, kind, basis, person_id, order_id, debit_id, version, amount,"
                                + " earned_at, period, total, created_at)"
                                + " select ?, ?, ?, ?, ?, ?::uuid, ?, 1 + coalesce(max(e.version), 0), ?, ?, ?, ?, ?"
                                + " from erp.commission_entries e where e.store_id = ? and e.person_id = ? and e.basis = ?"
                                + " and (e.order_id = ?::uuid or e.debit_id = ?)",
                        work.store(),
                        work.newId(),
                        kind,
                        basis,
                        person,
                        debit.orderId(),
                        debit.id(),
                        amount.amount(),
                        work.now(),
                        period.toString(),
                        total.amount(),
                        work.now(),
                        work.store(),
                        person,
                        basis,
                        debit.orderId(),
                        debit.id());
        new PersonAccount(work).add("DEBIT", decision, person, period, amount);
    }

    private static String text(String note, boolean required) {
        Problems problems = new Problems();
        String text = required ? problems.required("/note", note, 400) : problems.optional("/note", note, 400);
        if (text != null && text.length() < 3) {
            problems.add("/note", "text.length", "Say why in 3 to 400 characters");
        }
        problems.refuseIfAny();
        return text;
    }
}
