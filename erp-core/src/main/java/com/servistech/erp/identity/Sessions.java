package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the database keeps of sessions. A session ends 24 hours after its sign-in, however often its refresh token was
 * renewed; each refresh token is good once.
 */
final class Sessions {

    static final Duration LIFETIME = Duration.ofHours(24);

    /** How long the token just used up still gets its own successor: two requests of one client at one moment. */
    static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * A session at the moment of a sign-in or a renewal.
     *
     * @param generation of its refresh token: 1 for the first
     * @param since when this generation began: what is issued for it is issued as of then
     */
    record Opened(UUID id, int generation, Instant since, Instant expiresAt, RefreshToken token) {}

    /** @param renewed null unless the outcome is OK */
    record Use(String outcome, UUID userId, UUID session, Opened renewed) {}

    private final Work work;

    Sessions(Work work) {
        this.work = work;
    }

    /** Nothing when the person was disabled or changed since they were looked up. */
    Optional<Opened> open(Person person) {
        Opened opened = new Opened(work.newId(), 1, work.now(), work.now().plus(LIFETIME), RefreshToken.random());
        boolean good = work.sql()
                .first(
                        row -> row.bool("open_session"),
                        "select erp.open_session(?, ?, ?, ?, ?, ?)",
                        opened.id(),
                        person.id(),
                        person.tokenVersion(),
                        opened.token().hash(),
                        opened.since(),
                        opened.expiresAt())
                .orElseThrow();
        return good ? Optional.of(opened) : Optional.empty();
    }

    Use use(RefreshToken token) {
        RefreshToken next = RefreshToken.random();
        return work.sql()
                .first(
                        row -> used(row, token),
                        "select * from erp.use_refresh_token(?, ?, ?, ?, make_interval(secs => ?))",
                        token.hash(),
                        next.hash(),
                        token.seal(next),
                        work.now(),
                        GRACE.toSeconds())
                .orElseThrow();
    }

    /** Ends one session of the person who asks; somebody else's goes on. */
    void end(UUID session) {
        work.sql().call("select erp.end_session(?, ?)", session, work.now());
    }

    Optional<UUID> endOf(RefreshToken token) {
        return work.sql()
                .first(
                        row -> Optional.ofNullable(row.uuid("session")),
                        "select erp.end_session_of(?, ?) as session",
                        token.hash(),
                        work.now())
                .flatMap(session -> session);
    }

    void endAll(UUID userId) {
        work.sql().call("select erp.end_sessions(?, ?)", userId, work.now());
    }

    private static Use used(Sql.Row row, RefreshToken token) {
        String outcome = row.text("outcome");
        Opened renewed = outcome.equals("OK")
                ? new Opened(
                        row.uuid("session_id"),
                        row.integer("generation"),
                        row.instant("used_at"),
                        row.instant("expires_at"),
                        token.unseal(row.bytes("successor")))
                : null;
        return new Use(outcome, row.uuid("user_id"), row.uuid("session_id"), renewed);
    }
}
