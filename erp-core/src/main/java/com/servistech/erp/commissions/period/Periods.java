package com.servistech.erp.commissions.period;

import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The months of the store. Who changes one holds all of the store's until the transaction ends, so that none is changed twice. */
public final class Periods {

    private static final String ROWS =
            "select id, period, state, calculated_by, calculated_at, approvals, approved_by, approved_at, reopened_by,"
                    + " reopened_at, reopen_reason, closed_by, closed_at, version from erp.commission_periods where store_id = ? ";

    private final Work work;

    public Periods(Work work) {
        this.work = work;
    }

    /** Waits for others who change commissions of the store; what is read afterwards stays true until the end. */
    public void hold() {
        work.sql()
                .call("select pg_advisory_xact_lock(hashtextextended('erp.commissions:' || ?::text, 0))", work.store());
    }

    public Optional<PeriodView> find(Period period) {
        return work.sql().first(Periods::view, ROWS + "and period = ?", work.store(), period.toString());
    }

    /** @throws NotFound {@code commissions.period-not-found} for a month that was never calculated */
    public PeriodView get(Period period) {
        return find(period)
                .orElseThrow(() -> new NotFound(
                        "commissions.period-not-found", "Nothing was calculated for %s yet".formatted(period)));
    }

    /**
     * The month that a text names: itself, like 2026-11, or by its id.
     *
     * @throws NotFound {@code commissions.period-not-found}
     */
    public Period named(String text) {
        if (Period.isOne(text)) {
            return Period.of(text);
        } else if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw notFound();
        }
        return work.sql()
                .first(
                        row -> Period.of(row.text("period")),
                        "select period from erp.commission_periods where store_id = ? and id = ?",
                        work.store(),
                        UUID.fromString(text))
                .orElseThrow(Periods::notFound);
    }

    private static NotFound notFound() {
        return new NotFound("commissions.period-not-found", "There is no month with this id, or of this name: 2026-11");
    }

    /** Newest first. */
    public Page<PeriodView> list(Page.Request page) {
        List<PeriodView> rows = work.sql()
                .list(
                        Periods::view,
                        ROWS + "and period < ? order by period desc limit ?",
                        work.store(),
                        page.after().orElse("9999-12"),
                        page.limit() + 1);
        return Page.of(rows, page.limit(), PeriodView::period);
    }

    /** The first month from this one on that takes further entries (CR-12). */
    public Period firstOpen(Period from) {
        Set<String> frozen = frozen();
        Period period = from;
        while (frozen.contains(period.toString())) {
            period = period.next();
        }
        return period;
    }

    /** The first of the months before this one from which on all are frozen: what belongs to them goes to this one. */
    public Period firstBehind(Period period) {
        Set<String> frozen = frozen();
        Period first = period;
        while (frozen.contains(first.previous().toString())) {
            first = first.previous();
        }
        return first;
    }

    /** Months that were calculated and take further entries, oldest first. */
    public List<Period> open() {
        return work.sql()
                .list(
                        row -> Period.of(row.text("period")),
                        "select period from erp.commission_periods where store_id = ? and state = 'CALCULATED' order by period",
                        work.store());
    }

    private Set<String> frozen() {
        return work
                .sql()
                .list(
                        row -> row.text("period"),
                        "select period from erp.commission_periods where store_id = ? and state <> 'CALCULATED'",
                        work.store())
                .stream()
                .collect(Collectors.toSet());
    }

    /** Writes down that a settlement of a held month added something, or that there was a first one. */
    public void calculated(Period period) {
        work.sql()
                .update(
                        "insert into erp.commission_periods (store_id, id, period, state, calculated_by, calculated_at)"
                                + " values (?, ?, ?, 'CALCULATED', ?::uuid, ?) on conflict (store_id, period) do update"
                                + " set calculated_by = excluded.calculated_by, calculated_at = excluded.calculated_at,"
                                + " version = commission_periods.version + 1",
                        work.store(),
                        work.newId(),
                        period.toString(),
                        work.user().orElse(null),
                        work.now());
    }

    public void approved(UUID id) {
        work.sql()
                .update(
                        "update erp.commission_periods set state = 'APPROVED', approvals = approvals + 1, approved_by = ?,"
                                + " approved_at = ?, version = version + 1 where store_id = ? and id = ?",
                        work.userId(),
                        work.now(),
                        work.store(),
                        id);
    }

    public void reopened(UUID id, String reason) {
        work.sql()
                .update(
                        "update erp.commission_periods set state = 'CALCULATED', approved_by = null, approved_at = null,"
                                + " reopened_by = ?, reopened_at = ?, reopen_reason = ?, version = version + 1"
                                + " where store_id = ? and id = ?",
                        work.userId(),
                        work.now(),
                        reason,
                        work.store(),
                        id);
    }

    public void paid(UUID id) {
        work.sql()
                .update(
                        "update erp.commission_periods set state = 'PAID', version = version + 1 where store_id = ? and id = ?",
                        work.store(),
                        id);
    }

    public void closed(UUID id) {
        work.sql()
                .update(
                        "update erp.commission_periods set state = 'CLOSED', closed_by = ?, closed_at = ?, version = version + 1"
                                + " where store_id = ? and id = ?",
                        work.userId(),
                        work.now(),
                        work.store(),
                        id);
    }

    private static PeriodView view(Sql.Row row) {
        return new PeriodView(
                row.uuid("id"),
                row.text("period"),
                row.text("state"),
                row.uuid("calculated_by"),
                row.instant("calculated_at"),
                row.integer("approvals"),
                row.uuid("approved_by"),
                row.instant("approved_at"),
                row.uuid("reopened_by"),
                row.instant("reopened_at"),
                row.text("reopen_reason"),
                row.uuid("closed_by"),
                row.instant("closed_at"),
                row.integer("version"));
    }
}
