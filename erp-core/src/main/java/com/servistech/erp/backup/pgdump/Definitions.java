package com.servistech.erp.backup.pgdump;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a database consists of besides its rows, one line for each thing, the same wherever it was restored. */
final class Definitions {

    private static final String OURS =
            "select oid from pg_catalog.pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'";

    /** Tables that hold rows themselves, by the name that COPY statements use. */
    static final String TABLES = """
            select pg_catalog.format('%%I.%%I', n.nspname, c.relname) from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and c.relpersistence = 'p' and n.oid in (%s) order by 1
            """.formatted(OURS);

    /** By kind. */
    static final Map<String, String> QUERIES = queries();

    private Definitions() {}

    private static Map<String, String> queries() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("columns", """
                select concat_ws(' ', a.attrelid::regclass, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                                 a.attidentity, pg_get_expr(d.adbin, d.adrelid))
                  from pg_attribute a join pg_class c on c.oid = a.attrelid
                  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                 where c.relnamespace in (%s) and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
                """);
        queries.put("constraints", """
                select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
                 where connamespace in (%s)
                """);
        queries.put("indexes", """
                select pg_get_indexdef(oid) from pg_class where relkind in ('i', 'I') and relnamespace in (%s)
                """);
        queries.put("policies", """
                select concat_ws(' ', p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive,
                                 array(select r::regrole::text from unnest(p.polroles) r order by 1),
                                 pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
                  from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace in (%s)
                """);
        queries.put("tables", """
                select concat_ws(' ', oid::regclass, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity,
                                 obj_description(oid, 'pg_class'))
                  from pg_class where relkind in ('r', 'p', 'v', 'S') and relnamespace in (%s)
                """);
        queries.put("triggers", """
                select concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) from pg_trigger t join pg_class c on c.oid = t.tgrelid
                 where not t.tgisinternal and c.relnamespace in (%s)
                """);
        queries.put("functions", """
                select concat_ws(' ', pg_get_functiondef(oid), proowner::regrole) from pg_proc
                 where prokind in ('f', 'p') and pronamespace in (%s)
                """);
        queries.put("grants", """
                select concat_ws(' ', c.oid::regclass, x.grantee::regrole, x.privilege_type, x.is_grantable)
                  from pg_class c, aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) x
                 where c.relkind in ('r', 'p', 'v', 'S') and c.relnamespace in (%1$s)
                union all
                select concat_ws(' ', a.attrelid::regclass, a.attname, x.grantee::regrole, x.privilege_type)
                  from pg_attribute a join pg_class c on c.oid = a.attrelid, aclexplode(a.attacl) x where c.relnamespace in (%1$s)
                union all
                select concat_ws(' ', p.oid::regprocedure, x.grantee::regrole, x.privilege_type)
                  from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x where p.pronamespace in (%1$s)
                """);
        queries.put("roles", """
                select concat_ws(' ', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolbypassrls)
                  from pg_roles where rolname like 'erp\\_%%'
                """);
        queries.replaceAll(
                (kind, sql) -> "select d from (" + sql.formatted(OURS) + ") x(d) order by d collate pg_catalog.\"C\"");
        return queries;
    }
}
