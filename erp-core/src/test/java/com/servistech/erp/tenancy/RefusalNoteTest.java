package com.servistech.erp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Erp;
import com.servistech.erp.audit.AuditEntry;
import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.testkit.ErpFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalNoteTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @Test
    void whoIsDeniedAnActIsOnRecordInTheStoreAndNothingElseOfItRemains() {
        UUID person = UUID.randomUUID();
        UserCaller caller = new UserCaller(
                person, false, Map.of(SHOP.ccs, Role.COURIER), new Origin("request-5", "203.0.113.9", null));
        assertThatThrownBy(() -> SHOP.erp
                        .inStore(caller, SHOP.ccs)
                        .write(s -> s.identity().list(Page.Request.first())))
                .isInstanceOf(Forbidden.class);
        assertThat(notes(SHOP.ccs, person)).singleElement().satisfies(note -> {
            assertThat(note.action()).isEqualTo("access.forbidden");
            assertThat(note.userId()).isEqualTo(person);
            assertThat(note.role()).isEqualTo("COURIER");
            assertThat(note.address()).isEqualTo("203.0.113.9");
            assertThat(note.requestId()).isEqualTo("request-5");
            assertThat(note.newValues()).contains("access.forbidden", "USERS_READ");
        });
    }

    @Test
    void whoReachesForAnotherStoreIsOnRecordInTheChain() {
        UserCaller caller =
                new UserCaller(UUID.randomUUID(), false, Map.of(SHOP.ccs, Role.MANAGER), Origin.of("request-6"));
        assertThatThrownBy(() -> SHOP.erp.inStore(caller, SHOP.vln)).isInstanceOf(Forbidden.class);
        assertThat(notes(StoreId.CHAIN, caller.userId()))
                .singleElement()
                .satisfies(note -> assertThat(note.newValues()).contains("store.forbidden"));
        assertThat(notes(SHOP.vln, caller.userId())).isEmpty();
    }

    @Test
    void whatMustSurviveARefusalIsWrittenThoughTheRefusedWorkIsNot() {
        UnitOfWork unit = new UnitOfWork(
                SHOP.erp.runtime().transactions(),
                SHOP.clock,
                SHOP.caller(SHOP.ccs, Role.MANAGER),
                new Scope.OneStore(SHOP.ccs));
        UUID whom = UUID.randomUUID();
        List<String> after = new ArrayList<>();
        Conflict refusal = new Conflict("test.refused", "No");
        assertThatThrownBy(() -> unit.write(work -> {
                    new RefusalNote("test", whom, "lost", "with the work").writeIn(work);
                    work.afterCommit(() -> after.add("never"));
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(unit.record(refusal, work -> {
                    RefusalNote.of("test", whom, refusal).writeIn(work);
                    work.afterCommit(() -> after.add("committed"));
                }))
                .isSameAs(refusal);
        assertThat(notes(SHOP.ccs, whom))
                .singleElement()
                .satisfies(note -> assertThat(note.newValues()).contains("test.refused"));
        assertThat(after).containsExactly("committed");
    }

    @Test
    void aRefusalStaysWhatTheCallerHearsWhenItCannotBeRecorded() {
        UnitOfWork unit = new UnitOfWork(
                SHOP.erp.runtime().transactions(),
                SHOP.clock,
                SHOP.caller(SHOP.ccs, Role.MANAGER),
                new Scope.OneStore(SHOP.ccs));
        Conflict refusal = new Conflict("test.refused", "No");
        assertThat(unit.record(refusal, work -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .isSameAs(refusal)
                .hasSuppressedException(new IllegalStateException("the disk is full"));
    }

    private static List<AuditEntry> notes(StoreId store, UUID whom) {
        SystemCaller system = SystemCaller.of("test");
        AuditQuery about = new AuditQuery(null, whom, null, null, Page.Request.first());
        Erp.Door door = store.equals(StoreId.CHAIN) ? SHOP.erp.inChain(system) : SHOP.erp.inStore(system, store);
        return door.read(s -> s.audit().list(about)).items();
    }
}
