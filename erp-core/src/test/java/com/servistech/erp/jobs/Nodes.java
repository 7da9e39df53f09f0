package com.servistech.erp.jobs;

import com.servistech.erp.DatabaseConfig;
import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.JobBook;
import com.servistech.erp.JobNode;
import com.servistech.erp.JobTask;
import com.servistech.erp.JobTask.Ended;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.kit.SettableClock;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Several processes of one cluster, each with a clock and connections of its own, on jobs that no other test knows. */
final class Nodes implements AutoCloseable {

    static final ErpFixture SHOP = ErpFixture.shared();
    static final Duration LEASE = Duration.ofMinutes(10);
    /** A Tuesday, 10:00 in Caracas. */
    static final Instant START = Instant.parse("2026-11-24T14:00:00Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** What a process does when it is killed: no line of it runs any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** One process. */
    static final class Node {
        final SettableClock clock = new SettableClock(START);
        final Erp erp;
        final JobNode jobs;

        Node(List<Job> jobs, List<JobTask> tasks, int port) {
            ErpConfig all = SHOP.config();
            DatabaseConfig database = all.database();
            ErpConfig few = new ErpConfig(
                    new DatabaseConfig(database.host(), port, database.name(), database.user(), database.password(), 3),
                    all.tokenKeys(),
                    all.rates(),
                    all.redis(),
                    all.provider(),
                    all.files(),
                    all.backups(),
                    all.jobs());
            erp = Erp.start(new PlainRuntime(few, clock), book -> JobBook.of(new Catalogue(jobs), tasks));
            this.jobs = erp.jobNode("node-" + NUMBER.incrementAndGet(), LEASE);
        }
    }

    private final List<Node> nodes = new ArrayList<>();
    private final List<Job> jobs;
    private final List<JobTask> tasks;

    private Nodes(List<Job> jobs, List<JobTask> tasks) {
        this.jobs = jobs;
        this.tasks = tasks;
    }

    static String name() {
        return "test-" + NUMBER.incrementAndGet();
    }

    /** An action for notes of the audit that nobody else uses; it has no digits. */
    static String mark() {
        return "test."
                + Integer.toString(NUMBER.incrementAndGet())
                        .chars()
                        .mapToObj(digit -> Character.toString('a' + digit - '0'))
                        .collect(Collectors.joining());
    }

    static Job job(String cron) {
        return Job.of(name(), Schedule.of(Work.CARACAS, cron));
    }

    /** Two of them, and the first has looked at the schedule once. */
    static Nodes of(Job job, JobTask.Part part) {
        return of(List.of(job), List.of(JobTask.ofTheChain(job.name(), part)));
    }

    static Nodes of(List<Job> jobs, List<JobTask> tasks) {
        Nodes cluster = new Nodes(jobs, tasks);
        cluster.join();
        cluster.join();
        cluster.first().jobs.plan();
        return cluster;
    }

    static JobTask.Part counting(AtomicInteger count) {
        return at -> s -> {
            count.incrementAndGet();
            return Ended.well("done");
        };
    }

    Node join() {
        return join(SHOP.config().database().port());
    }

    /** @param port by which it reaches the database */
    Node join(int port) {
        Node node = new Node(jobs, tasks, port);
        nodes.add(node);
        return node;
    }

    Node first() {
        return nodes.get(0);
    }

    Node second() {
        return nodes.get(1);
    }

    void at(Instant instant) {
        nodes.forEach(node -> node.clock.set(instant));
    }

    void after(Duration time) {
        at(first().clock.instant().plus(time));
    }

    /** Of the first job, oldest first. */
    List<RunView> runs() {
        List<RunView> runs = new ArrayList<>();
        String cursor = null;
        do {
            Page.Request next = new Page.Request(Page.MAX_LIMIT, cursor);
            Page<RunView> page = first().erp
                    .inChain(SystemCaller.of("test"))
                    .read(s -> s.jobs().runs(jobs.get(0).name(), next));
            runs.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        runs.sort(Comparator.comparing(RunView::fireAt).thenComparing(RunView::id));
        return runs;
    }

    RunView run() {
        List<RunView> runs = runs();
        return runs.get(runs.size() - 1);
    }

    RunView ask() {
        return first().erp
                .inChain(SystemCaller.of("test"))
                .write(s -> s.jobs().ask(jobs.get(0).name()));
    }

    /** The holder of every run was silent for longer than its lease. */
    void silence() {
        change("update erp.job_runs set lease_until = clock_timestamp() - interval '1 second' where job = '"
                + jobs.get(0).name() + "' and status = 'RUNNING'");
    }

    /** As the administrator of the database, and it stays. */
    static void change(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.erp.close());
    }
}
