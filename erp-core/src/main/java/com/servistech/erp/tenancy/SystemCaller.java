package com.servistech.erp.tenancy;

import java.util.Objects;

/** The system itself, on behalf of a named job. */
public record SystemCaller(String job, Origin origin) implements Caller {

    public SystemCaller {
        Objects.requireNonNull(job, "job");
    }

    public static SystemCaller of(String job) {
        return new SystemCaller(job, new Origin("job-" + job, null, job));
    }

    @Override
    public String roleIn(StoreId store) {
        return "SYSTEM";
    }

    @Override
    public boolean reaches(StoreId store) {
        return true;
    }

    @Override
    public boolean reachesChain() {
        return true;
    }

    @Override
    public boolean may(Permission permission, StoreId store) {
        return true;
    }
}
