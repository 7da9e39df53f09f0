package com.servistech.erp.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.stores.StoreChange;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes on record: who, in which role, from where, for which request, why, and what. */
class AuditRecordTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final AtomicInteger DOCUMENTS = new AtomicInteger(21_000_000);

    @Test
    void aChangeIsOnRecordWithWhoWhenFromWhereAndWhatItWasBefore() {
        UUID user = SHOP.person(SHOP.ccs, Role.FRONT_DESK);
        Origin origin = new Origin("request-" + UUID.randomUUID(), "10.0.0.7", "the customer asked");
        UserCaller desk = new UserCaller(user, false, Map.of(SHOP.ccs, Role.FRONT_DESK), origin);
        NewCustomer ana = customer("Ana");
        UUID id = SHOP.erp
                .inStore(desk, SHOP.ccs)
                .write(s -> s.customers().register(ana))
                .id();
        SHOP.erp
                .inStore(desk, SHOP.ccs)
                .write(s -> s.customers()
                        .update(id, 1, new NewCustomer("Ana María", ana.document(), ana.phone(), null, null)));

        List<AuditEntry> entries = search(SHOP.ccs, about("customers", id));

        assertThat(entries).extracting(AuditEntry::action).containsExactly("UPDATE", "INSERT");
        AuditEntry update = entries.get(0);
        assertThat(update.userId()).isEqualTo(user);
        assertThat(update.role()).isEqualTo("FRONT_DESK");
        assertThat(update.requestId()).isEqualTo(origin.requestId());
        assertThat(update.address()).isEqualTo("10.0.0.7");
        assertThat(update.reason()).isEqualTo("the customer asked");
        assertThat(update.login()).isEqualTo("erp_app");
        assertThat(update.storeId()).isEqualTo(SHOP.ccs.value());
        assertThat(update.oldValues()).contains("\"name\":\"Ana\"").contains("\"version\":1");
        assertThat(update.newValues()).contains("\"name\":\"Ana María\"").contains("\"version\":2");
        assertThat(search(SHOP.vln, about("customers", id)))
                .as("another store sees nothing")
                .isEmpty();
    }

    @Test
    void theAuditIsSearchedByPersonActionRequestAndTime() {
        String request = "request-" + UUID.randomUUID();
        UUID user = SHOP.person(SHOP.ccs, Role.SUPERVISOR);
        UserCaller supervisor =
                new UserCaller(user, false, Map.of(SHOP.ccs, Role.SUPERVISOR), new Origin(request, null, null));
        NewCustomer ana = customer("Ana");
        UUID id = SHOP.erp
                .inStore(supervisor, SHOP.ccs)
                .write(s -> s.customers().register(ana))
                .id();

        AuditEntry entry = only(new AuditQuery(null, null, null, null, request, null, null, first()));
        assertThat(entry.entityId()).isEqualTo(id);
        assertThat(only(new AuditQuery("customers", id, user, "INSERT", request, entry.at(), null, first())))
                .isEqualTo(entry);
        assertThat(search(SHOP.ccs, new AuditQuery(null, id, null, "UPDATE", null, null, null, first())))
                .isEmpty();
        assertThat(search(SHOP.ccs, new AuditQuery(null, id, UUID.randomUUID(), null, null, null, null, first())))
                .isEmpty();
        assertThat(search(SHOP.ccs, new AuditQuery(null, id, null, null, null, null, entry.at(), first())))
                .as("before it")
                .isEmpty();
    }

    @Test
    void theChainReadsTheAuditOfEveryStoreInOneList() {
        UUID inCcs = SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.customers().register(customer("Ana")))
                .id();
        UUID inVln = SHOP.as(Role.FRONT_DESK, SHOP.vln, s -> s.customers().register(customer("Eva")))
                .id();
        SHOP.system(s -> s.stores()
                .change(
                        SHOP.vln.value(),
                        s.stores().get(SHOP.vln.value()).version(),
                        new StoreChange("Sede VLN-01", "Calle 3", null, true)));

        Page<AuditEntry> newest =
                SHOP.system(s -> s.audit().list(new AuditQuery(null, null, null, null, new Page.Request(3, null))));
        assertThat(newest.items())
                .extracting(AuditEntry::storeId, AuditEntry::entityId)
                .containsExactly(
                        tuple(StoreId.CHAIN.value(), SHOP.vln.value()),
                        tuple(SHOP.vln.value(), inVln),
                        tuple(SHOP.ccs.value(), inCcs));
        Page<AuditEntry> next = SHOP.system(s ->
                s.audit().list(new AuditQuery(null, null, null, null, new Page.Request(1, newest.nextCursor()))));
        assertThat(Long.parseLong(next.items().get(0).id()))
                .isLessThan(Long.parseLong(newest.items().get(2).id()));
    }

    @Test
    void rowsThatOneStatementAddedAreFoundOneByOne() throws SQLException {
        UUID id = UUID.randomUUID();
        application(
                SHOP.ccs,
                "insert into erp.journal_entries (store_id, id, business_day, posted_at, kind, document_id)"
                        + " select '%s', i, current_date, now(), 'TEST', gen_random_uuid() from unnest(array['%s', gen_random_uuid()]::uuid[]) i"
                                .formatted(SHOP.ccs, id));

        AuditEntry entry = search(SHOP.ccs, about("journal_entries", id)).get(0);
        assertThat(entry.entityId()).isNull();
        assertThat(entry.entityIds()).hasSize(2).contains(id);
        assertThat(entry.rows()).isEqualTo(2);
        assertThat(entry.rowsSha256()).hasSize(64);
    }

    @Test
    void aRowThatGetsAnotherIdIsOnRecordUnderBoth() throws SQLException {
        UUID before = SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.customers().register(customer("Ana")))
                .id();
        UUID after = UUID.randomUUID();
        application(SHOP.ccs, "update erp.customers set id = '%s' where id = '%s'".formatted(after, before));

        AuditEntry gone = search(SHOP.ccs, about("customers", before)).get(0);
        AuditEntry come = search(SHOP.ccs, about("customers", after)).get(0);
        assertThat(gone.action()).isEqualTo("UPDATE");
        assertThat(gone.oldValues()).contains(before.toString());
        assertThat(gone.newValues()).isNull();
        assertThat(come.oldValues()).isNull();
        assertThat(come.newValues()).contains(after.toString());
    }

    @Test
    void whatOthersSayCannotLookLikeAnotherLine() {
        String forged = "x\r\n[\"entry\",1,\"forged\"]\u2028\u0085\n";
        UserCaller desk = new UserCaller(
                SHOP.person(SHOP.ccs, Role.FRONT_DESK),
                false,
                Map.of(SHOP.ccs, Role.FRONT_DESK),
                new Origin(forged, forged, forged));
        NewCustomer ana = customer("Ana");
        UUID id = SHOP.erp
                .inStore(desk, SHOP.ccs)
                .write(s -> s.customers().register(ana))
                .id();

        AuditEntry entry = search(SHOP.ccs, about("customers", id)).get(0);
        assertThat(List.of(entry.requestId(), entry.address(), entry.reason()))
                .allSatisfy(text -> assertThat(text).hasLineCount(1).contains("[\"entry\"", "forged"));
    }

    @Test
    void aNoteSaysWhatHappenedAndItsAuthorCannotChooseWhoOrWhen() throws SQLException {
        UUID about = UUID.randomUUID();
        SHOP.as(Role.TECHNICIAN, SHOP.ccs, s -> {
            s.audit().note(new AuditNote("credentials.revealed", "devices", about, Map.of("why", "battery test")));
            return null;
        });

        AuditEntry note = search(SHOP.ccs, about("devices", about)).get(0);
        assertThat(note.action()).isEqualTo("credentials.revealed");
        assertThat(note.newValues()).contains("battery test");
        assertThat(note.userId()).isEqualTo(SHOP.person(SHOP.ccs, Role.TECHNICIAN));
        assertThat(note.role()).isEqualTo("TECHNICIAN");

        assertThatThrownBy(() -> application(
                        SHOP.ccs,
                        "insert into erp.audit_entries (store_id, statement_row, table_name, operation, user_id)"
                                + " values ('%s', 1, 'payments', 'INSERT', gen_random_uuid())".formatted(SHOP.ccs)))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application(
                        SHOP.ccs, "select erp.note_audit('%s', 'x', 'devices', null, null)".formatted(SHOP.vln)))
                .hasMessageContaining("outside the scope");
    }

    @Test
    void somebodyWhoHasNotSignedInLeavesANoteWithTheChain() {
        SHOP.erp
                .outside(new com.servistech.erp.tenancy.PublicCaller("sign-in", new Origin("r-1", "6.6.6.6", null)))
                .write(s -> {
                    s.audit().note(new AuditNote("sign-in.refused", "users", null, Map.of()));
                    return null;
                });

        AuditEntry note = SHOP.system(s ->
                        s.audit().list(new AuditQuery(null, null, null, "sign-in.refused", null, null, null, first())))
                .items()
                .get(0);
        assertThat(note.storeId()).isEqualTo(StoreId.CHAIN.value());
        assertThat(note.role()).isEqualTo("PUBLIC");
        assertThat(note.address()).isEqualTo("6.6.6.6");
    }

    @Test
    void whatIsDoneByHandSaysWhoseHandItWas() throws SQLException {
        UUID id = SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.customers().register(customer("Ana")))
                .id();
        superuser("update erp.customers set name = 'Eva' where id = '%s'".formatted(id));

        AuditEntry entry = search(SHOP.ccs, about("customers", id)).get(0);
        assertThat(entry.login()).isEqualTo("postgres");
        assertThat(entry.userId()).isNull();
        assertThat(entry.role()).isNull();
    }

    @Test
    void aReplicationRoleDoesNotPassTheAuditBy() throws SQLException {
        UUID id = SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.customers().register(customer("Ana")))
                .id();
        superuser(
                "set session_replication_role = replica",
                "update erp.customers set name = 'Eva' where id = '%s'".formatted(id));

        assertThat(search(SHOP.ccs, about("customers", id)))
                .extracting(AuditEntry::action)
                .containsExactly("UPDATE", "INSERT");
        assertThat(SHOP.as(Role.MANAGER, SHOP.ccs, s -> s.audit().verify()).findings())
                .isEmpty();
    }

    private static AuditQuery about(String entity, UUID id) {
        return new AuditQuery(entity, id, null, null, first());
    }

    private static Page.Request first() {
        return Page.Request.first();
    }

    private static AuditEntry only(AuditQuery query) {
        List<AuditEntry> found = search(SHOP.ccs, query);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<AuditEntry> search(StoreId store, AuditQuery query) {
        return SHOP.as(Role.MANAGER, store, s -> s.audit().list(query)).items();
    }

    private static NewCustomer customer(String name) {
        return new NewCustomer(name, "V-" + DOCUMENTS.incrementAndGet(), "04141234567", null, null);
    }

    private static void application(StoreId store, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "erp_app", SHOP.stack().password("erp_app"));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select erp.enter_scope(array['%s']::uuid[], false, null, 'SYSTEM', 'by-hand', null, null, false)"
                            .formatted(store));
            statement.execute(sql);
            connection.commit();
        }
    }

    private static void superuser(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
