package com.servistech.erp.identity;

import static com.servistech.erp.identity.Entering.PASSWORD;
import static com.servistech.erp.identity.Entering.SHOP;
import static com.servistech.erp.identity.Entering.address;
import static com.servistech.erp.identity.Entering.bearer;
import static com.servistech.erp.identity.Entering.kept;
import static com.servistech.erp.identity.Entering.signIn;
import static com.servistech.erp.identity.Entering.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.Session;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.error.TooMany;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.identity.UserCard.Membership;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    private static final Set<StoreId> BOTH = Set.of(SHOP.ccs, SHOP.vln);

    private final UserCaller regional = new UserCaller(
            SHOP.person(SHOP.ccs, Role.REGIONAL_MANAGER),
            false,
            Map.of(SHOP.ccs, Role.REGIONAL_MANAGER, SHOP.vln, Role.REGIONAL_MANAGER),
            Origin.of("test"));

    @Test
    void aManagerLetsPeopleIntoTheOwnStoreOnlyAndSeesNobodyOfAnother() {
        UserCard eva = inCaracas(s -> s.identity().add(draft("eva1@ccs-01.test", Role.TECHNICIAN, SHOP.ccs)));
        assertThat(eva.memberships()).containsExactly(in(SHOP.ccs, Role.TECHNICIAN));
        assertThatThrownBy(() -> inCaracas(s -> s.identity().add(draft("EVA1@ccs-01.test", Role.TECHNICIAN, SHOP.ccs))))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> inCaracas(s -> s.identity().add(draft("eva2@vln-01.test", Role.TECHNICIAN, SHOP.vln))))
                .isInstanceOf(Invalid.class);
        UserCard theirs = somebody(SHOP.vln, Role.TECHNICIAN);
        assertThatThrownBy(() -> inCaracas(s -> s.identity().get(theirs.id()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inCaracas(s -> s.identity().change(theirs.id(), 1, named("Robada", theirs))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inCaracas(s -> reset(s, theirs, "una clave robada")))
                .isInstanceOf(NotFound.class);
        assertThat(inCaracas(s -> s.identity().list(new Page.Request(100, null)))
                        .items())
                .extracting(UserCard::id)
                .contains(eva.id())
                .doesNotContain(theirs.id());
    }

    @Test
    void aPersonBecomesSomebodyElseInTheStoreAndBothAreOnRecord() throws SQLException {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        UserCard after = inCaracas(s -> s.identity().change(ana.id(), 1, as(ana, in(SHOP.ccs, Role.SUPERVISOR))));
        assertThat(after.role()).isEqualTo(Role.SUPERVISOR);
        assertThat(after.version()).isEqualTo(2);
        assertThat(kept(
                        "select string_agg(role || (ended_at is null)::text, ',' order by started_at, role) from erp.memberships where user_id = ?",
                        ana.id()))
                .isEqualTo("SUPERVISORtrue,TECHNICIANfalse");
    }

    @Test
    void whoLeavesTheStoreStaysKnownThereAndMayComeBack() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        UserCard left = inCaracas(s -> s.identity().change(ana.id(), 1, as(ana)));
        assertThat(left.memberships()).isEmpty();
        assertThat(left.role()).isNull();
        assertThat(inCaracas(s -> s.identity().list(new Page.Request(100, null)))
                        .items())
                .extracting(UserCard::id)
                .doesNotContain(ana.id());
        assertThat(bearer(signIn(ana)).orElseThrow().roles()).isEmpty();
        UserCard back = inCaracas(s -> s.identity().change(ana.id(), 2, as(ana, in(SHOP.ccs, Role.QA))));
        assertThat(back.storeId()).isEqualTo(SHOP.ccs.value());
        assertThat(back.role()).isEqualTo(Role.QA);
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        inCaracas(s -> s.identity().change(ana.id(), 1, named("Ana Luisa", ana)));
        assertThatThrownBy(() -> inCaracas(s -> s.identity().change(ana.id(), 1, named("Ana María", ana))))
                .isInstanceOf(Stale.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPER_ADMIN", "REGIONAL_MANAGER", "MANAGER"})
    void aManagerMakesNeitherAnEqualNorASuperior(Role role) {
        NewUser draft = new NewUser(
                "Jefa", "jefa@ccs-01.test", role, role == Role.SUPER_ADMIN ? null : SHOP.ccs.value(), PASSWORD);
        assertRefused("users.rank", () -> inCaracas(s -> s.identity().add(draft)));
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        assertThatThrownBy(() -> inCaracas(s -> s.identity().change(ana.id(), 1, as(ana, in(SHOP.ccs, role)))))
                .isInstanceOfAny(com.servistech.erp.error.Forbidden.class, Invalid.class);
        assertThat(inCaracas(s -> s.identity().get(ana.id())).role()).isEqualTo(Role.TECHNICIAN);
    }

    @Test
    void aManagerTouchesNobodyOfTheSameRankOrAbove() {
        for (Role role : List.of(Role.MANAGER, Role.REGIONAL_MANAGER)) {
            UserCard other = somebody(SHOP.ccs, role);
            assertRefused("users.rank", () -> inCaracas(s -> reset(s, other, "una clave robada")));
            assertRefused(
                    "users.rank",
                    () -> inCaracas(s -> s.identity()
                            .change(other.id(), 1, new UserChange("Persona", false, null, other.memberships()))));
            assertRefused("users.rank", () -> inCaracas(s -> s.identity().change(other.id(), 1, as(other))));
        }
    }

    @Test
    void nobodyManagesThemselves() {
        UserCard me = inCaracas(s -> s.identity().me());
        assertRefused("users.self", () -> inCaracas(s -> reset(s, me, "una clave mía, larga")));
        UserCaller admin = new UserCaller(
                SHOP.system(s -> s.identity()
                                .add(new NewUser("Admin", "admin2@servistech.test", Role.SUPER_ADMIN, null, PASSWORD)))
                        .id(),
                true,
                Map.of(),
                Origin.of("test"));
        assertRefused(
                "users.self",
                () -> SHOP.erp
                        .inChain(admin)
                        .write(s -> s.identity()
                                .change(admin.userId(), 1, new UserChange("Admin", false, null, List.of()))));
    }

    /** A new password for a person is the way into every store of theirs. */
    @Test
    void whoWorksElsewhereTooIsManagedAsAWholeByWhoeverReachesAllOfIt() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        UserCard both = SHOP.system(s ->
                s.identity().change(ana.id(), 1, as(ana, in(SHOP.ccs, Role.TECHNICIAN), in(SHOP.vln, Role.MANAGER))));
        assertRefused("users.elsewhere", () -> inCaracas(s -> reset(s, ana, "una clave robada")));
        UserChange disabled = new UserChange("Persona", false, null, List.of(in(SHOP.ccs, Role.TECHNICIAN)));
        assertRefused("users.elsewhere", () -> inCaracas(s -> s.identity().change(ana.id(), 2, disabled)));
        UserCard seen = inCaracas(s -> s.identity().get(ana.id()));
        assertThat(seen.memberships()).containsExactly(in(SHOP.ccs, Role.TECHNICIAN));
        UserCard ended = inCaracas(s -> s.identity().change(ana.id(), 2, as(seen)));
        assertThat(ended.memberships()).as("but the own store is theirs").isEmpty();
        assertThat(SHOP.system(s -> s.identity().get(ana.id())).memberships())
                .containsExactly(in(SHOP.vln, Role.MANAGER));
        assertThat(both.version()).isEqualTo(2);
    }

    @Test
    void aRegionalManagerMovesPeopleBetweenTheirStores() {
        UserCard ana = SHOP.erp
                .inStore(regional, SHOP.ccs)
                .write(s -> s.identity().add(draft("ana3@ccs-01.test", Role.MANAGER, SHOP.ccs)));
        UserCard moved = SHOP.erp
                .inStores(regional, BOTH)
                .write(s -> s.identity().change(ana.id(), 1, as(ana, in(SHOP.vln, Role.MANAGER))));
        assertThat(moved.storeIds()).containsExactly(SHOP.vln.value());
        assertThat(moved.storeId()).isEqualTo(SHOP.vln.value());
        SHOP.erp.inStores(regional, BOTH).write(s -> reset(s, ana, "una clave regional"));
        assertThat(bearer(signIn(ana, "una clave regional", address()))
                        .orElseThrow()
                        .roles())
                .containsOnlyKeys(SHOP.vln);
        assertRefused(
                "users.rank",
                () -> SHOP.erp
                        .inStores(regional, BOTH)
                        .write(s -> s.identity().change(ana.id(), 3, as(ana, in(SHOP.vln, Role.REGIONAL_MANAGER)))));
    }

    @Test
    void aPersonMayBeginInSeveralStores() {
        NewUser draft = new NewUser(
                "Rita",
                "rita@servistech.test",
                Role.REGIONAL_MANAGER,
                SHOP.ccs.value(),
                List.of(SHOP.ccs.value(), SHOP.vln.value()),
                PASSWORD);
        UserCard rita = SHOP.system(s -> s.identity().add(draft));
        assertThat(rita.storeIds()).containsExactlyInAnyOrder(SHOP.ccs.value(), SHOP.vln.value());
        assertThat(signIn(rita).user().storeIds()).hasSize(2);
        assertThatThrownBy(() -> inCaracas(s -> s.identity()
                        .add(new NewUser(
                                "Rita",
                                "rita2@servistech.test",
                                Role.QA,
                                SHOP.ccs.value(),
                                List.of(SHOP.vln.value()),
                                PASSWORD))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/storeIds"));
    }

    @Test
    void aResetEndsTheSessionsAndLetsThePersonTryAtOnce() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        SignedIn before = signIn(ana);
        String elsewhere = address();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn(ana, "olvidada", elsewhere)).isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> signIn(ana, "olvidada", elsewhere)).isInstanceOf(TooMany.class);
        inCaracas(s -> reset(s, ana, "una clave prestada"));
        assertThat(bearer(before)).isEmpty();
        assertThat(bearer(signIn(ana, "una clave prestada", elsewhere))).isPresent();
        assertThatThrownBy(() -> inCaracas(s -> reset(s, ana, "Contraseña2026")))
                .isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@casa.test",
                "ana@casa",
                "a na@casa.test",
                "ana\0@casa.test",
                "añá@casa.test",
                "a@b@c.test"
            })
    void anAddressIsOneThatCanBeTypedAgain(String email) {
        assertThatThrownBy(() -> inCaracas(s -> s.identity().add(draft(email, Role.QA, SHOP.ccs))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/email"));
    }

    @Test
    void whatMakesNoSenseIsNamedWhereItStands() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        UserChange wrong = new UserChange(
                " ",
                true,
                UUID.randomUUID(),
                List.of(
                        in(SHOP.ccs, Role.QA),
                        in(SHOP.ccs, Role.TECHNICIAN),
                        in(SHOP.vln, Role.QA),
                        in(SHOP.ccs, Role.SUPER_ADMIN)));
        assertThatThrownBy(() -> inCaracas(s -> s.identity().change(ana.id(), 1, wrong)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly(
                                        "/name",
                                        "/memberships/1/storeId",
                                        "/memberships/2/storeId",
                                        "/memberships/3/role",
                                        "/storeId"));
    }

    @Test
    void aRoleThatDoesNotManagePeopleDoesNot() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        assertRefused(
                "access.forbidden",
                () -> SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.identity().change(ana.id(), 1, named("Otra", ana))));
        assertRefused("access.forbidden", () -> SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> reset(s, ana, PASSWORD)));
    }

    /** The second lock: what the application may do to people, even when its own checks failed. */
    @Test
    void theDatabaseLetsAManagerChangeOnlyPeopleOfTheirStores() {
        UserCard theirs = somebody(SHOP.vln, Role.TECHNICIAN);
        UserCard ours = somebody(SHOP.ccs, Role.TECHNICIAN);
        String sql = "update erp.users set name = 'Otro' where id = ?";
        assertThat((int) SHOP.work(Role.MANAGER, SHOP.ccs, work -> work.sql().update(sql, theirs.id())))
                .isZero();
        assertThat((int) SHOP.work(Role.FRONT_DESK, SHOP.ccs, work -> work.sql().update(sql, ours.id())))
                .isZero();
        assertThat((int) SHOP.work(Role.MANAGER, SHOP.ccs, work -> work.sql().update(sql, ours.id())))
                .isOne();
        assertThatThrownBy(() -> SHOP.work(
                        Role.FRONT_DESK,
                        SHOP.ccs,
                        work -> work.sql().first(row -> true, "select erp.end_sessions(?, ?)", ours.id(), work.now())))
                .hasMessageContaining("somebody else");
    }

    private static <T> T inCaracas(Function<Session, T> act) {
        return SHOP.as(Role.MANAGER, SHOP.ccs, act);
    }

    private static Void reset(Session session, UserCard who, String password) {
        int version = session.identity().get(who.id()).version();
        session.identity().resetPassword(who.id(), version, password);
        return null;
    }

    private static NewUser draft(String email, Role role, StoreId store) {
        return new NewUser("Eva", email, role, store.value(), PASSWORD);
    }

    private static Membership in(StoreId store, Role role) {
        return new Membership(store.value(), role);
    }

    private static UserChange named(String name, UserCard who) {
        return new UserChange(name, true, null, who.memberships());
    }

    private static UserChange as(UserCard who, Membership... memberships) {
        return new UserChange(who.name(), true, null, List.of(memberships));
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ErpException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
