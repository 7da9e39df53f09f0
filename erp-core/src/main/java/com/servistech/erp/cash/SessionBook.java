package com.servistech.erp.cash;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads sessions and what moved in them. */
final class SessionBook {

    private static final String SESSIONS = """
            select s.*, a.approved_by from erp.cash_sessions s
              left join erp.cash_approvals a on a.store_id = s.store_id and a.session_id = s.id
             where s.store_id = ?
            """;

    private final Work work;

    SessionBook(Work work) {
        this.work = work;
    }

    CashSessionView get(UUID id) {
        return work.sql()
                .first(SessionBook::view, SESSIONS + " and s.id = ?", work.store(), id)
                .orElseThrow(SessionBook::notFound);
    }

    Optional<UUID> openSessionOf(UUID person) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select id from erp.cash_sessions where store_id = ? and opened_by = ? and closed_at is null"
                                + " order by opened_at desc limit 1",
                        work.store(),
                        person);
    }

    Page<CashSessionView> page(Page.Request page) {
        UUID before = page.beforeId();
        return Page.of(
                work.sql()
                        .list(
                                SessionBook::view,
                                SESSIONS + " and s.id < ? order by s.id desc limit ?",
                                work.store(),
                                before,
                                page.limit() + 1),
                page.limit(),
                session -> session.id().toString());
    }

    /** What the drawer should hold: the sum of its movements, its float among them. */
    Amounts expected(UUID id) {
        return work.sql()
                .first(
                        row -> Amounts.of(row.decimal("usd"), row.decimal("ves")),
                        "select coalesce(sum(amount) filter (where currency = 'USD'), 0) usd,"
                                + " coalesce(sum(amount) filter (where currency = 'VES'), 0) ves"
                                + " from erp.cash_movements where store_id = ? and session_id = ?",
                        work.store(),
                        id)
                .orElseThrow();
    }

    List<SessionReport.Sum> sums(UUID id) {
        return work.sql()
                .list(
                        row -> new SessionReport.Sum(
                                CashMovementKind.valueOf(row.text("kind")),
                                row.integer("n"),
                                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency")))),
                        "select kind, currency, count(*) n, sum(amount) amount from erp.cash_movements"
                                + " where store_id = ? and session_id = ? group by kind, currency"
                                + " order by currency, min(at), kind",
                        work.store(),
                        id);
    }

    Page<CashMovementView> movements(UUID id, Page.Request page) {
        return Page.of(
                work.sql()
                        .list(
                                row -> new CashMovementView(
                                        row.uuid("id"),
                                        CashMovementKind.valueOf(row.text("kind")),
                                        new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                                        row.uuid("document_id"),
                                        row.uuid("entry_id"),
                                        row.uuid("moved_by"),
                                        row.instant("at")),
                                "select * from erp.cash_movements where store_id = ? and session_id = ? and id > ?"
                                        + " order by id limit ?",
                                work.store(),
                                id,
                                page.afterId(),
                                page.limit() + 1),
                page.limit(),
                movement -> movement.id().toString());
    }

    static NotFound notFound() {
        return new NotFound("cash.not-found", "There is no such cash session");
    }

    private static CashSessionView view(Sql.Row row) {
        Amounts expected = Amounts.of(row.decimal("expected_usd"), row.decimal("expected_ves"));
        Amounts counted = Amounts.of(row.decimal("counted_usd"), row.decimal("counted_ves"));
        return new CashSessionView(
                row.uuid("id"),
                row.text("register"),
                state(row),
                row.uuid("opened_by"),
                row.instant("opened_at"),
                new Money(row.decimal("opening_usd"), Currency.USD),
                new Money(row.decimal("opening_ves"), Currency.VES),
                row.uuid("closed_by"),
                row.instant("closed_at"),
                expected,
                counted,
                counted == null ? null : counted.minus(expected),
                row.text("reason"),
                row.uuid("approved_by"),
                row.integer("version"));
    }

    private static String state(Sql.Row row) {
        if (row.instant("closed_at") == null) {
            return "OPEN";
        }
        return row.bool("needs_approval") && row.uuid("approved_by") == null ? "AWAITING_APPROVAL" : "CLOSED";
    }
}
