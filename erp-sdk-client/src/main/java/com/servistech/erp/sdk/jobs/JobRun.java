package com.servistech.erp.sdk.jobs;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One run of a job. Its fields beyond these are in the view. */
public final class JobRun extends Model {

    private static final Set<String> OPEN = Set.of("DUE", "RUNNING");

    private JobRun(JsonView view) {
        super(view);
    }

    public static JobRun over(JsonView view) {
        return new JobRun(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String job() {
        return view().string("job");
    }

    /** DUE, RUNNING, COMPLETED, FAILED, CANCELLED, MISSED or SKIPPED. */
    public String status() {
        return view().string("status");
    }

    public boolean isOver() {
        return !OPEN.contains(status());
    }

    public Optional<Instant> startedAt() {
        return view().optional("startedAt", view()::instant);
    }

    public Optional<Instant> endedAt() {
        return view().optional("endedAt", view()::instant);
    }

    /** Parts that are done. */
    public long done() {
        return view().integer("done");
    }

    /** Of how many; empty until it began. */
    public Optional<Long> total() {
        return view().optional("total", view()::integer);
    }

    /** What came of it, in words. */
    public Optional<String> note() {
        return view().optional("note", view()::string);
    }

    public Optional<String> error() {
        return view().optional("error", view()::string);
    }
}
