package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.SHOP;
import static com.servistech.erp.jobs.Nodes.counting;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.RunAtWork;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a batch container leaves on record follows the run, and never the other way round. */
class BatchRecordsTest {

    private static final String OPEN = "1";
    private static final String FAILED = "4";

    @Test
    void theRecordOfALostAttemptIsClosedWhenAnotherNodeGoesOnAndThatOfTheNewOneIsNot() throws SQLException {
        AtomicInteger count = new AtomicInteger();
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(count))) {
            nodes.ask();
            String[] records = new String[2];
            nodes.first().jobs.work(work -> left(work, records, 0));
            assertThat(status(records[0])).isEqualTo(OPEN);
            assertThat(nodes.run().executionId()).isEqualTo(Long.valueOf(records[0]));

            nodes.second().jobs.watch();
            assertThat(status(records[0])).as("its node may still work on it").isEqualTo(OPEN);
            nodes.silence();
            nodes.second().jobs.work(work -> left(work, records, 1));
            nodes.second().jobs.watch();
            assertThat(status(records[0])).isEqualTo(FAILED);
            assertThat(status(records[1])).isEqualTo(OPEN);

            nodes.silence();
            assertThat(nodes.first().jobs.work().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(status(records[1])).isEqualTo(FAILED);
            assertThat(nodes.run().executionId())
                    .as("in plain Java there is none")
                    .isNull();
        }
    }

    @Test
    void oneWhoseRunIsLongOverIsClosedTooAndForgottenWithTheRun() throws SQLException {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            nodes.ask();
            String[] records = new String[1];
            nodes.first().jobs.work(work -> {
                left(work, records, 0);
                return work.toItsEnd();
            });
            assertThat(nodes.run().status()).isEqualTo(RunStatus.COMPLETED);
            Nodes.change("update erp.job_runs set ended_at = clock_timestamp() - interval '1 hour' where id = '"
                    + nodes.run().id() + "'");
            nodes.second().jobs.watch();
            assertThat(status(records[0])).isEqualTo(FAILED);

            Nodes.change(
                    "update batch.jb_jobinstance set createtime = localtimestamp - interval '20 years' where jobinstanceid"
                            + " = (select fk_jobinstanceid from batch.jb_jobexecution where jobexecid = " + records[0]
                            + ")");
            SHOP.system(s -> s.jobs().purge());
            assertThat(ask("select count(*) from batch.jb_jobexecution where jobexecid = " + records[0]))
                    .isEqualTo("0");
        }
    }

    /** What a container has on record once it has begun. */
    private static Optional<RunView> left(RunAtWork work, String[] records, int attempt) {
        try {
            records[attempt] = ask("""
                    with instance as (insert into batch.jb_jobinstance (batchstatus, createtime, instancestate, numexecs)
                        values (1, localtimestamp, 1, 1) returning jobinstanceid),
                    execution as (insert into batch.jb_jobexecution (batchstatus, createtime, execnum, fk_jobinstanceid)
                        select 1, localtimestamp, 1, jobinstanceid from instance returning jobexecid),
                    step as (insert into batch.jb_stepthreadexecution (batchstatus, m_commit, m_filter, internalstatus, partnum,
                        m_processskip, m_read, m_readskip, m_rollback, stepname, m_write, m_writeskip, fk_jobexecid)
                        select 1, 0, 0, 0, -1, 0, 0, 0, 0, 'parts', 0, 0, jobexecid from execution),
                    parameters as (insert into batch.jb_jobparameter (name, value, fk_jobexecid)
                        select name, value, jobexecid from execution, (values ('run', '%s'), ('fence', '%d')) v (name, value))
                    select jobexecid from execution
                    """.formatted(work.run().id(), work.run().fence()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        work.carriedOutAs(Long.parseLong(records[attempt]));
        return Optional.empty();
    }

    private static String status(String execution) throws SQLException {
        return ask("select batchstatus from batch.jb_jobexecution where jobexecid = " + execution);
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getString(1);
        }
    }
}
