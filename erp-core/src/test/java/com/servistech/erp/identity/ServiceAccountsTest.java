package com.servistech.erp.identity;

import static com.servistech.erp.identity.Entering.SHOP;
import static com.servistech.erp.identity.Entering.from;
import static com.servistech.erp.identity.Entering.kept;
import static com.servistech.erp.tenancy.Permission.CASH_SUPERVISE;
import static com.servistech.erp.tenancy.Permission.ORDERS_READ;
import static com.servistech.erp.tenancy.Permission.PARTS_READ;
import static com.servistech.erp.tenancy.Permission.RATES_WRITE;
import static com.servistech.erp.tenancy.Permission.STOCK_MOVE;
import static com.servistech.erp.tenancy.Permission.USERS_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Session;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.repairs.Board;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServiceAccountsTest {

    private final LocalDate today = LocalDate.ofInstant(SHOP.clock.instant(), Work.CARACAS);

    @Test
    void aProgramComesInByItsKeyAndDoesWhatItWasGrantedAndNoMore() {
        IssuedKey key = opened(Role.FRONT_DESK, ORDERS_READ, PARTS_READ);
        Bearer program = bearer(use(key.key())).orElseThrow();
        UserCaller caller = program.caller(from("10.0.0.9"));
        assertThat(program.roles()).containsOnly(Map.entry(SHOP.ccs, Role.FRONT_DESK));
        assertThat(Permission.values())
                .filteredOn(permission -> caller.may(permission, SHOP.ccs))
                .containsExactlyInAnyOrder(ORDERS_READ, PARTS_READ);
        assertThat(caller.may(ORDERS_READ, SHOP.vln)).isFalse();
        assertThatThrownBy(() -> SHOP.erp
                        .inStore(caller, SHOP.ccs)
                        .read(s -> s.identity().list(Page.Request.first())))
                .isInstanceOf(Forbidden.class);
        Board board = SHOP.erp.inStore(caller, SHOP.ccs).read(s -> s.repairs().board());
        assertThat(board).isNotNull();
    }

    @Test
    void aKeyIsToldOnceAndTheDatabaseKnowsItsHashOnly() throws SQLException {
        IssuedKey key = opened(Role.FRONT_DESK, ORDERS_READ);
        assertThat(key.key()).startsWith("erpk_").hasSizeGreaterThan(45);
        assertThat(kept("select count(*) from erp.api_keys k where k::text like '%' || ? || '%'", key.key()))
                .isEqualTo("0");
        assertThat(kept(
                        "select string_agg(new_values::text, '') from erp.audit_entries where table_name = 'api_keys' and entity_id = ?",
                        key.account().keys().get(0).id()))
                .doesNotContain(new ApiKey(key.key()).hash());
        assertThat(key.toString() + new ApiKey(key.key()) + use(key.key())).doesNotContain(key.key());
        assertThat(key.account().keys())
                .singleElement()
                .satisfies(known -> assertThat(key.key()).endsWith(known.hint()));
    }

    @Test
    void theNextKeyIsInPlaceBeforeTheOldOneEnds() {
        IssuedKey first = opened(Role.WAREHOUSE, STOCK_MOVE);
        UUID account = first.account().id();
        IssuedKey second = manager(s -> s.identity().addKey(account, today.plusDays(30)));
        assertThat(bearer(use(first.key()))).isPresent();
        assertThat(bearer(use(second.key()))).isPresent();
        refused("service-accounts.too-many-keys", s -> s.identity().addKey(account, null));
        ProgramAccess before = use(first.key());
        UUID old = first.account().keys().get(0).id();
        manager(s -> s.identity().revokeKey(account, old));
        assertThat(bearer(before)).isEmpty();
        assertThatThrownBy(() -> use(first.key())).isInstanceOf(Unauthenticated.class);
        assertThat(bearer(use(second.key()))).isPresent();
        ServiceAccountCard again = manager(s -> s.identity().revokeKey(account, old));
        assertThat(again).isEqualTo(card(account));
        assertThat(manager(s -> s.identity().addKey(account, null)).account().keys())
                .hasSize(3);
    }

    @Test
    void aClosedAccountLetsNobodyInAndStaysOnTheList() {
        IssuedKey key = opened(Role.FRONT_DESK, ORDERS_READ);
        UUID account = key.account().id();
        ProgramAccess before = use(key.key());
        assertThat(card(account).keys().get(0).lastUsedAt()).isNotNull();
        ServiceAccountCard closed = manager(s -> s.identity().closeServiceAccount(account));
        assertThat(closed.closedAt()).isNotNull();
        assertThat(bearer(before)).isEmpty();
        assertThatThrownBy(() -> use(key.key()))
                .isInstanceOfSatisfying(
                        Unauthenticated.class, e -> assertThat(e.code()).isEqualTo("auth.invalid-key"));
        refused("service-accounts.closed", s -> s.identity().addKey(account, null));
        assertThat(manager(s -> s.identity().serviceAccounts(Page.Request.first()))
                        .items())
                .contains(closed);
    }

    @Test
    void nobodyComesInByAKeyThatIsOver() {
        IssuedKey key = manager(s -> s.identity()
                .openServiceAccount(
                        new NewServiceAccount("Tienda en línea", Role.FRONT_DESK, Set.of(ORDERS_READ), today)));
        assertThat(bearer(use(key.key()))).isPresent();
        Instant now = SHOP.clock.instant();
        try {
            SHOP.clock.set(today.plusDays(1).atStartOfDay(Work.CARACAS).toInstant());
            assertThatThrownBy(() -> use(key.key())).isInstanceOf(Unauthenticated.class);
        } finally {
            SHOP.clock.set(now);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPER_ADMIN", "REGIONAL_MANAGER", "TECHNICIAN", "QA", "COURIER", "CUSTOMER"})
    void whatIsDoneWithTheHandsOrOverSeveralStoresIsNoProgramsRole(Role role) {
        invalid("/role", new NewServiceAccount("Robot", role, Set.of(ORDERS_READ), null));
    }

    @Test
    void aProgramIsGrantedNothingForPeopleNothingBeyondItsRoleAndNotNothing() {
        invalid("/permissions", new NewServiceAccount("Robot", Role.SUPERVISOR, Set.of(CASH_SUPERVISE), null));
        invalid("/permissions", new NewServiceAccount("Robot", Role.FRONT_DESK, Set.of(RATES_WRITE), null));
        invalid("/permissions", new NewServiceAccount("Robot", Role.FRONT_DESK, Set.of(), null));
        invalid("/lastDay", new NewServiceAccount("Robot", Role.FRONT_DESK, Set.of(ORDERS_READ), today.minusDays(1)));
        invalid("/lastDay", new NewServiceAccount("Robot", Role.FRONT_DESK, Set.of(ORDERS_READ), today.plusDays(367)));
        invalid("/name", new NewServiceAccount(" ", Role.FRONT_DESK, Set.of(ORDERS_READ), null));
    }

    @Test
    void aManagerOpensNoAccountOfTheOwnRankAndTouchesNoneOfAnotherStore() {
        refused(
                "users.rank",
                s -> s.identity()
                        .openServiceAccount(new NewServiceAccount("Robot", Role.MANAGER, Set.of(ORDERS_READ), null)));
        IssuedKey theirs = SHOP.as(
                Role.MANAGER,
                SHOP.vln,
                s -> s.identity()
                        .openServiceAccount(
                                new NewServiceAccount("Robot", Role.FRONT_DESK, Set.of(ORDERS_READ), null)));
        UUID account = theirs.account().id();
        UUID key = theirs.account().keys().get(0).id();
        assertThatThrownBy(() -> card(account)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> manager(s -> s.identity().addKey(account, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> manager(s -> s.identity().revokeKey(account, key)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> manager(s -> s.identity().closeServiceAccount(account)))
                .isInstanceOf(NotFound.class);
        assertThat(bearer(use(theirs.key()))).isPresent();
    }

    @Test
    void whoMayNotManagePeopleManagesNoProgramsEither() {
        assertThatThrownBy(() -> SHOP.as(
                        Role.SUPERVISOR,
                        SHOP.ccs,
                        s -> s.identity()
                                .openServiceAccount(
                                        new NewServiceAccount("Robot", Role.FRONT_DESK, Set.of(ORDERS_READ), null))))
                .isInstanceOf(Forbidden.class);
        assertThat(USERS_WRITE.isForPeopleOnly()).isTrue();
    }

    @Test
    void aProgramIsNoPersonAndHasNoPassword() {
        IssuedKey key = opened(Role.FRONT_DESK, ORDERS_READ);
        UUID account = key.account().id();
        assertThatThrownBy(() -> manager(s -> s.identity().get(account))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> manager(s -> {
                    s.identity().resetPassword(account, 1, "una clave para el robot");
                    return null;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(manager(s -> s.identity().list(new Page.Request(100, null))).items())
                .extracting(UserCard::id)
                .doesNotContain(account);
    }

    private IssuedKey opened(Role role, Permission... permissions) {
        return manager(s -> s.identity()
                .openServiceAccount(new NewServiceAccount("Tienda en línea", role, Set.of(permissions), null)));
    }

    private static ServiceAccountCard card(UUID account) {
        return manager(s -> s.identity().serviceAccount(account));
    }

    private static <T> T manager(Function<Session, T> act) {
        return SHOP.as(Role.MANAGER, SHOP.ccs, act);
    }

    private static ProgramAccess use(String key) {
        return SHOP.erp
                .outside(new PublicCaller("key", from("10.0.0.9")))
                .write(s -> s.identity().useKey(key));
    }

    private static Optional<Bearer> bearer(ProgramAccess access) {
        return SHOP.erp.entrance().bearer(from("10.0.0.9"), access.accessToken());
    }

    private static void invalid(String pointer, NewServiceAccount input) {
        assertThatThrownBy(() -> manager(s -> s.identity().openServiceAccount(input)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .contains(pointer));
    }

    private static void refused(String code, Function<Session, ?> act) {
        assertThatThrownBy(() -> manager(act))
                .isInstanceOfSatisfying(
                        ErpException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
