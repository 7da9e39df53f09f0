package com.servistech.erp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.customers.CustomerQuery;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import com.servistech.erp.identity.UserCard;
import com.servistech.erp.testkit.ErpFixture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who works in several stores reads all of them at once and changes one at a time. */
class SeveralStoresTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final Set<StoreId> BOTH = Set.of(SHOP.ccs, SHOP.vln);

    private final UserCaller regional = caller(Role.REGIONAL_MANAGER, Role.REGIONAL_MANAGER);

    @Test
    void aRegionalManagerReadsTheListsOfAllTheirStoresAtOnce() {
        UUID here = customer(SHOP.ccs, "V-16111101");
        UUID there = customer(SHOP.vln, "V-16111102");
        CustomerQuery both = new CustomerQuery("161111", null, Page.Request.first());
        assertThat(SHOP.erp
                        .inStores(regional, BOTH)
                        .read(s -> s.customers().list(both))
                        .items())
                .extracting(CustomerView::id)
                .containsExactlyInAnyOrder(there, here);
        assertThat(SHOP.erp
                        .inStore(regional, SHOP.ccs)
                        .read(s -> s.customers().list(both))
                        .items())
                .extracting(CustomerView::id)
                .containsExactly(here);
        List<UserCard> people = SHOP.erp
                .inStores(regional, BOTH)
                .read(s -> s.identity().list(new Page.Request(100, null)))
                .items();
        assertThat(people).extracting(UserCard::email).contains("qa@ccs-01.test", "qa@vln-01.test");
    }

    @Test
    void whoChangesSomethingSaysInWhichStore() {
        NewCustomer ana = new NewCustomer("Ana", "V-16000003", "04141234567", null, null);
        assertThatThrownBy(() -> SHOP.erp
                        .inStores(regional, BOTH)
                        .write(s -> s.customers().register(ana)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("X-Store-ID");
        assertThat(SHOP.erp
                        .inStore(regional, SHOP.vln)
                        .write(s -> s.customers().register(ana))
                        .id())
                .isNotNull();
    }

    @Test
    void theAuditOfTheirStoresIsOneListButEachStoreIsVerifiedByItself() {
        UUID here = customer(SHOP.ccs, "V-16222203");
        UUID there = customer(SHOP.vln, "V-16222204");
        for (UUID id : List.of(here, there)) {
            AuditQuery about = new AuditQuery("customers", id, null, null, Page.Request.first());
            assertThat(SHOP.erp
                            .inStores(regional, BOTH)
                            .read(s -> s.audit().list(about))
                            .items())
                    .hasSize(1);
        }
        assertThat(SHOP.erp
                        .inStores(regional, BOTH)
                        .read(s -> s.audit().verify())
                        .chains())
                .hasSize(BOTH.size());
    }

    @Test
    void whatIsAllowedInOneStoreOnlyIsNotAllowedOverBoth() {
        UserCaller mixed = caller(Role.MANAGER, Role.TECHNICIAN);
        Page<UserCard> people =
                SHOP.erp.inStore(mixed, SHOP.ccs).read(s -> s.identity().list(Page.Request.first()));
        assertThat(people.items()).isNotEmpty();
        assertThatThrownBy(() ->
                        SHOP.erp.inStores(mixed, BOTH).read(s -> s.identity().list(Page.Request.first())))
                .isInstanceOf(Forbidden.class);
        String role = new UnitOfWork(SHOP.erp.runtime().transactions(), SHOP.clock, mixed, new Scope.SomeStores(BOTH))
                .read(work -> work.sql().first(row -> row.text("role"), "select current_setting('app.role') as role"))
                .orElseThrow();
        assertThat(role).as("no policy takes it for a role that may write").isEqualTo("SEVERAL");
    }

    @Test
    void noStoreAtAllAllowsNothing() {
        UnitOfWork none =
                new UnitOfWork(SHOP.erp.runtime().transactions(), SHOP.clock, regional, new Scope.SomeStores(Set.of()));
        boolean may = none.read(work -> work.may(Permission.CUSTOMERS_READ));
        assertThat(may).isFalse();
    }

    @Test
    void anotherStoreIsNotReachedByNamingItAmongTheOwnOnes() {
        UserCaller one = SHOP.caller(SHOP.ccs, Role.REGIONAL_MANAGER);
        assertThatThrownBy(() -> SHOP.erp.inStores(one, BOTH)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SHOP.erp.inChain(one)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aSuperAdminActsForAChosenStoreOrSaysTheChain() {
        UserCaller admin = new UserCaller(UUID.randomUUID(), true, Map.of(), Origin.of("test"));
        NewCustomer eva = new NewCustomer("Eva", "V-16000004", "04141234567", null, null);
        UUID id = SHOP.erp
                .inStore(admin, SHOP.vln)
                .write(s -> s.customers().register(eva))
                .id();
        assertThat(SHOP.erp.inChain(admin).read(s -> s.customers().get(id)).document())
                .isEqualTo("V-16000004");
        assertThatThrownBy(
                        () -> SHOP.erp.inChain(admin).write(s -> s.customers().register(eva)))
                .isInstanceOf(Refused.class);
    }

    private static UUID customer(StoreId store, String document) {
        NewCustomer input = new NewCustomer("Cliente", document, "04141234567", null, null);
        return SHOP.as(Role.FRONT_DESK, store, s -> s.customers().register(input))
                .id();
    }

    private static UserCaller caller(Role inCaracas, Role inValencia) {
        Map<StoreId, Role> roles = new LinkedHashMap<>();
        roles.put(SHOP.ccs, inCaracas);
        roles.put(SHOP.vln, inValencia);
        return new UserCaller(SHOP.person(SHOP.ccs, inCaracas), false, roles, Origin.of("test"));
    }
}
