package com.servistech.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the three classes of tables, asked of the catalogue, each with a table that breaks it. */
class SchemaLintTest {

    private static final String TABLES = """
            select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity,
                   split_part(coalesce(obj_description(c.oid, 'pg_class'), ''), ':', 1) class
              from pg_class c where c.relnamespace = 'erp'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
               and c.relname <> 'flyway_schema_history'
            """;

    private static final String LINTS = """
            with t as (%s)
            select relname, 'says no class in its comment' problem from t where class not in ('store', 'reference', 'register')
            union all
            select relname, 'has no forced row level security' from t where not (relrowsecurity and relforcerowsecurity)
            union all
            select relname, 'has another policy for the application than the one of store tables' from t
             where class = 'store' and coalesce((select string_agg(pg_get_expr(polqual, polrelid) || '/' || pg_get_expr(polwithcheck, polrelid) || '/' || polcmd::text, ';')
                     from pg_policy p where p.polrelid = t.oid and 'erp_app'::regrole = any (p.polroles)), '')
                   <> (select pg_get_expr(polqual, polrelid) || '/' || pg_get_expr(polwithcheck, polrelid) || '/*'
                         from pg_policy p where p.polrelid = 'erp.outbox'::regclass and p.polname = 'scope')
            union all
            select relname, 'has a policy for somebody else than erp_app and erp_owner' from t
             where exists (select from pg_policy p where p.polrelid = t.oid and p.polroles <> array['erp_app'::regrole::oid] and p.polroles <> array['erp_owner'::regrole::oid])
            union all
            select relname, 'has a key or unique index that does not start with store_id: ' || i.indexrelid::regclass from t
              join pg_index i on i.indrelid = t.oid
              join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
             where class = 'store' and i.indisunique and a.attname <> 'store_id'
            union all
            select relname, 'has an index that does not start with store_id: ' || i.indexrelid::regclass from t
              join pg_index i on i.indrelid = t.oid
              left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
             where class = 'store' and not i.indisunique and a.attname is distinct from 'store_id'
               and obj_description(i.indexrelid, 'pg_class') is null
            union all
            select relname, 'has no index that starts with store_id' from t
             where class = 'store' and not exists (select from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
                    where i.indrelid = t.oid and a.attname = 'store_id')
            union all
            select t.relname, 'refers to a store table without store_id: ' || c.conname from t
              join pg_constraint c on c.conrelid = t.oid and c.contype = 'f' join t r on r.oid = c.confrelid
             where r.class = 'store' and (select attname from pg_attribute where attrelid = t.oid and attnum = c.conkey[1]) <> 'store_id'
            union all
            select t.relname, 'gives the application ' || p.privilege_type from t
              join information_schema.role_table_grants p on p.table_schema = 'erp' and p.table_name = t.relname and p.grantee in ('erp_app', 'PUBLIC')
             where p.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or t.class = 'register'
            union all
            select p.proname, 'is a definer function without a pinned search_path or for PUBLIC' from pg_proc p
             where p.pronamespace = 'erp'::regnamespace and p.prosecdef
               and (not exists (select from unnest(p.proconfig) s where s like 'search_path=%%')
                    or exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))
            """.formatted(TABLES);

    @Test
    void everyTableObeysTheRulesOfItsClass() throws SQLException {
        assertThat(problems(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        create table broken (id uuid) | says no class
        create table broken (store_id uuid, id uuid, primary key (store_id, id)); comment on table broken is 'store: x' | has no forced row level security
        create table broken (store_id uuid, id uuid primary key); call make_store_table('broken', 'select, insert, update', 'x') | has a key or unique index that does not start with store_id
        create table broken (store_id uuid, id uuid); call make_store_table('broken', 'select, insert, update', 'x') | has no index that starts with store_id
        create table broken (store_id uuid, id uuid, primary key (store_id, id)); call make_store_table('broken', 'select, insert, update', 'x'); create index on broken (id) | has an index that does not start
        create table broken (store_id uuid, id uuid, primary key (store_id, id)); call make_store_table('broken', 'select, insert, update', 'x'); drop policy scope on broken; create policy scope on broken to erp_app using (true) with check (true) | has another policy
        create table broken (store_id uuid, id uuid, primary key (store_id, id)); call make_store_table('broken', 'select, insert, update', 'x'); create policy more on broken to erp_backup using (true) | has a policy for somebody else
        create table broken (store_id uuid, id uuid, m uuid, s uuid, primary key (store_id, id), foreign key (m, s) references memberships (id, store_id)); call make_store_table('broken', 'select', 'x') | refers to a store table without store_id
        create table broken (id uuid primary key); call make_register_table('broken', 'x'); grant select on broken to erp_app | gives the application
        create function broken() returns int language sql security definer as 'select 1' | is a definer function
        """)
    void aTableThatBreaksARuleIsNamed(String sql, String problem) throws SQLException {
        String prepared = sql.contains("references memberships")
                ? "create unique index on memberships (id, store_id); comment on table memberships is 'store: x'; "
                        + sql
                : sql;
        assertThat(problems(prepared)).anyMatch(found -> found.contains("broken") && found.contains(problem));
    }

    /** Outside of the three classes because the container knows no scope: so there may be nothing of the business there. */
    @Test
    void beyondTheBusinessThereAreOnlyTheRecordsOfTheBatchContainer() throws SQLException {
        assertThat(Catalogue.ask(null, """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'erp')
                 order by 1"""))
                .containsExactly(
                        "batch.jb_groupassociation",
                        "batch.jb_jobexecution",
                        "batch.jb_jobinstance",
                        "batch.jb_jobparameter",
                        "batch.jb_remotablepartition",
                        "batch.jb_stepthreadexecution",
                        "batch.jb_stepthreadinstance");
        assertThat(Catalogue.ask(null, """
                select distinct grantee || ' ' || privilege_type from information_schema.role_table_grants
                 where table_schema = 'batch' and grantee <> 'erp_owner' order by 1"""))
                .containsExactly(
                        "erp_app DELETE", "erp_app INSERT", "erp_app SELECT", "erp_app UPDATE", "erp_backup SELECT");
    }

    private static List<String> problems(String change) throws SQLException {
        return Catalogue.ask(change, LINTS);
    }
}
