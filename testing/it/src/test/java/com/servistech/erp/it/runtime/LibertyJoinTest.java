package com.servistech.erp.it.runtime;

import static com.servistech.erp.it.runtime.TwoStores.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Erp;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.Work;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work inside a transaction that the host has open, as a batch job's chunk is: its end is the host's alone. */
@ExtendWith(ArquillianExtension.class)
class LibertyJoinTest {

    @Inject
    private Erp erp;

    @Resource(lookup = "jdbc/superuser")
    private DataSource superuser;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction host;

    private TwoStores stores;

    @Deployment
    static WebArchive application() {
        return ContractWar.with(LibertyJoinTest.class);
    }

    @BeforeEach
    void openStores() {
        stores = TwoStores.in(erp);
    }

    @AfterEach
    void endWhatATestLeftOpen() throws Exception {
        if (host.getStatus() != Status.STATUS_NO_TRANSACTION) {
            host.rollback();
        }
    }

    @Test
    void whatWasDoneInAHostsTransactionIsKeptWhenTheHostCommits() throws Exception {
        host.begin();
        UUID ana = stores.inA().join(TwoStores::register);
        assertThat(isKept(ana)).isFalse();
        host.commit();

        assertThat(isKept(ana)).isTrue();
    }

    @Test
    void whatWasDoneInAHostsTransactionIsGoneWhenTheHostRollsBack() throws Exception {
        host.begin();
        UUID ana = stores.inA().join(TwoStores::register);
        host.rollback();

        assertThat(isKept(ana)).isFalse();
    }

    @Test
    void severalJoinsOfOneScopeAreOneTransaction() throws Exception {
        UnitOfWork unit = stores.inA();
        host.begin();
        String first = unit.join(LibertyJoinTest::transaction);
        UUID ana = unit.join(TwoStores::register);
        String second = unit.join(work -> {
            assertThat(work.sql().first(row -> true, "select 1 from erp.customers where id = ?", ana))
                    .isPresent();
            return transaction(work);
        });
        UUID luis = unit.join(TwoStores::register);
        host.commit();

        assertThat(second).isEqualTo(first);
        assertThat(isKept(ana)).isTrue();
        assertThat(isKept(luis)).isTrue();
    }

    @Test
    void theSameTransactionCannotWorkForAnotherStore() throws Exception {
        host.begin();
        stores.inA().join(TwoStores::register);

        assertThatThrownBy(() -> stores.inB().join(TwoStores::register)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameTransactionCannotWorkForAnotherCaller() throws Exception {
        host.begin();
        stores.inA().join(TwoStores::register);

        // the same store, another person of it
        assertThatThrownBy(() -> stores.inA().join(TwoStores::register)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNextTransactionMayWorkForAnotherStore() throws Exception {
        host.begin();
        UUID ana = stores.inA().join(TwoStores::register);
        host.commit();
        host.begin();
        UUID luis = stores.inB().join(TwoStores::register);
        host.commit();

        assertThat(isKept(ana)).isTrue();
        assertThat(isKept(luis)).isTrue();
    }

    @Test
    void joiningNeverMakesTheHostsTransactionReadOnly() throws Exception {
        UnitOfWork unit = stores.inA();
        host.begin();
        assertThat(unit.<String>join(work -> work.sql()
                        .first(row -> row.text("value"), "select current_setting('transaction_read_only') as value")
                        .orElseThrow()))
                .isEqualTo("off");
        UUID ana = unit.join(TwoStores::register);
        host.commit();

        assertThat(isKept(ana)).isTrue();
    }

    @Test
    void aJoinedBodyThatFailsLeavesTheEndToTheHost() throws Exception {
        UnitOfWork unit = stores.inA();
        UUID[] ana = new UUID[1];
        RuntimeException failure = new IllegalArgumentException("one item of many");
        host.begin();
        assertThatThrownBy(() -> unit.join(work -> {
                    ana[0] = register(work);
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(host.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
        host.commit();

        assertThat(isKept(ana[0])).isTrue();
    }

    @Test
    void aTransactionOfOnesOwnIsRefusedInsideTheHostsWhichGoesOn() throws Exception {
        UnitOfWork unit = stores.inA();
        host.begin();
        UUID ana = unit.join(TwoStores::register);
        assertThatThrownBy(() -> unit.write(TwoStores::register)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> unit.read(TwoStores::register)).isInstanceOf(IllegalStateException.class);
        UUID luis = unit.join(TwoStores::register);
        host.commit();

        assertThat(isKept(ana)).isTrue();
        assertThat(isKept(luis)).isTrue();
    }

    @Test
    void aTransactionThatTheHostHasGivenUpCannotBeJoined() throws Exception {
        host.begin();
        host.setRollbackOnly();

        assertThatThrownBy(() -> stores.inA().join(TwoStores::register)).isInstanceOf(IllegalStateException.class);
    }

    private boolean isKept(UUID customer) {
        return new Superuser(superuser).seesCustomer(customer);
    }

    private static String transaction(Work work) {
        return work.sql()
                .first(row -> row.text("id"), "select pg_backend_pid() || ' ' || pg_current_xact_id() as id")
                .orElseThrow();
    }
}
