package com.servistech.erp.notifications;

import com.servistech.erp.notifications.Notice.Level;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What people are to be told, kept until they were: a process that dies loses none of it. Notices are told in the order
 * of their events, one at a time in the whole cluster, at least once each; times are the database's.
 */
public final class Notifications {

    /** How long one attempt may take before another process makes the next. */
    static final Duration LEASE = Duration.ofSeconds(30);
    /** News that are older than this are none. */
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Work work;

    public Notifications(Work work) {
        this.work = work;
    }

    /** Once for each event, however often it is handed on. */
    public void keep(UUID event, long position, Notice notice) {
        work.sql()
                .update(
                        "insert into erp.notices (store_id, id, position, level, title, body) values (?, ?, ?, ?, ?, ?)"
                                + " on conflict (store_id, id) do nothing",
                        StoreId.CHAIN,
                        event,
                        position,
                        notice.level(),
                        notice.title(),
                        notice.text());
    }

    /**
     * The oldest that waits, for this process to tell; what waited for too long is given up.
     *
     * @param between two attempts of the whole cluster
     */
    public Optional<WaitingNotice> next(Duration between) {
        work.sql()
                .update(
                        "update erp.notices set status = 'GIVEN_UP' where store_id = ? and status = 'WAITING'"
                                + " and raised_at < clock_timestamp() - ?::interval",
                        StoreId.CHAIN,
                        WORTH_TELLING.toString());
        return work.sql()
                .first(
                        row -> new WaitingNotice(
                                row.uuid("id"),
                                new Notice(Level.valueOf(row.text("level")), row.text("title"), row.text("body")),
                                row.integer("attempts")),
                        "update erp.notices set attempts = attempts + 1, tried_at = clock_timestamp(),"
                                + " not_before = clock_timestamp() + ?::interval where store_id = ? and id = (select id from"
                                + " erp.notices where store_id = ? and status = 'WAITING' order by position limit 1)"
                                + " and status = 'WAITING' and not_before <= clock_timestamp() and not exists (select from"
                                + " erp.notices t where t.store_id = ? and t.tried_at > clock_timestamp() - ?::interval)"
                                + " returning id, level, title, body, attempts",
                        LEASE.toString(),
                        StoreId.CHAIN,
                        StoreId.CHAIN,
                        StoreId.CHAIN,
                        between.toString());
    }

    /** What became of the attempt; those behind it wait for one that is told later. */
    public void answered(WaitingNotice waiting, Notifier.Answer answer) {
        Duration pause = answer.pause().orElse(pause(waiting.attempt()));
        String status = switch (answer.outcome()) {
            case TOLD -> "TOLD";
            case LATER -> "WAITING";
            case REFUSED -> "GIVEN_UP";
        };
        work.sql()
                .update(
                        "update erp.notices set status = ?, not_before = clock_timestamp() + ?::interval"
                                + " where store_id = ? and id = ? and status = 'WAITING' and attempts = ?",
                        status,
                        pause.toString(),
                        StoreId.CHAIN,
                        waiting.id(),
                        waiting.attempt());
    }

    /** How many wait. */
    public int waiting() {
        return work.sql()
                .first(
                        row -> row.integer("n"),
                        "select count(*)::int n from erp.notices where store_id = ? and status = 'WAITING'",
                        StoreId.CHAIN)
                .orElse(0);
    }

    /** Forgets what was raised before this and waits no more. @return how many */
    public int purge(Instant before) {
        return work.sql()
                .update(
                        "delete from erp.notices where store_id = ? and status <> 'WAITING' and raised_at < ?",
                        StoreId.CHAIN,
                        before);
    }

    private static Duration pause(int attempt) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 20));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
