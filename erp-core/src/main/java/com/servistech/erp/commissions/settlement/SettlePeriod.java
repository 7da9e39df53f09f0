package com.servistech.erp.commissions.settlement;

import com.servistech.erp.commissions.period.PeriodView;
import com.servistech.erp.commissions.period.Periods;
import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Settles a month of the store by one statement: writes down what was earned in it and is not yet, and corrects what
 * changed since. It looks at what changed and at nothing else; were all of it looked at, the entries would be the same. It is done whole or not at all, and doing it again adds nothing; two at once wait for each other.
 */
public final class SettlePeriod {

    private record Share(UUID person, int entries, Money amount) {}

    /** Of an id, what the entries of a settlement are counted from; all before it they share. */
    private static final long COUNTED = 0x3fff_ffff_ffffL;

    /** Time enough for a large store on a busy server: other statements are given up after a minute. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Work work;

    public SettlePeriod(Work work) {
        this.work = work;
    }

    /**
     * @throws Invalid {@code commissions.period-future} for a month that has not begun
     * @throws Conflict {@code commissions.period-frozen} when the month was approved: what comes late goes to the next
     *     open one
     */
    public Settlement settle(Period period) {
        work.require(Permission.COMMISSIONS_SETTLE);
        requireBegun(period);
        Periods periods = new Periods(work);
        periods.hold();
        boolean first = periods.find(period).map(SettlePeriod::requireOpen).isEmpty();
        return settle(periods, period, first);
    }

    /**
     * Settles this month and all before it that are not approved yet, oldest first: a credit note of today on what was
     * earned in one of them belongs to that one (CR-12). One that was approved takes nothing more and is passed over.
     *
     * @throws Invalid {@code commissions.period-future} for a month that has not begun
     */
    public List<Settlement> settleUpTo(Period last) {
        work.require(Permission.COMMISSIONS_SETTLE);
        requireBegun(last);
        Periods periods = new Periods(work);
        periods.hold();
        SortedSet<Period> months = new TreeSet<>(periods.open());
        months.addAll(new Changes(work).months());
        months.add(last);
        return months.headSet(last.next()).stream()
                .filter(month -> periods.firstOpen(month).equals(month))
                .map(month -> settle(
                        periods,
                        month,
                        month.equals(last) && periods.find(month).isEmpty()))
                .toList();
    }

    private void requireBegun(Period period) {
        if (period.compareTo(Period.of(work.today())) > 0) {
            throw Invalid.at("/period", "commissions.period-future", "This month has not begun yet");
        }
    }

    private Settlement settle(Periods periods, Period period, boolean first) {
        UUID settlement = work.newId();
        List<Share> shares = write(settlement, period, periods.firstBehind(period));
        if (first || !shares.isEmpty()) {
            periods.calculated(period);
        }
        PersonAccount account = new PersonAccount(work);
        shares.forEach(share -> account.add("SETTLEMENT", settlement, share.person(), period, share.amount()));
        Money total = shares.stream().map(Share::amount).reduce(Money.zero(Currency.USD), Money::plus);
        int entries = shares.stream().mapToInt(Share::entries).sum();
        if (entries > 0) {
            new Outbox(work).add("commissions.settled", settlement, Map.of("period", period.toString()));
        }
        return new Settlement(period.toString(), entries, total);
    }

    private static PeriodView requireOpen(PeriodView period) {
        if (period.isFrozen()) {
            throw new Conflict(
                    "commissions.period-frozen",
                    "%s was approved already: settle the open month".formatted(period.period()));
        }
        return period;
    }

    private List<Share> write(UUID settlement, Period period, Period first) {
        Changes changes = new Changes(work);
        if (changes.areMany()) {
            changes.forget();
            // over all orders of the store: hashes, never a loop within a loop or a sort for a join, whatever the
            // planner
            // thinks of steps it cannot count; memory is taken for as many orders as there are
            plan("'256MB'", "'off'");
            List<Share> shares = run(DueEntries.ALL, settlement, period, first, List.of());
            plan("'64MB'", "'on'");
            return shares;
        }
        List<UUID> subjects = changes.take();
        return subjects.isEmpty() ? List.of() : run(DueEntries.CHANGED, settlement, period, first, subjects);
    }

    private void plan(String memory, String loops) {
        work.sql()
                .call("select set_config('jit', 'off', true), set_config('work_mem', %s, true), ".formatted(memory)
                        + "set_config('enable_nestloop', %1$s, true), set_config('enable_mergejoin', %1$s, true)"
                                .formatted(loops));
    }

    private List<Share> run(String statement, UUID settlement, Period period, Period first, List<UUID> subjects) {
        UUID id = work.newId();
        return work.sql()
                .patiently(
                        LONGEST,
                        () -> work.sql()
                                .list(
                                        row -> new Share(
                                                row.uuid("person_id"),
                                                row.integer("entries"),
                                                new Money(row.decimal("amount"), Currency.USD)),
                                        statement,
                                        work.store(),
                                        first.begins(),
                                        period.ends(),
                                        first.toString(),
                                        period.toString(),
                                        settlement,
                                        id.toString().substring(0, 24),
                                        id.getLeastSignificantBits() & COUNTED,
                                        work.now(),
                                        subjects));
    }
}
