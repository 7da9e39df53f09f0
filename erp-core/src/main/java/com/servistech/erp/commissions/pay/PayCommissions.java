package com.servistech.erp.commissions.pay;

import com.servistech.erp.cash.CashMovementKind;
import com.servistech.erp.cash.Drawer;
import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.commissions.settlement.PersonAccount;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Pays approved statements, each exactly once however often and from how many tills it is asked for: dollars are owed,
 * bolívares are paid at the official rate of the day (CR-18). Whoever approved the month does not pay it (CR-20).
 */
public final class PayCommissions {

    private final Work work;
    private final Periods periods;

    public PayCommissions(Work work) {
        this.work = work;
        this.periods = new Periods(work);
    }

    /**
     * @throws Conflict {@code commissions.paid}, {@code commissions.not-approved}, {@code rates.missing},
     *     {@code cash.no-open-session}, {@code cash.not-enough}
     * @throws Forbidden {@code commissions.own-approval}
     */
    public List<StatementView> pay(NewPayout input) {
        work.require(Permission.COMMISSIONS_PAY);
        PayFrom from = PayFrom.of(work, input);
        periods.hold();
        List<StatementView> statements = new ChooseStatements(work).named(input.ids());
        for (StatementView statement : statements) {
            requirePayable(statement);
        }
        DocumentRate rate = new Rates(work)
                .forDocument(work.today(), new Stores(work).current().issuer());
        UUID session = from.isCash() ? new Drawer(work).sessionFor(input.register()) : null;
        if (session != null) {
            new Drawer(work).lockOpen(session);
        }
        statements.forEach(statement -> pay(statement, from, rate, session));
        Set<String> months =
                new HashSet<>(statements.stream().map(StatementView::period).toList());
        months.stream().sorted().forEach(this::finishIfAllPaid);
        Set<UUID> ids = new HashSet<>(statements.stream().map(StatementView::id).toList());
        return months.stream()
                .sorted()
                .flatMap(month -> new Statements(work).frozen(month).stream())
                .filter(statement -> ids.contains(statement.id()))
                .toList();
    }

    private void requirePayable(StatementView statement) {
        if (statement.payout() != null) {
            throw new Conflict(
                    "commissions.paid",
                    "%s was paid for %s already".formatted(statement.personName(), statement.period()));
        }
        PeriodView period = periods.get(Period.of(statement.period()));
        if (work.userId().equals(period.approvedBy())) {
            throw new Forbidden("commissions.own-approval", "Another person than who approved a month pays it");
        }
    }

    private void pay(StatementView statement, PayFrom from, DocumentRate rate, UUID session) {
        UUID id = work.newId();
        Period period = Period.of(statement.period());
        Money usd = statement.pay();
        Money paid = from.currency() == Currency.VES
                ? usd.convertedAt(rate.rate(), Currency.VES)
                : new Money(usd.amount(), from.currency());
        UUID entry = null;
        if (usd.isPositive()) {
            Money worth = usd.convertedAt(rate.rate(), Currency.VES);
            entry = new PersonAccount(work).pay(id, statement.personId(), period, usd, from.account(), paid, worth);
            if (session != null) {
                new Drawer(work).move(session, paid.negated(), CashMovementKind.COMMISSION, id, entry);
            }
            entry(statement, "PAYOUT", 1, usd.negated(), period);
        }
        if (statement.closingCarry().isNegative()) {
            entry(statement, "CARRY", 2, statement.closingCarry().negated(), period);
            entry(statement, "CARRY", 1, statement.closingCarry(), periods.firstOpen(period.next()));
        }
        write(id, statement, from, rate, paid, session, entry);
        new Outbox(work)
                .add(
                        "commissions.paid",
                        statement.id(),
                        Map.of("personId", statement.personId().toString(), "period", statement.period()));
    }

    private void finishIfAllPaid(String month) {
        if (new Statements(work).frozen(month).stream().allMatch(statement -> statement.payout() != null)) {
            periods.paid(periods.get(Period.of(month)).id());
        }
    }

    private void entry(StatementView statement, String kind, int version, Money amount, Period period) {
        work.sql()
                .update(
                        "insert into erp.commission_entries (store_id, id, kind, basis, person_id, statement_id, version, amount,"
                                + " earned_at, period, total, created_at) values (?, ?, ?, 'STATEMENT', ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        kind,
                        statement.personId(),
                        statement.id(),
                        version,
                        amount.amount(),
                        work.now(),
                        period.toString(),
                        amount.amount(),
                        work.now());
    }

    private void write(
            UUID id, StatementView statement, PayFrom from, DocumentRate rate, Money paid, UUID session, UUID entry) {
        work.sql()
                .update(
                        "insert into erp.commission_payouts (store_id, id, statement_id, person_id, usd, method, currency, amount, rate_id,"
                                + " rate, rate_source, rate_value_date, account_id, reference, session_id, entry_id, paid_by, paid_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?::uuid, ?::uuid, ?, ?)",
                        work.store(),
                        id,
                        statement.id(),
                        statement.personId(),
                        statement.pay().amount(),
                        from.method(),
                        from.currency(),
                        paid.amount(),
                        rate.id(),
                        rate.rate(),
                        rate.source(),
                        rate.valueDate(),
                        from.accountId(),
                        from.reference(),
                        session,
                        entry,
                        work.userId(),
                        work.now());
    }
}
