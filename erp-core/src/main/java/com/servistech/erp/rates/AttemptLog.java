package com.servistech.erp.rates;

import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When sources were asked, and what they answered; notices what changes from one time to the next. */
final class AttemptLog {

    private static final int FAILURES_UNTIL_ALERT = 3;

    private record Past(String outcome, String reason) {
        boolean failed() {
            return outcome.equals("REJECTED") || outcome.equals("UNAVAILABLE");
        }
    }

    private final Work work;

    AttemptLog(Work work) {
        this.work = work;
    }

    void add(String source, Attempt attempt, Outcome outcome, String reason, String evidence, boolean untrusted) {
        noticeIssuers(source, attempt);
        noticeFailures(source, attempt, new Past(outcome.name(), reason), untrusted);
        work.sql()
                .update(
                        "insert into erp.rate_attempts (id, source, channel, requested_at, tries, outcome, reason, issuers,"
                                + " evidence_sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.newId(),
                        source,
                        attempt.channel(),
                        attempt.requestedAt(),
                        attempt.tries(),
                        outcome,
                        reason,
                        attempt.issuers(),
                        evidence);
    }

    /** When the source was last asked through this door. */
    Optional<Instant> lastRequest(String source, String channel) {
        return work.sql()
                .first(
                        row -> row.instant("requested_at"),
                        "select requested_at from erp.rate_attempts where source = ? and channel = ?"
                                + " order by requested_at desc limit 1",
                        source,
                        channel);
    }

    private void noticeIssuers(String source, Attempt attempt) {
        if (attempt.issuers() == null) {
            return;
        }
        work.sql()
                .first(
                        row -> row.text("issuers"),
                        "select issuers from erp.rate_attempts where source = ? and channel = ? and issuers is not null"
                                + " order by requested_at desc, id desc limit 1",
                        source,
                        attempt.channel())
                .filter(before -> !before.equals(attempt.issuers()))
                .ifPresent(before -> RateAlert.ISSUERS_CHANGED.raise(
                        work,
                        source,
                        "the server is vouched for by %s, before by %s: see the runbook in docs/rates.md"
                                .formatted(attempt.issuers(), before)));
    }

    /** Once when it begins, not each quarter of an hour. */
    private void noticeFailures(String source, Attempt attempt, Past now, boolean untrusted) {
        List<Past> before = work.sql()
                .list(
                        row -> new Past(row.text("outcome"), row.text("reason")),
                        "select outcome, reason from erp.rate_attempts where source = ? and channel = ?"
                                + " order by requested_at desc, id desc limit ?",
                        source,
                        attempt.channel(),
                        FAILURES_UNTIL_ALERT);
        if (untrusted
                && (before.isEmpty() || !java.util.Objects.equals(before.get(0).reason(), now.reason()))) {
            RateAlert.UNTRUSTED.raise(work, source, now.reason());
        }
        long failures = before.stream().takeWhile(Past::failed).count();
        if (now.failed() && failures == FAILURES_UNTIL_ALERT - 1) {
            RateAlert.FAILING.raise(work, source, FAILURES_UNTIL_ALERT + " times in a row; now: " + now.reason());
        }
    }
}
