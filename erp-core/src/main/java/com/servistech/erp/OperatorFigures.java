package com.servistech.erp;

import com.servistech.erp.events.RelayOutbox;
import com.servistech.erp.jobs.JobFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What operators watch of the chain's own work, at one moment.
 *
 * @param eventsWaiting events that nobody was told yet, and how long ago the oldest of them happened
 * @param noticesWaiting notices that people were not told yet
 * @param provenBackupAge how long ago the newest backup was taken that was proven to restore; empty while none was
 */
public record OperatorFigures(
        List<JobFigures> jobs,
        int eventsWaiting,
        Duration eventsLag,
        int noticesWaiting,
        Optional<Duration> provenBackupAge) {

    /** In the scope of the chain. */
    static OperatorFigures of(Session session) {
        Instant now = session.now();
        RelayOutbox.Backlog backlog = session.relay().backlog();
        return new OperatorFigures(
                session.jobs().figures(),
                backlog.events(),
                backlog.oldest().map(oldest -> Duration.between(oldest, now)).orElse(Duration.ZERO),
                session.notifications().waiting(),
                session.backups().lastProven().map(taken -> Duration.between(taken, now)));
    }
}
