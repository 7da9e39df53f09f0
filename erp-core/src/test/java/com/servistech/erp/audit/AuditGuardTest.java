package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody changes or deletes what is on record: not the application, not the owner, not a replication role. */
class AuditGuardTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @BeforeAll
    static void somethingIsSealed() {
        SHOP.system(s -> s.audit().seal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update erp.audit_entries set reason = 'x'
        delete from erp.audit_entries
        truncate erp.audit_entries
        truncate erp.audit_entries_other
        update erp.audit_links set hash = 'x'
        delete from erp.audit_links
        truncate erp.audit_links
        update erp.audit_seals set hash = 'x'
        delete from erp.audit_seals
        truncate erp.audit_seals
        truncate erp.stores cascade
        update erp.audit_heads set position = 1
        insert into erp.audit_links select * from erp.audit_links
        insert into erp.audit_seals select * from erp.audit_seals
        """)
    void theApplicationMayNot(String sql) {
        assertThatThrownBy(() -> run("erp_app", SHOP.stack().password("erp_app"), scope(), sql))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        update erp.audit_entries set reason = 'x'
        delete from erp.audit_entries
        truncate erp.audit_entries
        truncate erp.audit_entries_other
        update erp.audit_links set hash = 'x'
        delete from erp.audit_links
        truncate erp.audit_links
        update erp.audit_seals set hash = 'x'
        delete from erp.audit_seals
        truncate erp.audit_seals
        truncate erp.memberships cascade
        truncate erp.customers cascade
        """)
    void notEvenTheOwnerOrAReplicaMay(String sql) {
        String refused = "never changed or deleted";
        assertThatThrownBy(() -> run("postgres", SHOP.stack().superuserPassword(), "set role erp_owner", sql))
                .hasMessageContaining(refused);
        assertThatThrownBy(() -> run(
                        "postgres", SHOP.stack().superuserPassword(), "set session_replication_role = replica", sql))
                .hasMessageContaining(refused);
    }

    private static String scope() {
        return "select erp.enter_scope('{}', true, null, 'SYSTEM', 'by-hand', null, null, false)";
    }

    private static void run(String user, String password, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(SHOP.url(), user, password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.rollback();
        }
    }
}
