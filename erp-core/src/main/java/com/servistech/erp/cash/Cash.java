package com.servistech.erp.cash;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The drawers of the store. */
public final class Cash {

    private static final String COLUMNS =
            "id, register, opened_by, opened_at, opening_usd, opening_ves, closed_at, version";

    private final Work work;

    public Cash(Work work) {
        this.work = work;
    }

    public CashSessionView open(String register, Money openingUsd, Money openingVes) {
        work.require(Permission.CASH_SESSIONS);
        Problems problems = new Problems();
        String name = problems.required("/register", register, 40);
        AmountRule.notNegative("/openingUsd", openingUsd, Currency.USD, problems);
        AmountRule.notNegative("/openingVes", openingVes, Currency.VES, problems);
        problems.refuseIfAny();
        UUID id = work.newId();
        int opened = work.sql()
                .update(
                        "insert into erp.cash_sessions (store_id, id, register, opened_by, opened_at, opening_usd, opening_ves)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict (store_id, register) where closed_at is null do nothing",
                        work.store(),
                        id,
                        name,
                        work.userId(),
                        work.now(),
                        openingUsd.amount(),
                        openingVes.amount());
        if (opened == 0) {
            throw new Conflict("cash.session-open", "The register " + name + " has an open session: close it first");
        }
        new Outbox(work).add("cash.opened", id, Map.of("register", name));
        return get(id);
    }

    public CashSessionView get(UUID id) {
        work.require(Permission.CASH_SESSIONS);
        return work.sql()
                .first(Cash::view, "select " + COLUMNS + " from erp.cash_sessions where id = ?", id)
                .orElseThrow(() -> new NotFound("cash.not-found", "There is no such cash session"));
    }

    /** The caller's own open session. */
    public CashSessionView current() {
        return own("").map(this::get)
                .orElseThrow(() -> new NotFound("cash.no-open-session", "You have no open cash session"));
    }

    /** Newest first. */
    public Page<CashSessionView> list(Page.Request page) {
        work.require(Permission.CASH_SESSIONS);
        UUID before = page.beforeId();
        return Page.of(
                work.sql()
                        .list(
                                Cash::view,
                                "select " + COLUMNS
                                        + " from erp.cash_sessions where store_id = ? and id < ? order by id desc limit ?",
                                work.store(),
                                before,
                                page.limit() + 1),
                page.limit(),
                session -> session.id().toString());
    }

    /** The session that takes cash: the caller's own, else the named register's. Locked, so that it cannot close meanwhile. */
    public UUID sessionFor(String register) {
        return own(" for share")
                .or(() -> register == null
                        ? Optional.empty()
                        : work.sql()
                                .first(
                                        row -> row.uuid("id"),
                                        "select id from erp.cash_sessions where store_id = ? and register = ?"
                                                + " and closed_at is null for share",
                                        work.store(),
                                        register))
                .orElseThrow(() -> new Conflict("cash.no-open-session", "Open a cash session before taking cash"));
    }

    /** @param amount out of the drawer when negative */
    public void move(UUID sessionId, Money amount, String kind, UUID documentId) {
        work.sql()
                .update(
                        "insert into erp.cash_movements (store_id, id, session_id, currency, amount, kind, document_id, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        sessionId,
                        amount.currency(),
                        amount.amount(),
                        kind,
                        documentId,
                        work.now());
    }

    /** @param reason needed when the count differs */
    public CashCount close(UUID id, Money countedUsd, Money countedVes, String reason) {
        work.require(Permission.CASH_SESSIONS);
        boolean open = work.sql()
                .first(
                        row -> row.instant("closed_at") == null,
                        "select closed_at from erp.cash_sessions where store_id = ? and id = ? for update",
                        work.store(),
                        id)
                .orElseThrow(() -> new NotFound("cash.not-found", "There is no such cash session"));
        Problems problems = new Problems();
        AmountRule.notNegative("/countedUsd", countedUsd, Currency.USD, problems);
        AmountRule.notNegative("/countedVes", countedVes, Currency.VES, problems);
        String why = problems.optional("/reason", reason, 400);
        problems.refuseIfAny();
        if (!open) {
            throw new Conflict("cash.session-closed", "This cash session is closed already");
        }
        CashCount.Both expected = expected(id);
        CashCount.Both counted = new CashCount.Both(countedUsd, countedVes);
        CashCount.Both difference =
                new CashCount.Both(countedUsd.minus(expected.usd()), countedVes.minus(expected.ves()));
        boolean differs = !difference.usd().isZero() || !difference.ves().isZero();
        if (differs && why == null) {
            throw Invalid.at(
                    "/reason",
                    "cash.reason-required",
                    "The count differs by %s and %s: say why".formatted(difference.usd(), difference.ves()));
        }
        work.sql()
                .update(
                        "update erp.cash_sessions set closed_by = ?, closed_at = ?, expected_usd = ?, expected_ves = ?,"
                                + " counted_usd = ?, counted_ves = ?, reason = ?, version = version + 1"
                                + " where store_id = ? and id = ?",
                        work.userId(),
                        work.now(),
                        expected.usd().amount(),
                        expected.ves().amount(),
                        countedUsd.amount(),
                        countedVes.amount(),
                        why,
                        work.store(),
                        id);
        new Outbox(work).add("cash.closed", id, Map.of());
        return new CashCount(id, expected, counted, difference);
    }

    /** What the drawer of a session should hold now. */
    public CashCount.Both expected(UUID id) {
        work.require(Permission.CASH_SESSIONS);
        return work.sql()
                .first(
                        row -> new CashCount.Both(
                                new Money(row.decimal("usd"), Currency.USD),
                                new Money(row.decimal("ves"), Currency.VES)),
                        """
                        select s.opening_usd + coalesce(sum(m.amount) filter (where m.currency = 'USD'), 0) usd,
                               s.opening_ves + coalesce(sum(m.amount) filter (where m.currency = 'VES'), 0) ves
                          from erp.cash_sessions s
                          left join erp.cash_movements m on m.store_id = s.store_id and m.session_id = s.id
                         where s.store_id = ? and s.id = ? group by s.opening_usd, s.opening_ves
                        """,
                        work.store(),
                        id)
                .orElseThrow(() -> new NotFound("cash.not-found", "There is no such cash session"));
    }

    private Optional<UUID> own(String lock) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select id from erp.cash_sessions where store_id = ? and opened_by = ? and closed_at is null"
                                + " order by opened_at desc limit 1" + lock,
                        work.store(),
                        work.userId());
    }

    private static CashSessionView view(Sql.Row row) {
        BigDecimal usd = row.decimal("opening_usd");
        return new CashSessionView(
                row.uuid("id"),
                row.text("register"),
                row.instant("closed_at") == null ? "OPEN" : "CLOSED",
                row.uuid("opened_by"),
                row.instant("opened_at"),
                new Money(usd, Currency.USD),
                new Money(row.decimal("opening_ves"), Currency.VES),
                row.instant("closed_at"),
                row.integer("version"));
    }
}
