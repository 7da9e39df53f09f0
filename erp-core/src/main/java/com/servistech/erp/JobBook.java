package com.servistech.erp;

import com.servistech.erp.jobs.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which jobs there are, and the tasks of those that this assembly can do. */
public final class JobBook {

    private final Catalogue catalogue;
    private final Map<String, JobTask> tasks;

    private JobBook(Catalogue catalogue, Map<String, JobTask> tasks) {
        this.catalogue = catalogue.runnable(tasks.keySet());
        this.tasks = tasks;
    }

    /** @throws IllegalArgumentException when there is a task for no job */
    public static JobBook of(Catalogue catalogue, List<JobTask> tasks) {
        Map<String, JobTask> byName = new LinkedHashMap<>();
        tasks.forEach(task -> {
            if (!catalogue.has(task.job())) {
                throw new IllegalArgumentException("There is no job " + task.job());
            }
            byName.put(task.job(), task);
        });
        return new JobBook(catalogue, byName);
    }

    /** With a further task, in place of one of the same name: how a feature that is plugged in brings its jobs. */
    public JobBook with(JobTask task) {
        Map<String, JobTask> more = new LinkedHashMap<>(tasks);
        more.put(task.job(), task);
        return of(catalogue, List.copyOf(more.values()));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** @return null where this assembly has none */
    public JobTask task(String job) {
        return tasks.get(job);
    }
}
