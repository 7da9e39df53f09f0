package com.servistech.erp.schema;

import static com.servistech.erp.schema.TenancyLint.TABLE;
import static com.servistech.erp.schema.TenancyLint.rule;

import java.util.List;

/** The rules of {@link TenancyLintTest}. */
final class TenancyLints {

    /** What the application's policies say, and the functions that they call. */
    private static final String POLICIES = """
            with policy as (
              select c.relname || '.' || p.polname name, p.*, coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '') tree,
                     coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') says
                from pg_policy p join pg_class c on c.oid = p.polrelid where 'erp_owner'::regrole <> all (p.polroles))
            """;

    /** Foreign keys with the class of the table that has them and of the one that they name. */
    private static final String KEYS = """
            with class as (select oid, relname, split_part(obj_description(oid, 'pg_class'), ':', 1) class from pg_class
                            where relnamespace = 'erp'::regnamespace and relkind in ('r', 'p')),
            key as (select c.*, child.relname child, child.class, parent.class parent_class from pg_constraint c
                      join class child on child.oid = c.conrelid join class parent on parent.oid = c.confrelid
                     where c.contype = 'f' and c.conparentid = 0)
            """;

    private static final String MEMBERSHIP_KEY =
            "foreign key (store_id, other_id) references memberships (store_id, id)";

    static final List<TenancyLint> ALL = List.of(
            rule(
                    "one permissive policy for each role and act on a table",
                    """
                    select c.relname, r.role::regrole, act, count(*) from pg_policy p join pg_class c on c.oid = p.polrelid
                      cross join unnest(p.polroles) r (role) cross join unnest(array['r', 'a', 'w', 'd']) act
                     where p.polpermissive and p.polcmd in (act, '*') group by 1, 2, 3 having count(*) > 1
                    """,
                    TABLE + "create policy more on broken for select to erp_app using (false)"),
            rule(
                    "no policy is for PUBLIC",
                    "select polrelid::regclass, polname from pg_policy where 0::oid = any (polroles)",
                    TABLE + "create policy anybody on broken using (false)"),
            rule(
                    "a policy that lets write says what may be written, and never just true",
                    POLICIES + """
                    select name from policy
                     where (polcmd in ('a', 'w', '*') and coalesce(pg_get_expr(polwithcheck, polrelid), 'true') = 'true')
                        or (polcmd in ('w', 'd', '*') and coalesce(pg_get_expr(polqual, polrelid), 'true') = 'true')
                    """,
                    TABLE + "create policy more on broken for insert to erp_app with check (true)",
                    TABLE + "create policy more on broken for update to erp_app using (store_id is not null)",
                    TABLE + "create policy more on broken for delete to erp_app using (true)"),
            rule(
                    "a policy reads a setting once for a statement, not once for a row",
                    POLICIES + """
                    select name, says from policy where regexp_count(says, 'current_setting\\(')
                      > regexp_count(says, 'SELECT [(]*(NULLIF\\()?[(]*current_setting\\(')
                    """,
                    TABLE + "create policy more on broken to erp_app using (store_id = current_setting('app.x')::uuid)"
                            + " with check (false)"),
            rule(
                    "a policy calls nothing volatile",
                    POLICIES + """
                    select name, f.oid::regproc from policy cross join lateral regexp_matches(tree, ':(?:funcid|opfuncid) ([0-9]+)', 'g') called
                      join pg_proc f on f.oid = called[1]::oid where f.provolatile = 'v'
                    """,
                    TABLE + "create policy more on broken to erp_app using (random() < 2) with check (false)"),
            rule(
                    "a policy reads no other table, or its comment says why: it would be asked for every row",
                    POLICIES + """
                    select name from policy where tree ~ ':rtekind 0 ' and obj_description(oid, 'pg_policy') is null
                    """,
                    TABLE
                            + "create policy more on broken to erp_app using (exists (select from memberships m where m.user_id = id))"
                            + " with check (false)"),
            rule(
                    "L35 a key between store tables maps store_id to store_id",
                    KEYS + """
                    select child, conname, pg_get_constraintdef(key.oid) from key
                     where class = 'store' and parent_class = 'store' and not exists (
                       select from generate_subscripts(conkey, 1) i
                         join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[i] and a.attname = 'store_id'
                         join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[i] and b.attname = 'store_id')
                    """,
                    "create unique index on memberships (id);" + TABLE
                            + "alter table broken add foreign key (other_id) references memberships (id)",
                    "create unique index on memberships (id, store_id);" + TABLE
                            + "alter table broken add foreign key (store_id, other_id) references memberships (id, store_id)"),
            rule(
                    "L35 only store tables refer to store tables",
                    KEYS + "select child, conname from key where class <> 'store' and parent_class = 'store'",
                    "create table broken (id uuid primary key, store_id uuid, other_id uuid, " + MEMBERSHIP_KEY
                            + "); call make_register_table('broken', 'x')"),
            rule(
                    "L37 what one row does to another is never left to ON DELETE or ON UPDATE in a store table",
                    KEYS + """
                    select child, conname from key where class = 'store' and (confdeltype not in ('a', 'r') or confupdtype not in ('a', 'r'))
                    """,
                    TABLE + "alter table broken add " + MEMBERSHIP_KEY + " on delete cascade",
                    TABLE + "alter table broken add foreign key (other_id) references users (id) on delete set null",
                    TABLE + "alter table broken add " + MEMBERSHIP_KEY + " on update cascade"),
            rule(
                    "a key between store tables has an index",
                    KEYS + """
                    select child, conname from key where class = 'store' and parent_class = 'store' and not exists (
                      select from pg_index i where i.indrelid = conrelid and i.indisvalid
                         and (i.indkey::int2[])[0:cardinality(conkey) - 1] @> conkey and (i.indkey::int2[])[0:cardinality(conkey) - 1] <@ conkey
                         and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\([a-z_]+ IS NOT NULL\\)$'))
                    """,
                    TABLE + "alter table broken add " + MEMBERSHIP_KEY,
                    TABLE + "alter table broken add " + MEMBERSHIP_KEY
                            + "; create index on broken (store_id, other_id) where id <> other_id"),
            rule(
                    "L40 a view asks the rights of whoever reads it",
                    """
                    select relname from pg_class where relnamespace = 'erp'::regnamespace and relkind = 'v'
                       and not coalesce(reloptions, '{}') && array['security_invoker=on', 'security_invoker=true']
                    """,
                    "create view broken as select 1 one",
                    "create view broken with (security_invoker = off) as select 1 one"),
            rule(
                    "L41 there is no materialized view and no foreign table: neither knows row level security",
                    "select relname from pg_class where relnamespace = 'erp'::regnamespace and relkind in ('m', 'f')",
                    "create materialized view broken as select * from memberships"),
            rule(
                    "L42 everything in the schema belongs to the owner who is nobody's login",
                    """
                    select oid::regclass::text from pg_class where relnamespace = 'erp'::regnamespace and relowner <> 'erp_owner'::regrole
                       and relname !~ '^(pg_toast|flyway_schema_history)'
                    union all select oid::regproc::text from pg_proc where pronamespace = 'erp'::regnamespace and proowner <> 'erp_owner'::regrole
                    """,
                    "create table broken (id uuid)",
                    "create function broken() returns int language sql as 'select 1'"),
            rule(
                    "L42 no function is for PUBLIC",
                    """
                    select proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                     where pronamespace = 'erp'::regnamespace and a.grantee = 0
                    """,
                    "create function broken() returns int language sql as 'select 1'"),
            rule(
                    "L42 the default privileges give PUBLIC and the application nothing, not even new functions",
                    """
                    select 'functions of erp_owner' where not exists (select from pg_default_acl where defaclrole = 'erp_owner'::regrole
                       and defaclnamespace = 0 and defaclobjtype = 'f')
                    union all select d.defaclobjtype::text from pg_default_acl d, aclexplode(d.defaclacl) a
                     where a.grantee in (0, 'erp_app'::regrole)
                    """,
                    "alter default privileges for role erp_owner grant execute on functions to public",
                    "alter default privileges for role erp_owner in schema erp grant select on tables to erp_app"),
            rule(
                    "the application's role is an ordinary one that nothing is lent to",
                    """
                    select rolname from pg_roles where rolname = 'erp_app'
                       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                    union all select roleid::regrole::text from pg_auth_members where member = 'erp_app'::regrole
                    """,
                    "alter role erp_app bypassrls",
                    "grant pg_read_all_data to erp_app",
                    "grant erp_owner to erp_app"),
            rule(
                    "the application's role owns nothing and makes nothing, not even a temporary table",
                    """
                    select classid::regclass::text, objid::text from pg_shdepend where refobjid = 'erp_app'::regrole and deptype = 'o'
                    union all select 'makes things in', nspname from pg_namespace where has_schema_privilege('erp_app', oid, 'create')
                    union all select 'makes things in the', 'database' where has_database_privilege('erp_app', current_database(), 'create, temp')
                    """,
                    "create table broken (id uuid); alter table broken owner to erp_app",
                    "grant create on schema public to erp_app",
                    "do $$ begin execute format('grant temp on database %I to public', current_database()); end $$"),
            rule(
                    "L38 nobody counts the rows of others with a sequence",
                    """
                    select relname from pg_class c, aclexplode(coalesce(c.relacl, acldefault('S', c.relowner))) a
                     where relnamespace = 'erp'::regnamespace and relkind = 'S' and a.grantee in (0, 'erp_app'::regrole)
                    """,
                    "create sequence broken; grant usage on broken to erp_app"),
            rule("L43 a partition is reached through its table only, whose policy it does not have", """
                    select relname from pg_class where relispartition and relkind = 'r' and relnamespace = 'erp'::regnamespace
                       and (has_table_privilege('erp_app', oid, 'select, insert, update, delete') or has_any_column_privilege('erp_app', oid, 'select'))
                    """, """
                    create table broken (store_id uuid, id uuid, primary key (store_id, id)) partition by hash (store_id);
                    create table broken_0 partition of broken for values with (modulus 1, remainder 0); grant select on broken_0 to erp_app
                    """),
            rule(
                    "everything is in the one schema that the other rules are about; SchemaLintTest lists what the batch container has",
                    """
                    select c.oid::regclass::text from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and c.relpersistence <> 't'
                       and c.relnamespace not in ('erp'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace, 'batch'::regnamespace)
                    """,
                    "create table public.broken (id uuid)"));

    private TenancyLints() {}
}
