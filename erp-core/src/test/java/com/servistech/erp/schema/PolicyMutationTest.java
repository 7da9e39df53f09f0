package com.servistech.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.local.LocalStack;
import com.servistech.erp.schema.ScratchDatabase.Column;
import com.servistech.erp.schema.ScratchDatabase.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every policy counts: with it the application, asking for everything, neither sees nor touches the row of another
 * store; without it, it does. So a probe that sees nothing proves something.
 */
class PolicyMutationTest {

    private static final String SCOPE = """
            select set_config('app.store_ids', '{0193a5c2-aaaa-7000-8000-000000000000}', true), set_config('app.role', 'FRONT_DESK', true),
                   set_config('app.user_id', '0193a5c2-bbbb-7000-8000-000000000000', true)
            """;

    private static final String POLICIES = """
            select polrelid::regclass::text relname, polname, polcmd, pg_get_expr(polqual, polrelid) qual, pg_get_expr(polwithcheck, polrelid) checked
              from pg_policy where 'erp_app'::regrole = any (polroles)
            """;

    private static ScratchDatabase scratch;
    private static List<Table> tables;

    @BeforeAll
    static void make() throws SQLException {
        scratch = ScratchDatabase.of(LocalStack.shared());
        tables = scratch.tables();
        scratch.connection().setAutoCommit(false);
    }

    @AfterAll
    static void end() throws SQLException {
        scratch.close();
    }

    @Test
    void L18_theApplicationAskingForEverythingReachesNothingOfAnotherStore() throws SQLException {
        List<String> reached = new ArrayList<>();
        for (Table table : tables) {
            for (String probe : probes(table)) {
                if (reaches(null, probe)) {
                    reached.add(probe);
                }
            }
        }
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(reached).isEmpty();
    }

    @Test
    void eachPolicyInTurnIsAllThatStandsBetweenTheApplicationAndThatRow() throws SQLException {
        List<String> idle = new ArrayList<>();
        Map<String, Table> mutants = mutants();
        for (Map.Entry<String, Table> mutant : mutants.entrySet()) {
            boolean noticed = false;
            for (String probe : probes(mutant.getValue())) {
                noticed = noticed || reaches(mutant.getKey(), probe);
            }
            if (!noticed) {
                idle.add(mutant.getKey());
            }
        }
        assertThat(mutants).hasSizeGreaterThan(60);
        assertThat(idle).isEmpty();
    }

    private static Map<String, Table> mutants() throws SQLException {
        Map<String, Table> mutants = new LinkedHashMap<>();
        for (Map<String, String> policy : scratch.ask(POLICIES)) {
            String name = policy.get("relname").replace("erp.", "");
            Table table = tables.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            String alter = "alter policy " + policy.get("polname") + " on erp." + name;
            boolean update = policy.get("polcmd").equals("w");
            if (update) {
                mutants.put(alter + " using (true) with check (true)", table);
            } else if (policy.get("qual") != null && !"true".equals(policy.get("qual"))) {
                mutants.put(alter + " using (true)", table);
            }
            if (!update && policy.get("checked") != null && mayInsert(table)) {
                mutants.put(alter + " with check (true)", table);
            }
        }
        tables.stream()
                .filter(table -> table.kind().equals("store"))
                .forEach(
                        table -> mutants.put("alter table erp." + table.name() + " disable row level security", table));
        return mutants;
    }

    /** Whatever the application has the right to do with a table, without saying to which rows. */
    private static List<String> probes(Table table) {
        List<String> probes = new ArrayList<>();
        if (table.kind().equals("store") && table.columns().stream().anyMatch(Column::reads)) {
            probes.add("select 1 from erp." + table.name());
        }
        table.columns().stream()
                .filter(column -> column.updates() && column.reads())
                .findFirst()
                .ifPresent(column ->
                        probes.add("update erp.%s set %s = %s".formatted(table.name(), column.name(), column.name())));
        if (mayInsert(table)) {
            probes.add(table.insert(Column::inserts));
        }
        if (table.deletes()) {
            probes.add("delete from erp." + table.name());
        }
        return probes;
    }

    private static boolean mayInsert(Table table) {
        return table.columns().stream().anyMatch(Column::inserts);
    }

    /** Whether the probe finds or writes a row, with the change to the schema in force; all of it is undone. */
    private static boolean reaches(String change, String probe) throws SQLException {
        try (Statement statement = scratch.connection().createStatement()) {
            if (change != null) {
                statement.execute(change);
            }
            statement.execute(SCOPE);
            statement.execute("set local role erp_app");
            return statement.execute(probe) ? statement.getResultSet().next() : statement.getUpdateCount() > 0;
        } catch (SQLException e) {
            if (e.getSQLState().equals("42501")) {
                return false;
            }
            throw e;
        } finally {
            scratch.connection().rollback();
        }
    }
}
