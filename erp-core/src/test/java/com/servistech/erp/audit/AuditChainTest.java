package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.stores.StoreChange;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @Test
    void aChangeIsOnRecordWithWhoWhenFromWhereAndTheChainHolds() {
        UUID id = SHOP.as(
                        Role.FRONT_DESK,
                        SHOP.ccs,
                        s -> s.customers().register(new NewCustomer("Ana", "V-15678432", "04141234567", null, null)))
                .id();
        Page<AuditEntry> entries = SHOP.as(
                Role.MANAGER,
                SHOP.ccs,
                s -> s.audit().list(new AuditQuery("customers", id, null, null, Page.Request.first())));
        assertThat(entries.items()).hasSize(1);
        AuditEntry entry = entries.items().get(0);
        assertThat(entry.userId()).isEqualTo(SHOP.person(SHOP.ccs, Role.FRONT_DESK));
        assertThat(entry.role()).isEqualTo("FRONT_DESK");
        assertThat(entry.address()).isEqualTo("10.0.0.1");
        assertThat(entry.newValues()).contains("V-15678432");
        java.util.Optional<Long> broken =
                SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.audit().firstBrokenLink());
        assertThat(broken).isEmpty();
        assertThat(SHOP.as(
                                Role.MANAGER,
                                SHOP.vln,
                                s -> s.audit().list(new AuditQuery(null, id, null, null, Page.Request.first())))
                        .items())
                .isEmpty();
    }

    @Test
    void thePasswordHashIsNeverInTheAudit() {
        assertThat(SHOP.system(s ->
                                s.audit().list(new AuditQuery("users", null, null, null, new Page.Request(100, null))))
                        .items())
                .isNotEmpty()
                .noneMatch(
                        entry -> entry.newValues() != null && entry.newValues().contains("argon2"));
    }

    @Test
    void aRowThatSomebodyChangesBehindTheApplicationIsFound() throws SQLException {
        StoreChange change = new StoreChange("Sede VLN-01", "Calle 2", null, true);
        SHOP.system(s -> s.stores()
                .change(SHOP.vln.value(), s.stores().get(SHOP.vln.value()).version(), change));
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute("alter table erp.audit_entries disable trigger append_only");
            int changed = statement.executeUpdate(
                    "update erp.audit_entries set address = '6.6.6.6'"
                            + " where store_id = '00000000-0000-0000-0000-000000000000' and table_name = 'stores' and operation = 'UPDATE'");
            assertThat(changed).isPositive();
            try (var rs =
                    statement.executeQuery("select erp.first_broken_link('00000000-0000-0000-0000-000000000000')")) {
                rs.next();
                assertThat(rs.getLong(1)).isPositive();
            }
            connection.rollback();
        }
    }
}
