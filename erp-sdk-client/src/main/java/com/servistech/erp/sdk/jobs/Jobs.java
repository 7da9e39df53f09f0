package com.servistech.erp.sdk.jobs;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import jakarta.json.JsonValue;
import java.util.UUID;

/** The jobs of the chain; for a SUPER_ADMIN who chooses no store. */
public final class Jobs {

    private final ErpClient erp;

    private Jobs(ErpClient erp) {
        this.erp = erp;
    }

    public static Jobs over(ErpClient erp) {
        return new Jobs(erp);
    }

    /** All of them. */
    public Page<Job> list() {
        return erp.page("/jobs", CallOptions.none(), Job::over);
    }

    /** Those of one job, newest first. */
    public Page<JobRun> runs(String job) {
        return erp.page("/jobs/" + job + "/runs", CallOptions.none(), JobRun::over);
    }

    /** Asks for a run now; it begins within seconds. */
    public JobRun run(String job) {
        return JobRun.over(erp.post("/jobs/" + job + "/runs", JsonValue.EMPTY_JSON_OBJECT, CallOptions.none()));
    }

    public JobRun get(UUID run) {
        return JobRun.over(erp.get("/jobs/runs/" + run, CallOptions.none()));
    }

    /** Ends it after the part that it is at. */
    public JobRun cancel(UUID run) {
        return JobRun.over(erp.post("/jobs/runs/" + run + "/cancel", JsonValue.EMPTY_JSON_OBJECT, CallOptions.none()));
    }

    /** How the ERP was, newest first. */
    public Page<JsonView> healthReports() {
        return erp.page("/health-reports", CallOptions.none(), view -> view);
    }
}
