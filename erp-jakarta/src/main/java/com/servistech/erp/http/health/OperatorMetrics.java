package com.servistech.erp.http.health;

import com.servistech.erp.Erp;
import com.servistech.erp.OperatorFigures;
import com.servistech.erp.jobs.JobFigures;
import com.servistech.erp.jobs.RunStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Puts what operators watch of jobs, events, notices and backups beside the server's own figures in {@code /metrics}. All
 * are read off the rows, so that every replica says the same; while the database is away they are not a number.
 */
@ApplicationScoped
public class OperatorMetrics {

    private static final System.Logger LOG = System.getLogger(OperatorMetrics.class.getName());
    /** One look at the rows serves all gauges of a scrape. */
    private static final long FRESH_NANOS = 5_000_000_000L;

    private static final int MILLIS = 1_000;

    @Inject
    private Erp erp;

    @Inject
    private MetricRegistry registry;

    private OperatorFigures figures;
    private boolean known;
    private long readAt;

    void withTheApplication(@Observes Startup startup) {
        chain("erp_events_waiting", OperatorFigures::eventsWaiting);
        chain("erp_events_lag_seconds", all -> seconds(all.eventsLag()));
        chain("erp_notices_waiting", OperatorFigures::noticesWaiting);
        chain("erp_backup_proven_age_seconds", all -> secondsOrNone(all.provenBackupAge()));
        for (String job : erp.jobNames()) {
            for (RunStatus status : RunStatus.values()) {
                Tag outcome = new Tag("outcome", status.name());
                job("erp_job_runs", job, its -> its.runs().get(status), outcome);
            }
            job("erp_job_last_success_age_seconds", job, its -> secondsOrNone(its.sinceSuccess()));
            job("erp_job_last_duration_seconds", job, its -> secondsOrNone(its.lastDuration()));
            job("erp_job_lag_seconds", job, its -> seconds(its.lag()));
        }
    }

    private void chain(String name, ToDoubleFunction<OperatorFigures> figure) {
        registry.gauge(name, () -> read(figure));
    }

    private void job(String name, String job, ToDoubleFunction<JobFigures> figure, Tag... more) {
        Tag[] tags = new Tag[more.length + 1];
        tags[0] = new Tag("job", job);
        System.arraycopy(more, 0, tags, 1, more.length);
        registry.gauge(
                name,
                () -> read(all -> all.jobs().stream()
                        .filter(its -> its.job().equals(job))
                        .mapToDouble(figure)
                        .findFirst()
                        .orElse(Double.NaN)),
                tags);
    }

    private synchronized double read(ToDoubleFunction<OperatorFigures> figure) {
        if (readAt == 0 || System.nanoTime() - readAt > FRESH_NANOS) {
            try {
                figures = erp.figures();
                known = true;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "figures cannot be read: {0}", e.toString());
                known = false;
            }
            readAt = System.nanoTime();
        }
        return known ? figure.applyAsDouble(figures) : Double.NaN;
    }

    private static double seconds(Duration time) {
        return (double) time.toMillis() / MILLIS;
    }

    private static double secondsOrNone(Optional<Duration> time) {
        return time.map(OperatorMetrics::seconds).orElse(Double.NaN);
    }
}
