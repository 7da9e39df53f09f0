package com.servistech.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every table is audited or says why not, and nothing lets the audit be passed by; each rule with what breaks it. */
class AuditLintTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    /** Why these are not audited. */
    private static final Map<String, String> NOT_AUDITED = Map.ofEntries(
            Map.entry("audit_entries", "is the audit"),
            Map.entry("audit_links", "is the audit"),
            Map.entry("audit_heads", "is the audit"),
            Map.entry("audit_seals", "each names the one before, and is anchored outside"),
            Map.entry("outbox", "announces changes that are audited where they happen"),
            Map.entry("outbox_relay", "says how far events were handed on; changes nothing of the business"),
            Map.entry("job_plans", "says up to which minute schedules were looked at"),
            Map.entry(
                    "job_runs",
                    "is a history itself; who asked or cancelled is noted, what a run changed is audited there"),
            Map.entry("job_items", "belong to a run"),
            Map.entry("job_alerts", "say what was told already"),
            Map.entry("notices", "say what people were told; changes nothing of the business"),
            Map.entry("health_reports", "say how the system was"),
            Map.entry("idempotency", "keeps answers about changes that are audited where they happen"),
            Map.entry("rate_attempts", "that a source was asked changes nothing; what it said is audited"),
            Map.entry("order_counters", "the numbers stand in audited orders"),
            Map.entry("document_counters", "the numbers stand in audited documents"),
            Map.entry("payment_references", "stand in audited payments"),
            Map.entry("policy_values", "is written by migrations only"),
            Map.entry("control_numbers", "the numbers stand in audited documents"),
            Map.entry("sessions", "a session is no change of who may do what; signing in is noted"),
            Map.entry("refresh_tokens", "belong to a session"),
            Map.entry("api_key_uses", "says only that a key was used; the key itself is audited"),
            Map.entry("login_failures", "each failure is noted; the counter only says who waits"),
            Map.entry("commission_changes", "says what to settle again; what changed is audited where it is"),
            Map.entry("backup_progress", "says how far a backup is; what became of it is audited"),
            Map.entry("known_addresses", "signing in is noted with its address"));

    private static final String TABLES = """
            select c.oid, c.relname from pg_class c where c.relnamespace = 'erp'::regnamespace and c.relkind in ('r', 'p')
               and not c.relispartition and c.relname <> 'flyway_schema_history'
            """;

    private static final String LINTS = """
            with t as (%s),
            guards as (select g.tgrelid, g.tgname, g.tgenabled, split_part(encode(g.tgargs, 'escape'), '\\000', 2) secrets
              from pg_trigger g where not g.tgisinternal and g.tgname ~ '^(audit_(insert|update|delete|truncate)|append_only|append_only_truncate|link)$')
            select relname, 'is not audited' problem from t
             where relname <> all (array[%s])
               and not exists (select from guards g where g.tgrelid = t.oid and g.tgname = 'audit_insert')
            union all
            select relname, 'is audited when rows come and not when they change' from t
             where exists (select from guards g where g.tgrelid = t.oid and g.tgname = 'audit_insert')
               and not exists (select from guards g where g.tgrelid = t.oid and g.tgname = 'append_only')
               and 2 <> (select count(*) from guards g where g.tgrelid = t.oid and g.tgname in ('audit_update', 'audit_delete'))
            union all
            select relname, 'can be emptied unseen' from t
             where (relname <> all (array[%s]) or relname in ('audit_entries', 'audit_links', 'audit_seals'))
               and not exists (select from guards g where g.tgrelid = t.oid and g.tgname in ('audit_truncate', 'append_only_truncate'))
            union all
            select c.relname, 'has a guard that can be switched off by a session: ' || g.tgname from guards g join pg_class c on c.oid = g.tgrelid
             where g.tgenabled <> 'A'
            union all
            select t.relname, 'shows a secret in the audit: ' || a.attname from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
              join guards g on g.tgrelid = t.oid and g.tgname like 'audit\\_%%' and g.tgname <> 'audit_truncate'
             where col_description(t.oid, a.attnum) like 'secret%%' and a.attname::text <> all (g.secrets::text[])
            union all
            select t.relname, 'has a column that sounds secret and does not say so: ' || a.attname from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0
             where a.attname ~ '(password|passcode|token|secret|credential|private_key|(^|_)pin($|_))' and a.attname <> 'token_version'
               and coalesce(col_description(t.oid, a.attnum), '') not like 'secret%%'
            union all
            select p.table_name, 'lets the application write the audit: ' || p.privilege_type from information_schema.role_table_grants p
             where p.table_schema = 'erp' and p.grantee in ('erp_app', 'PUBLIC') and p.table_name like 'audit\\_%%' and p.privilege_type <> 'SELECT'
            union all
            select c.relname, 'is a partition that can be reached by itself' from pg_class c
             where c.relnamespace = 'erp'::regnamespace and c.relispartition and c.relkind = 'r'
               and (not (c.relrowsecurity and c.relforcerowsecurity)
                    or exists (select from aclexplode(c.relacl) x where x.grantee in (0, 'erp_app'::regrole)))
            union all
            select c.relname, 'is a partition without its guards' from pg_class c
             where c.relnamespace = 'erp'::regnamespace and c.relispartition and c.relkind = 'r'
               and 3 <> (select count(*) from guards g where g.tgrelid = c.oid and g.tgname in ('append_only', 'append_only_truncate', 'link'))
            """.formatted(TABLES, names(), names());

    private static String names() {
        return NOT_AUDITED.keySet().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    @Test
    void everyTableIsAuditedOrSaysWhyNot() throws SQLException {
        assertThat(problems(null)).isEmpty();
    }

    @Test
    void everyTableThatIsExcusedExists() throws SQLException {
        assertThat(ask(null, TABLES, 2)).containsAll(NOT_AUDITED.keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create table broken (store_id uuid, id uuid) | broken is not audited
        create table broken (store_id uuid, id uuid); call audit_table('broken', 'append-only') | broken is audited when rows come
        create table broken (store_id uuid, id uuid); call audit_table('broken', 'images'); drop trigger audit_truncate on broken | broken can be emptied
        create table broken (store_id uuid, id uuid); call audit_table('broken', 'images'); alter table broken enable trigger audit_update | broken has a guard that can be switched off
        create table broken (store_id uuid, id uuid, code text); call audit_table('broken', 'images'); comment on column broken.code is 'secret: x' | broken shows a secret in the audit: code
        create table broken (store_id uuid, id uuid, unlock_pin text); call audit_table('broken', 'images') | broken has a column that sounds secret
        grant insert on audit_entries to erp_app | audit_entries lets the application write
        grant select on audit_entries_other to erp_app | audit_entries_other is a partition that can be reached
        create table audit_entries_broken partition of audit_entries for values from ('1999-01-01') to ('1999-02-01') | audit_entries_broken is a partition without its guards
        """)
    void whatPassesTheAuditByIsNamed(String sql, String problem) throws SQLException {
        assertThat(problems(sql)).anyMatch(found -> found.contains(problem));
    }

    private static List<String> problems(String change) throws SQLException {
        return ask(change, LINTS, 0);
    }

    /** @param column the one to answer; 0 for the first two */
    private static List<String> ask(String change, String sql, int column) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = erp");
            if (change != null) {
                statement.execute(change);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rs = statement.executeQuery(sql)) {
                while (rs.next()) {
                    found.add(column == 0 ? rs.getString(1) + " " + rs.getString(2) : rs.getString(column));
                }
            }
            connection.rollback();
            return found;
        }
    }
}
