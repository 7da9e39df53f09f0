package com.servistech.erp.sdk.jobs;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A job with its schedule. Its fields beyond these are in the view. */
public final class Job extends Model {

    private Job(JsonView view) {
        super(view);
    }

    public static Job over(JsonView view) {
        return new Job(view);
    }

    public String name() {
        return view().string("name");
    }

    /** Lines of cron, in the zone; none where it runs only when asked for. */
    public List<String> schedules() {
        return view().strings("schedules");
    }

    public String zone() {
        return view().string("zone");
    }

    /** Whether the installation can run it. */
    public boolean runnable() {
        return view().flag("runnable");
    }

    public Optional<Instant> nextRun() {
        return view().optional("nextRun", view()::instant);
    }

    public Optional<JobRun> lastRun() {
        return view().optional("lastRun", name -> JobRun.over(view().object(name)));
    }
}
