package com.servistech.erp.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.identity.Bearer;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreChoiceTest {

    private static final StoreId HOME = new StoreId(UUID.randomUUID());
    private static final StoreId OTHER = new StoreId(UUID.randomUUID());
    private static final Bearer ADMIN = bearer(true, Map.of());
    private static final Bearer DESK = bearer(false, Map.of(HOME, Role.FRONT_DESK));
    private static final Bearer REGIONAL =
            bearer(false, Map.of(HOME, Role.REGIONAL_MANAGER, OTHER, Role.REGIONAL_MANAGER));

    @Test
    void whoWorksInOneStoreNeedNotNameIt() {
        assertThat(new StoreChoice(null, false, true).of(DESK)).isEqualTo(new Scope.OneStore(HOME));
    }

    @Test
    void whoWorksInSeveralReadsAllOfThemAndNamesTheStoreThatTheyChange() {
        assertThat(new StoreChoice(null, false, false).of(REGIONAL))
                .isEqualTo(new Scope.SomeStores(Set.of(HOME, OTHER)));
        assertThatThrownBy(() -> new StoreChoice(null, false, true).of(REGIONAL))
                .isInstanceOfSatisfying(
                        ErpException.class, e -> assertThat(e.code()).isEqualTo("store.required"));
        assertThat(new StoreChoice(OTHER.toString(), false, true).of(REGIONAL)).isEqualTo(new Scope.OneStore(OTHER));
    }

    @Test
    void aSuperAdminWithoutAStoreMeansTheChainOnlyWhereThatMakesSense() {
        assertThat(new StoreChoice(null, true, true).of(ADMIN)).isEqualTo(new Scope.Chain());
        assertThatThrownBy(() -> new StoreChoice(null, false, false).of(ADMIN))
                .isInstanceOfSatisfying(
                        ErpException.class, e -> assertThat(e.code()).isEqualTo("store.required"));
    }

    @Test
    void theStarReadsTheChainAndChangesNothingOfASingleStore() {
        assertThat(new StoreChoice("*", false, false).of(ADMIN)).isEqualTo(new Scope.Chain());
        assertThatThrownBy(() -> new StoreChoice("*", false, true).of(ADMIN)).isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsNoStoreIsNotTheCallers() {
        assertThatThrownBy(() -> new StoreChoice("CCS-01", false, false).of(DESK))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whoWorksNowhereReachesNothing() {
        assertThatThrownBy(() -> new StoreChoice(null, false, false).of(bearer(false, Map.of())))
                .isInstanceOf(Forbidden.class);
    }

    private static Bearer bearer(boolean superAdmin, Map<StoreId, Role> roles) {
        UUID home = roles.isEmpty() ? null : HOME.value();
        return new Bearer(UUID.randomUUID(), superAdmin, home, roles, Optional.empty(), UUID.randomUUID(), 1);
    }
}
