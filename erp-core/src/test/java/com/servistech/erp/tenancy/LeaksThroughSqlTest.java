package com.servistech.erp.tenancy;

import static com.servistech.erp.tenancy.TwoShops.A;
import static com.servistech.erp.tenancy.TwoShops.B;
import static com.servistech.erp.tenancy.TwoShops.MARKER;
import static com.servistech.erp.tenancy.TwoShops.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Whoever sends SQL as the application, in the scope of store A, learns nothing of store B. */
class LeaksThroughSqlTest {

    private static final String NEW_CUSTOMER =
            "insert into erp.customers (store_id, id, name, document, phone, created_at, updated_at)"
                    + " values (?, ?, 'Ana', ?, '+584141234567', now(), now())";

    private static final String NEW_DEVICE =
            "insert into erp.devices (store_id, id, customer_id, type, brand, model, created_at, updated_at)"
                    + " values (?, ?, ?, 'PHONE', 'x', 'x', now(), now())";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private UUID theirs;
    private AppConnection app;

    @BeforeEach
    void open() throws SQLException {
        theirs = TwoShops.customer(B, MARKER);
        app = AppConnection.to(SHOP);
    }

    @AfterEach
    void close() throws SQLException {
        app.close();
    }

    @Test
    void L06_aRowDoesNotMoveToAnotherStore() throws SQLException {
        UUID ours = TwoShops.customer(A, "Ana");
        app.in(A);
        assertThat(app.refusal("update erp.customers set store_id = ? where id = ?", B.value(), ours))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(app.refusal(NEW_CUSTOMER, B.value(), UUID.randomUUID(), TwoShops.document()))
                .isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @CsvSource({"'', 00000", "x, 22P02", "2147483648, 22P02", "'{}', 00000", "'{NULL}', 00000", "'{*}', 22P02"})
    void L19_aScopeThatIsNoneReadsNothing(String stores, String state) throws SQLException {
        app.ask("select set_config('app.store_ids', ?, true)", stores);
        assertThat(app.refusal("select id from erp.customers")).isEqualTo(state);
        if (state.equals("00000")) {
            assertThat(app.ask("select id from erp.customers")).isEmpty();
        }
    }

    @Test
    void L21_aScopeThatIsEnteredOutsideOfATransactionIsGoneBeforeTheNextStatement() throws SQLException {
        app.jdbc().setAutoCommit(true);
        app.ask("select set_config('app.store_ids', ?, true)", "{" + B + "}");
        assertThat(app.ask("select id from erp.customers")).isEmpty();
    }

    @Test
    void L34_aKeyThatAnotherStoreHasIsRefusedInTheWordsForOneThatNobodyHas() throws SQLException {
        String unknown = UUID.randomUUID().toString();
        String words = "";
        for (String customer : List.of(theirs.toString(), unknown)) {
            app.in(A);
            try {
                app.ask(NEW_DEVICE, A.value(), UUID.randomUUID(), UUID.fromString(customer));
                app.ask("set constraints all immediate");
            } catch (SQLException e) {
                String said = e.getMessage().replace(customer, "ID");
                assertThat(words).isIn("", said);
                words = said;
            }
        }
        assertThat(words).contains("foreign key");
    }

    @Test
    void L36_whatAnotherStoreHasIsNoConflict() throws SQLException {
        app.in(A);
        String document = TwoShops.document();
        assertThat(app.ask(
                        NEW_CUSTOMER + " on conflict do nothing returning id",
                        A.value(),
                        UUID.randomUUID(),
                        theirDocument()))
                .hasSize(1);
        assertThat(app.ask(NEW_CUSTOMER + " on conflict do nothing returning id", A.value(), theirs, document))
                .hasSize(1);
    }

    @Test
    void L42_nobodyPutsATableOrAFunctionInTheWayOfOneThatWorksAsTheOwner() throws SQLException {
        app.in(A);
        for (String schema : List.of("pg_temp", "public", "erp")) {
            assertThat(app.refusal("create table " + schema + ".users (email text)"))
                    .as(schema)
                    .isEqualTo(INSUFFICIENT_PRIVILEGE);
            assertThat(app.refusal(
                            "create function " + schema + ".lower(text) returns text language sql as 'select 1'"))
                    .as(schema)
                    .isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
        assertThat(app.refusal("select password_hash from erp.users")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(app.refusal("set role erp_owner")).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / case when name = 'Ponzoña' then 0 else 1 end >= 0",
                "case when name = 'Ponzoña' then name::int else 1 end = 1"
            })
    void L44_aConditionThatFailsOnAnotherStoresRowIsNeverAskedOfIt(String condition) throws SQLException {
        app.in(A);
        assertThat(app.refusal("select id from erp.customers where " + condition))
                .isEqualTo("00000");
        app.in(B);
        assertThat(app.ask("select 1 from erp.customers where name = ?", MARKER))
                .isNotEmpty();
    }

    @Test
    void L45_statisticsAndTheStatementsOfOthersShowNoValues() throws SQLException {
        try (AppConnection other = AppConnection.to(SHOP)) {
            other.in(B).ask("select id from erp.customers where name = ?", MARKER);
            assertThat(app.ask("select query from pg_stat_activity where query like '%erp.customers where name%'"))
                    .isNotEmpty()
                    .noneMatch(query -> query.contains(MARKER));
        }
        assertThat(app.ask("select tablename from pg_stats where schemaname = 'erp' and tablename = 'customers'"))
                .isEmpty();
        assertThat(app.refusal("select stavalues1 from pg_statistic")).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void L46_copyTakesWhatTheScopeHasAndNothingGoesRoundRowSecurity() throws Exception {
        UUID ours = TwoShops.customer(A, "Ana");
        app.in(A);
        StringWriter copied = new StringWriter();
        app.jdbc()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select * from erp.customers) to stdout", copied);
        assertThat(copied.toString()).contains(ours.toString()).doesNotContain(MARKER, theirs.toString());
        assertThat(app.refusal("copy erp.customers (store_id) from stdin")).isEqualTo("0A000");
        assertThat(app.refusal("copy (select 1) to program 'cat'")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        app.ask("set local row_security = off");
        assertThat(app.refusal("select id from erp.customers")).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temp table kept (x text)",
                "select lo_create(4711)",
                "select lo_creat(-1)",
                "select lo_from_bytea(0, 'x')",
                "truncate erp.customers",
                "truncate erp.audit_entries",
                "select pg_read_file('/etc/passwd')",
                "alter table erp.customers disable row level security",
                "create policy mine on erp.customers using (true)",
                "set session authorization postgres",
                "set session_replication_role = replica"
            })
    void L46_L48_nothingIsLeftForTheNextOfTheConnectionAndNoRuleIsSwitchedOff(String sql) throws SQLException {
        app.in(A);
        assertThat(app.refusal(sql)).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    @Test
    void L47_anothersRowIsLookedForAsOneThatIsNotThere() throws SQLException {
        List<String> foreign = plan(theirs);
        assertThat(foreign).isEqualTo(plan(UUID.randomUUID()));
        assertThat(foreign)
                .as("the index is asked for the store and the id at once: the row itself is not read")
                .anyMatch(line -> line.contains("Index Cond: ((store_id = ANY") && line.contains("(id = "))
                .noneMatch(line -> line.contains("Rows Removed"));
    }

    @Test
    void L48_aPlanThatWasMadeInOneScopeShowsInTheNextOnlyThatScopesRows() throws SQLException {
        app.ask("prepare everybody as select name from erp.customers order by name");
        for (int i = 0; i < 7; i++) {
            app.in(A);
            assertThat(app.ask("execute everybody")).doesNotContain(MARKER);
        }
        app.in(B);
        assertThat(app.ask("execute everybody")).contains(MARKER);
        app.in(A);
        assertThat(app.ask("execute everybody")).doesNotContain(MARKER);
        app.jdbc().rollback();
        assertThat(app.ask("execute everybody")).isEmpty();
    }

    private String theirDocument() {
        return SHOP.as(Role.FRONT_DESK, B, s -> s.customers().get(theirs)).document();
    }

    private List<String> plan(UUID id) throws SQLException {
        app.in(A);
        // a table of a few rows is read as it comes; this is how one of a shop's size is
        app.ask("set local enable_seqscan = off");
        app.ask("set local enable_bitmapscan = off");
        return app
                .ask("explain (analyze, costs off, timing off, summary off) select * from erp.customers where id = '"
                        + id + "'")
                .stream()
                .map(line -> line.replace(id.toString(), "ID"))
                .toList();
    }
}
