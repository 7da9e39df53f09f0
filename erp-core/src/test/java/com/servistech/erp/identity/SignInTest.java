package com.servistech.erp.identity;

import static com.servistech.erp.identity.Entering.PASSWORD;
import static com.servistech.erp.identity.Entering.SHOP;
import static com.servistech.erp.identity.Entering.address;
import static com.servistech.erp.identity.Entering.from;
import static com.servistech.erp.identity.Entering.kept;
import static com.servistech.erp.identity.Entering.notes;
import static com.servistech.erp.identity.Entering.signIn;
import static com.servistech.erp.identity.Entering.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.servistech.erp.Erp;
import com.servistech.erp.audit.AuditEntry;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Refused;
import com.servistech.erp.error.TooMany;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.identity.PasswordHash.Cost;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.UserCaller;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    @Test
    void aPersonSignsInWithTheRightPasswordWhateverTheCaseOfTheAddress() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        SignedIn signedIn = signIn(SHOP.erp, " " + ana.email().toUpperCase() + " ", PASSWORD, address());
        assertThat(signedIn.user().role()).isEqualTo(Role.FRONT_DESK);
        assertThat(signedIn.user().storeIds()).containsExactly(SHOP.ccs.value());
        assertThat(signedIn.toString()).doesNotContain(signedIn.accessToken(), signedIn.refreshToken());
    }

    /** A01, A13. */
    @Test
    void aWrongPasswordAnUnknownAddressAndSomebodyDisabledAreRefusedWithTheSameWords() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        UserCard gone = somebody(SHOP.ccs, Role.FRONT_DESK);
        SHOP.system(s -> s.identity().change(gone.id(), 1, new UserChange("Persona", false, null, gone.memberships())));
        List<Throwable> refusals = Stream.<Callable<?>>of(
                        () -> signIn(ana, "wrong", address()),
                        () -> signIn(SHOP.erp, "nobody@servistech.test", "wrong", address()),
                        () -> signIn(SHOP.erp, "no address\0at all", "wrong", address()),
                        () -> signIn(gone, PASSWORD, address()))
                .map(SignInTest::refusal)
                .toList();
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal)
                        .isInstanceOf(Unauthenticated.class)
                        .hasMessage("The address or the password is wrong"));
    }

    /** A07. */
    @ParameterizedTest
    @ValueSource(strings = {PASSWORD + " ", "Una clave de prueba", "una clave de prueba\0"})
    void aPasswordIsComparedExactly(String almost) {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        assertThatThrownBy(() -> signIn(ana, almost, address())).isInstanceOf(Unauthenticated.class);
    }

    @Test
    void aFailedSignInIsOnRecordWithItsAddressAndWithoutThePassword() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        Origin origin = new Origin("request-77", address(), null);
        assertThatThrownBy(() -> SHOP.erp.entrance().signIn(origin, ana.email(), "mi clave vieja"))
                .isInstanceOf(Unauthenticated.class);
        List<AuditEntry> notes = notes("sign-in", ana.id());
        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.action()).isEqualTo("auth.invalid-credentials");
            assertThat(note.address()).isEqualTo(origin.address());
            assertThat(note.requestId()).isEqualTo("request-77");
            assertThat(note.newValues()).contains("auth.invalid-credentials", "1 in a row");
            assertThat(note.newValues()).doesNotContain("vieja", ana.email());
        });
        signIn(ana, PASSWORD, origin.address());
        assertThat(notes("sign-in", ana.id()))
                .hasSize(2)
                .first()
                .satisfies(note -> assertThat(note.newValues()).contains("auth.signed-in"));
    }

    /** A02. */
    @Test
    void theSixthWrongPasswordInARowWaitsAndEachNextOneTwiceAsLong() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        UserCard eva = somebody(SHOP.ccs, Role.FRONT_DESK);
        String attacker = address();
        fail(ana, attacker, 5);
        assertThat(wait(ana, attacker)).isEqualTo(Duration.ofSeconds(1));
        assertThat(signIn(eva, PASSWORD, attacker))
                .as("somebody else, even from there")
                .isNotNull();
        for (int seconds : new int[] {2, 4, 8}) {
            SHOP.clock.advance(Duration.ofSeconds(seconds / 2));
            fail(ana, attacker, 1);
            assertThat(wait(ana, attacker)).isEqualTo(Duration.ofSeconds(seconds));
        }
        SHOP.clock.advance(Duration.ofSeconds(8));
        assertThat(signIn(ana, PASSWORD, attacker))
                .as("the owner, after waiting")
                .isNotNull();
        fail(ana, attacker, 5);
    }

    @Test
    void theWaitNeverGrowsBeyondAQuarterOfAnHourAndIsForgottenAfterADay() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        String attacker = address();
        fail(ana, attacker, 5);
        for (int i = 0; i < 14; i++) {
            SHOP.clock.advance(Duration.ofMinutes(15));
            fail(ana, attacker, 1);
        }
        assertThat(wait(ana, attacker)).isEqualTo(Duration.ofMinutes(15));
        SHOP.clock.advance(Duration.ofHours(25));
        fail(ana, attacker, 5);
        assertThat(wait(ana, attacker)).isEqualTo(Duration.ofSeconds(1));
    }

    /** A03: the counter counts before the hash, so that guesses at the same moment are not free. */
    @Test
    void ofAHundredWrongPasswordsAtOnceFiveAreLookedAtAndCounted() throws Exception {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        ExecutorService many = Executors.newFixedThreadPool(100);
        try {
            everyConnectionIsOpen(many);
            List<Future<Throwable>> answers = Stream.generate(
                            () -> many.submit(() -> catchThrowable(() -> signIn(ana, "wrong", null))))
                    .limit(100)
                    .toList();
            int looked = 0;
            for (Future<Throwable> answer : answers) {
                assertThat(answer.get()).isInstanceOfAny(Unauthenticated.class, TooMany.class);
                looked += answer.get() instanceof Unauthenticated ? 1 : 0;
            }
            assertThat(looked).isEqualTo(5);
        } finally {
            many.shutdown();
        }
        assertThat(kept("select failures from erp.login_failures where key = ?", "account:" + account(ana)))
                .isEqualTo("5");
        assertThat(notes("sign-in", ana.id())).hasSize(5);
    }

    /** A pool grows while it is used: without this, few would really be at the same moment. */
    private static void everyConnectionIsOpen(ExecutorService many) throws Exception {
        int pool = SHOP.config().database().pool();
        CyclicBarrier all = new CyclicBarrier(pool);
        List<Future<Integer>> open = Stream.generate(
                        () -> many.submit(() -> SHOP.work(Role.QA, SHOP.ccs, work -> arrived(all))))
                .limit(pool)
                .toList();
        for (Future<Integer> one : open) {
            one.get();
        }
    }

    private static int arrived(CyclicBarrier all) {
        try {
            return all.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A04. */
    @Test
    void anAttackerDoesNotLockTheOwnerOutOfTheOwnShop() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        String shop = address();
        signIn(ana, PASSWORD, shop);
        for (int i = 0; i < 5; i++) {
            fail(ana, address(), 1);
        }
        assertThat(wait(ana, address())).as("from any new address").isPositive();
        assertThat(signIn(ana, PASSWORD, shop)).isNotNull();
        assertThat(wait(ana, address()))
                .as("and the attacker gained nothing by it")
                .isPositive();
    }

    @Test
    void whoeverGuessesFromTheOwnersAddressWaitsThereToo() {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        String shop = address();
        signIn(ana, PASSWORD, shop);
        fail(ana, shop, 5);
        assertThat(wait(ana, shop)).isEqualTo(Duration.ofSeconds(1));
        assertThat(signIn(ana, PASSWORD, address())).as("from home").isNotNull();
    }

    @Test
    void oneAddressThatTriesManyAccountsWaits() {
        String attacker = address();
        for (int i = 0; i < 30; i++) {
            String victim = "victim" + i + "@servistech.test";
            assertThatThrownBy(() -> signIn(SHOP.erp, victim, "wrong", attacker))
                    .isInstanceOf(Unauthenticated.class);
        }
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        assertThat(wait(ana, attacker)).isEqualTo(Duration.ofSeconds(1));
        assertThat(signIn(ana, PASSWORD, address())).isNotNull();
    }

    @Test
    void anIpv6NetworkIsOneAddressHoweverManyItHas() {
        for (int i = 0; i < 30; i++) {
            String address = "2001:db8:77:1::" + Integer.toHexString(i + 1);
            String victim = "sixth" + i + "@servistech.test";
            assertThatThrownBy(() -> signIn(SHOP.erp, victim, "wrong", address)).isInstanceOf(Unauthenticated.class);
        }
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        assertThat(wait(ana, "2001:db8:77:1::ffff")).isPositive();
        assertThat(signIn(ana, PASSWORD, "2001:db8:77:2::1")).isNotNull();
    }

    @Test
    void anUnknownAddressIsCountedLikeAKnownOne() {
        String attacker = address();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> signIn(SHOP.erp, "ghost@servistech.test", "wrong", attacker))
                    .isInstanceOf(Unauthenticated.class);
        }
        assertThatThrownBy(() -> signIn(SHOP.erp, "ghost@servistech.test", "wrong", attacker))
                .isInstanceOf(TooMany.class);
    }

    @Test
    void whatIsCountedDoesNotSayWhatWasTyped() throws SQLException {
        assertThatThrownBy(() -> signIn(SHOP.erp, "mi-clave-secreta", "wrong", address()))
                .isInstanceOf(Unauthenticated.class);
        assertThat(kept("select count(*) from erp.login_failures where key like '%secreta%'"))
                .isEqualTo("0");
    }

    /** A05. */
    @Test
    void anEndlessPasswordIsRefusedBeforeAnythingIsDoneForIt() throws SQLException {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        assertThatThrownBy(() -> signIn(ana, "x".repeat(1_000_000), address())).isInstanceOf(Refused.class);
        assertThat(kept("select failures from erp.login_failures where key = ?", "account:" + account(ana)))
                .isNull();
    }

    @Test
    void aHashOfAnOlderCostIsMadeAgainAtTheNextSignIn() throws SQLException {
        UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
        String old = new PasswordHash(new Cost(8, 1, 1), 1).of(PASSWORD);
        kept("update erp.users set password_hash = ? where id = ?", old, ana.id());
        assertThatThrownBy(() -> signIn(ana, "wrong", address())).isInstanceOf(Unauthenticated.class);
        assertThat(hash(ana)).isEqualTo(old);
        signIn(ana);
        assertThat(hash(ana)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn(ana)).isNotNull();
    }

    @Test
    void aPasswordThatWasRightAMomentAgoBeginsNoSessionOnceItIsChangedOrItsOwnerDisabled() {
        for (boolean disabled : new boolean[] {true, false}) {
            UserCard ana = somebody(SHOP.ccs, Role.FRONT_DESK);
            Erp.Door door = SHOP.erp.outside(new PublicCaller("sign-in", from(address())));
            RightPassword right = door.write(s -> s.identity().attemptSignIn(ana.email(), PASSWORD))
                    .judge(PASSWORD)
                    .orElseThrow();
            if (disabled) {
                UserChange change = new UserChange("Persona", false, null, ana.memberships());
                SHOP.system(s -> s.identity().change(ana.id(), 1, change));
            } else {
                SHOP.erp.entrance().changePassword(caller(ana), PASSWORD, "otra clave, más larga");
            }
            assertThatThrownBy(() -> door.write(s -> s.identity().signIn(right)))
                    .isInstanceOf(Unauthenticated.class);
        }
    }

    /** A14. */
    @Test
    void aChangedPasswordEndsEverySessionAndTheOldOneNoLongerWorks() {
        UserCard ana = somebody(SHOP.ccs, Role.ACCOUNTANT);
        SignedIn here = signIn(ana);
        SignedIn there = signIn(ana);
        SHOP.erp.entrance().changePassword(caller(ana), PASSWORD, "otra clave, más larga");
        assertThat(Entering.bearer(here)).isEmpty();
        assertThat(Entering.bearer(there)).isEmpty();
        assertThat(Entering.refresh(here)).isEmpty();
        assertThat(Entering.refresh(there)).isEmpty();
        assertThatThrownBy(() -> signIn(ana)).isInstanceOf(Unauthenticated.class);
        assertThat(signIn(ana, "otra clave, más larga", address())).isNotNull();
    }

    /** A08. */
    @Test
    void aPasswordIsNotChangedToACommonOneNorByWhoeverDoesNotKnowTheOldOne() {
        UserCard ana = somebody(SHOP.ccs, Role.ACCOUNTANT);
        assertThatThrownBy(() -> SHOP.erp.entrance().changePassword(caller(ana), PASSWORD, "Contraseña123"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.pointer()).isEqualTo("/newPassword");
                                    assertThat(problem.code()).isEqualTo("password.common");
                                }));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> SHOP.erp.entrance().changePassword(caller(ana), "wrong", "otra clave, más larga"))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            refusal -> assertThat(refusal.problems())
                                    .extracting(Invalid.Problem::pointer)
                                    .containsExactly("/currentPassword"));
        }
        assertThatThrownBy(() -> SHOP.erp.entrance().changePassword(caller(ana), PASSWORD, "otra clave, más larga"))
                .as("guessed too often in a browser left open")
                .isInstanceOf(TooMany.class);
        assertThat(notes("change-password", ana.id())).hasSize(5);
    }

    private static UserCaller caller(UserCard who) {
        return new UserCaller(who.id(), false, Map.of(SHOP.ccs, who.role()), from(address()));
    }

    private static void fail(UserCard who, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> signIn(who, "wrong", address)).isInstanceOf(Unauthenticated.class);
        }
    }

    /** How long the next sign-in waits, also with the right password. */
    private static Duration wait(UserCard who, String address) {
        Throwable refusal = catchThrowable(() -> signIn(who, PASSWORD, address));
        assertThat(refusal).isInstanceOf(TooMany.class);
        assertThat(((ErpException) refusal).code()).isEqualTo("auth.too-many-attempts");
        return ((TooMany) refusal).retryAfter();
    }

    private static Throwable refusal(Callable<?> act) {
        return catchThrowable(act::call);
    }

    private static String account(UserCard who) {
        return Email.of(who.email()).account();
    }

    private static String hash(UserCard who) throws SQLException {
        return kept("select password_hash from erp.users where id = ?", who.id());
    }
}
