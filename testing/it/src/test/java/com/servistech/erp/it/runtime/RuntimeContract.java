package com.servistech.erp.it.runtime;

import static com.servistech.erp.it.runtime.TwoStores.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every runtime promises. Its pool has one connection, so each unit of work meets the traces of the last. */
abstract class RuntimeContract {

    private TwoStores stores;

    abstract Erp erp();

    abstract Superuser superuser();

    @BeforeEach
    void openStores() {
        stores = TwoStores.in(erp());
    }

    @Test
    void whatWasWrittenIsThereForWhoeverReadsLater() {
        UUID ana = stores.inA().write(TwoStores::register);

        assertThat(stores.inA().<Boolean>read(work -> sees(work, ana))).isTrue();
        assertThat(superuser().seesCustomer(ana)).isTrue();
    }

    @Test
    void workThatFailsLeavesNothingBehindAndItsFailureArrivesUnchanged() {
        UUID[] ana = new UUID[1];
        RuntimeException failure = new IllegalArgumentException("half way");

        assertThatThrownBy(() -> stores.inA().write(work -> {
                    ana[0] = register(work);
                    assertThat(sees(work, ana[0])).isTrue();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(superuser().seesCustomer(ana[0])).isFalse();
    }

    @Test
    void evenAnErrorOfTheMachineLeavesNothingBehind() {
        UUID[] ana = new UUID[1];
        Error failure = new AssertionError("the machine");

        assertThat(catchThrowable(() -> stores.inA().write(work -> {
                    ana[0] = register(work);
                    throw failure;
                })))
                .isSameAs(failure);

        assertThat(superuser().seesCustomer(ana[0])).isFalse();
        assertThat(stores.inA().<Boolean>read(work -> sees(work, ana[0]))).isFalse();
    }

    @Test
    void whatTheDatabaseRefusesOnlyAtTheCommitFailsAndLeavesNothingBehind() {
        UUID[] ana = new UUID[1];

        Throwable failure = catchThrowable(() -> stores.inA().write(work -> {
            ana[0] = register(work);
            // a journal entry that does not add up to zero: its trigger waits for the commit
            return work.sql().update("""
                            with entry as (
                              insert into erp.journal_entries (store_id, id, business_day, posted_at, kind, document_id)
                              values (?, ?, current_date, now(), 'CONTRACT', gen_random_uuid()) returning store_id, id)
                            insert into erp.journal_lines (store_id, id, entry_id, position, account, currency, amount, ves)
                            select store_id, gen_random_uuid(), id, 0, 'SALES', 'VES', 1, 1 from entry
                            """, work.store(), work.newId());
        }));

        assertThat(SqlFailure.stateOf(failure)).as("%s", failure).contains("23514");
        assertThat(superuser().seesCustomer(ana[0])).isFalse();
    }

    @Test
    void aReadCannotWriteAndTheNextWriteCan() {
        UUID[] ana = new UUID[1];

        Throwable failure = catchThrowable(() -> stores.inA().read(work -> ana[0] = register(work)));

        assertThat(SqlFailure.stateOf(failure)).as("%s", failure).contains("25006");
        UUID luis = stores.inA().write(TwoStores::register);
        assertThat(superuser().seesCustomer(luis)).isTrue();
    }

    @Test
    void theRowsOfAStoreAreSeenInItsOwnScopeOnly() {
        int[] connection = new int[1];
        UUID ana = stores.inA().write(work -> {
            connection[0] = pid(work);
            return register(work);
        });

        assertThat(stores.inB().<Boolean>read(work -> {
                    assertThat(pid(work)).isEqualTo(connection[0]);
                    return sees(work, ana);
                }))
                .isFalse();
        stores.inA().read(work -> sees(work, ana));
        assertThat(stores.outside().<Boolean>read(work -> sees(work, ana))).isFalse();
        stores.inA().read(work -> sees(work, ana));
        assertThat(withoutScope("select count(*) from erp.customers")).isEqualTo("0");
    }

    /** L25: a cache shared between units of work would find it. */
    @Test
    void theObjectOfAStoreIsNotFoundByItsIdFromAnother() {
        UUID ana = stores.inA().write(TwoStores::register);
        Class<?> customer = erp().runtime().transactions().run(RuntimeContract::customerType);

        assertThat(stores.inA().<Boolean>read(work -> work.find(customer, ana).isPresent()))
                .isTrue();
        assertThat(stores.inB().<Boolean>read(work -> work.find(customer, ana).isPresent()))
                .isFalse();
        assertThat(stores.outside()
                        .<Boolean>read(work -> work.find(customer, ana).isPresent()))
                .isFalse();
        assertThat(stores.inA().<Boolean>read(work -> work.find(customer, ana).isPresent()))
                .isTrue();
    }

    @Test
    void aRowForAnotherStoreIsRefusedByTheDatabase() {
        UUID ana = stores.inA().write(TwoStores::register);

        Throwable insert = catchThrowable(() -> stores.inA()
                .write(work -> work.sql()
                        .update(
                                "insert into erp.customers (store_id, id, name, document, phone, created_at, updated_at)"
                                        + " values (?, ?, 'Ana', 'V-12345678', '+584141234567', now(), now())",
                                stores.b,
                                work.newId())));
        Throwable update = catchThrowable(() -> stores.inA()
                .write(work -> work.sql().update("update erp.customers set store_id = ? where id = ?", stores.b, ana)));

        assertThat(SqlFailure.stateOf(insert)).as("%s", insert).contains("42501");
        assertThat(SqlFailure.stateOf(update)).as("%s", update).contains("42501");
    }

    @Test
    void everythingInOneUnitOfWorkIsOneTransactionOnOneConnection() {
        String where = "select pg_backend_pid() || ' ' || pg_current_xact_id()";

        erp().runtime().transactions().run(em -> {
            String first = sql(em, where);
            assertThat(em.createNativeQuery(where).getSingleResult()).isEqualTo(first);
            em.flush();
            assertThat(sql(em, where)).isEqualTo(first);
            return null;
        });
        assertThat(stores.inA().<Boolean>write(work -> {
                    UUID ana = register(work);
                    return work.sql()
                            .first(
                                    row -> row.bool("same"),
                                    "select xmin::text = pg_current_xact_id()::xid::text same from erp.customers"
                                            + " where id = ?",
                                    ana)
                            .orElseThrow();
                }))
                .isTrue();
    }

    @Test
    void whatOthersCommitIsSeenByTheNextStatement() {
        UUID ana = stores.inA().write(TwoStores::register);

        assertThat(stores.inA().<String>write(work -> {
                    assertThat(name(work, ana)).isEqualTo("Ana Pérez");
                    superuser().rename(ana, "Ana Mora");
                    return name(work, ana);
                }))
                .isEqualTo("Ana Mora");
        assertThat(stores.inA().<String>read(work -> setting(work, "transaction_isolation")))
                .isEqualTo("read committed");
    }

    @Test
    void nothingOfACallerStaysOnTheConnection() {
        stores.inA().write(TwoStores::register);
        assertThatNothingStayed();
        stores.inA().read(work -> setting(work, "app.role"));
        assertThatNothingStayed();
        catchThrowable(() -> stores.inA().write(work -> {
            register(work);
            throw new IllegalArgumentException("half way");
        }));
        assertThatNothingStayed();
    }

    private void assertThatNothingStayed() {
        for (String name : new String[] {"store_ids", "user_id", "role", "request_id", "address", "reason", "joined"}) {
            assertThat(withoutScope("select coalesce(current_setting('app." + name + "', true), '')"))
                    .as(name)
                    .isEmpty();
        }
        assertThat(withoutScope("select current_setting('transaction_read_only')"))
                .isEqualTo("off");
        assertThat(withoutScope("select coalesce(string_agg(name, ','), '') from pg_settings where source = 'session'"))
                .isEmpty();
    }

    @Test
    void theAuditSaysWhoInWhichRoleForWhichRequestFromWhereAndWhy() {
        UUID user = UUID.randomUUID();
        Origin origin = new Origin("request-" + user, "10.0.0.7", "the customer asked");
        UserCaller desk = new UserCaller(user, false, Map.of(stores.a, Role.FRONT_DESK), origin);

        UUID ana = stores.unit(desk, new Scope.OneStore(stores.a)).write(TwoStores::register);

        assertThat(superuser()
                        .ask(
                                "select concat_ws('|', store_id, user_id, role, request_id, address, reason)"
                                        + " from erp.audit_entries where table_name = 'customers' and entity_id = ?::uuid",
                                ana.toString()))
                .isEqualTo(stores.a + "|" + user + "|FRONT_DESK|request-" + user + "|10.0.0.7|the customer asked");
    }

    @Test
    void aStoreThatDoesNotExistIsForbidden() {
        StoreId nowhere = new StoreId(UUID.randomUUID());

        assertThatThrownBy(() ->
                        erp().inStore(SystemCaller.of("contract"), nowhere).read(s -> s.today()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() ->
                        erp().inStore(SystemCaller.of("contract"), nowhere).write(s -> s.today()))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aConnectionLostOnTheWayIsUnavailableAndTheNextWorkGoesOn() {
        UUID[] ana = new UUID[1];

        assertThatThrownBy(() -> stores.inA().write(work -> {
                    ana[0] = register(work);
                    superuser().endConnection(pid(work));
                    return sees(work, ana[0]);
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(superuser().seesCustomer(ana[0])).isFalse();
        UUID luis = stores.inA().write(TwoStores::register);
        assertThat(superuser().seesCustomer(luis)).isTrue();
    }

    @Test
    void aConnectionLostJustBeforeTheCommitIsUnavailableAndTheNextWorkGoesOn() {
        UUID[] ana = new UUID[1];

        assertThatThrownBy(() -> stores.inA().write(work -> {
                    ana[0] = register(work);
                    superuser().endConnection(pid(work));
                    return null;
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(superuser().seesCustomer(ana[0])).isFalse();
        UUID luis = stores.inA().write(TwoStores::register);
        assertThat(superuser().seesCustomer(luis)).isTrue();
    }

    @Test
    void aConnectionThatDiedInThePoolCostsOneRefusalAtMost() {
        superuser().endConnection(stores.inA().<Integer>read(RuntimeContract::pid));

        Throwable failure = catchThrowable(() -> stores.inA().write(TwoStores::register));

        if (failure != null) {
            assertThat(failure).isInstanceOf(Unavailable.class);
        }
        UUID luis = stores.inA().write(TwoStores::register);
        assertThat(superuser().seesCustomer(luis)).isTrue();
    }

    @Test
    void withoutAnOpenTransactionOfAHostThereIsNothingToJoin() {
        assertThatThrownBy(() -> stores.inA().join(TwoStores::register)).isInstanceOf(IllegalStateException.class);
    }

    /** No test of another package may name it: the type is the feature's own. */
    private static Class<?> customerType(EntityManager em) {
        return em.getMetamodel().getEntities().stream()
                .filter(entity -> entity.getName().equals("Customer"))
                .findFirst()
                .orElseThrow()
                .getJavaType();
    }

    private static boolean sees(Work work, UUID customer) {
        return work.sql()
                .first(row -> true, "select 1 from erp.customers where id = ?", customer)
                .isPresent();
    }

    private static String name(Work work, UUID customer) {
        return work.sql()
                .first(row -> row.text("name"), "select name from erp.customers where id = ?", customer)
                .orElseThrow();
    }

    private static String setting(Work work, String name) {
        return work.sql()
                .first(row -> row.text("value"), "select current_setting(?) as value", name)
                .orElseThrow();
    }

    private static int pid(Work work) {
        return work.sql()
                .first(row -> row.integer("pid"), "select pg_backend_pid() pid")
                .orElseThrow();
    }

    /** What a transaction sees that never entered a scope. */
    private String withoutScope(String sql) {
        return erp().runtime().transactions().run(em -> sql(em, sql));
    }

    private static String sql(EntityManager em, String sql) {
        try (var statement = em.unwrap(Connection.class).createStatement();
                ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getString(1);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
