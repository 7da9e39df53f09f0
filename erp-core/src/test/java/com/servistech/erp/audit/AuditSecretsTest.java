package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.identity.NewUser;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.SystemCaller;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Secrets stay where they are kept: the audit says that there is one and that it was changed, never which. */
class AuditSecretsTest {

    private static final String MARKER = "marker-7f3a9c";

    private final AuditDatabase database = AuditDatabase.copy();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void aMarkerPlantedInEverySecretColumnIsNowhereInTheAudit() throws SQLException {
        person();
        List<String> secrets = secretColumns();
        assertThat(secrets).contains("users.password_hash", "refresh_tokens.token_hash", "idempotency.body");
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = erp");
            statement.execute(
                    "insert into sessions values (gen_random_uuid(), (select id from users limit 1), now(), now(), null)");
            statement.execute(
                    "insert into refresh_tokens values ('x', (select id from sessions limit 1), 1, now(), 'x')");
            statement.execute(
                    "insert into idempotency values ('%s', gen_random_uuid(), gen_random_uuid(), 'POST /x', 'k', 'x', 201, '{}', 'x', now(), now())"
                            .formatted(database.ccs));
            statement.execute(
                    "insert into service_accounts values ('%s', (select id from users limit 1), '{PARTS_READ}', null, now(), null)"
                            .formatted(database.ccs));
            statement.execute(
                    "insert into api_keys values ('%s', gen_random_uuid(), (select id from users limit 1), 'x', 'x', null, now(), now(), null)"
                            .formatted(database.ccs));
            for (String secret : secrets) {
                String[] place = secret.split("[.]");
                String plant = "update %s set %s = '%s'".formatted(place[0], place[1], MARKER);
                assertThat(statement.executeUpdate(plant)).as(secret).isPositive();
            }
        }

        assertThat(database.ask("select count(*) from audit_entries e where e::text like '%" + MARKER + "%'"))
                .isEqualTo("0");
        StringBuilder export = new StringBuilder();
        database.erp()
                .inChain(SystemCaller.of("test"))
                .write(s -> s.audit()
                        .export(com.servistech.erp.tenancy.StoreId.CHAIN, null, null)
                        .writeTo(export));
        assertThat(export).contains("\"users\"").doesNotContain(MARKER, "argon2");
    }

    @Test
    void thatASecretWasChangedIsOnRecord() throws SQLException {
        UUID id = person();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update erp.users set name = 'Eva' where id = '" + id + "'");
            statement.execute("update erp.users set password_hash = '" + MARKER + "' where id = '" + id + "'");
        }

        List<AuditEntry> entries = database.erp()
                .inChain(SystemCaller.of("test"))
                .read(s -> s.audit().list(new AuditQuery("users", id, null, null, Page.Request.first())))
                .items();
        assertThat(entries.get(0).newValues()).contains("\"password_hash\": \"(secret, changed)\"");
        assertThat(entries.get(0).oldValues()).contains("\"password_hash\": \"(secret)\"");
        assertThat(entries.get(1).newValues()).contains("\"password_hash\": \"(secret)\"", "Eva");
        assertThat(entries.get(2).newValues()).contains("\"password_hash\": \"(secret)\"");
    }

    private UUID person() {
        NewUser user =
                new NewUser("Ana", "ana@servistech.test", Role.MANAGER, database.ccs.value(), "correct horse battery");
        return database.erp()
                .inChain(SystemCaller.of("test"))
                .write(s -> s.identity().add(user))
                .id();
    }

    private List<String> secretColumns() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement();
                ResultSet rs = statement.executeQuery("""
                        select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                         where c.relnamespace = 'erp'::regnamespace and col_description(c.oid, a.attnum) like 'secret%'
                        """)) {
            while (rs.next()) {
                found.add(rs.getString(1));
            }
        }
        return found;
    }
}
