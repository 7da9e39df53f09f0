package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Refused;
import com.servistech.erp.tenancy.SystemCaller;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each month of the audit is a partition, made before it begins; a month that was forgotten loses nothing. */
class AuditMonthsTest {

    private static final String THIS_MONTH = "select 'audit_entries_' || to_char(now() at time zone 'UTC', 'YYYY_MM')";

    private final AuditDatabase database = AuditDatabase.copy();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void monthsAheadAreMadeOnceAndHoldTheEntriesOfTheirMonth() throws SQLException {
        assertThat(prepare(3)).as("made when the schema was").isEmpty();
        assertThat(prepare(5)).hasSize(2).allMatch(name -> name.matches("audit_entries_20[0-9]{2}_[01][0-9]"));
        assertThat(prepare(5)).isEmpty();
        assertThat(
                        database.ask(
                                "select count(distinct tableoid::regclass::text) || ' ' || min(tableoid::regclass::text) from audit_entries"))
                .isEqualTo("1 " + database.ask(THIS_MONTH));
    }

    @Test
    void whereAMonthIsMissingItsEntriesAreKeptAndChainedAllTheSame() throws SQLException {
        String month = database.ask(THIS_MONTH);
        database.tamper("create table aside as select * from audit_entries", "drop table " + month);
        database.work(database.ccs, 2);
        assertThat(database.ask("select count(*) from audit_entries_other")).isEqualTo("2");

        assertThat(prepare(3)).as("the month stays where its first entries are").isEmpty();
        database.work(database.ccs, 1);
        database.tamper("insert into audit_entries overriding system value select * from aside");

        assertThat(database.verify().findings()).isEmpty();
        assertThat(database.ask("select count(*) from audit_entries where tableoid <> 'audit_entries_other'::regclass"))
                .isEqualTo("0");
    }

    @Test
    void onlyTheChainMakesMonths() {
        assertThatThrownBy(() -> database.erp()
                        .inStore(SystemCaller.of("test"), database.ccs)
                        .write(s -> s.audit().prepareMonths(1)))
                .isInstanceOf(Refused.class);
    }

    private List<String> prepare(int ahead) {
        return database.erp()
                .inChain(SystemCaller.of("test"))
                .write(s -> s.audit().prepareMonths(ahead));
    }
}
