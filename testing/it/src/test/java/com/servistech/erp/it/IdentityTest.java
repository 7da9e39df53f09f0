package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.Credentials;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import com.servistech.erp.sdk.audit.AuditEntry;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.identity.Membership;
import com.servistech.erp.sdk.identity.SignedIn;
import com.servistech.erp.sdk.identity.User;
import com.servistech.erp.sdk.identity.UserChange;
import com.servistech.erp.sdk.identity.UserDraft;
import com.servistech.erp.sdk.stores.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who gets in, who does not, and how soon somebody is out again. */
class IdentityTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient NOBODY = SERVER.nobody();
    private static final ErpClient ADMIN = SERVER.as("admin");
    private static final String PASSWORD = "una clave de prueba";

    /** A02. */
    @Test
    void theSixthWrongPasswordInARowIsToldToWaitAndOthersAreNot() {
        User ana = somebody();
        for (int i = 0; i < 5; i++) {
            assertRefused(login(ana.email(), "wrong"), 401, "auth.invalid-credentials");
        }
        RawResponse sixth = login(ana.email(), PASSWORD);
        assertRefused(sixth, 429, "auth.too-many-attempts");
        assertThat(Integer.parseInt(sixth.header("Retry-After").orElseThrow())).isPositive();
        assertThat(login("qa.ccs-01@servistech.test", Demo.PASSWORD).status()).isEqualTo(200);
        List<AuditEntry> notes = ADMIN.audit()
                .list(CallOptions.none()
                        .query("entity", "sign-in")
                        .query("id", ana.id().toString()))
                .items();
        assertThat(notes).hasSize(5);
    }

    /** A05. */
    @Test
    void anEndlessPasswordIsRefusedWithoutLookingAtIt() {
        assertRefused(login("admin@servistech.test", "x".repeat(900_000)), 400, "auth.password-too-long");
        assertThat(login("admin@servistech.test", "x".repeat(2_000_000)).status())
                .isEqualTo(413);
    }

    /** A12, A18. */
    @Test
    void afterSigningOutNeitherTokenIsGood() {
        User ana = somebody();
        SignedIn here = signIn(ana);
        SignedIn there = signIn(ana);
        ErpClient client = with(here);
        assertThat(client.auth().me().id()).isEqualTo(ana.id());
        assertRefused(get(with(here.refreshToken()), "/auth/me"), 401, "auth.required");
        client.auth().logout(here.refreshToken());
        RawResponse after = get(client, "/auth/me");
        assertRefused(after, 401, "auth.required");
        assertThat(after.header("WWW-Authenticate"))
                .hasValueSatisfying(header -> assertThat(header).startsWith("Bearer"));
        assertRefused(refresh(here), 401, "auth.session-ended");
        assertThat(with(there).auth().me().id()).isEqualTo(ana.id());
        with(there).auth().logoutEverywhere();
        assertRefused(get(with(there), "/auth/me"), 401, "auth.required");
    }

    @Test
    void whoeverHoldsARefreshTokenMayEndItsSessionAndNobodyElse() {
        SignedIn signedIn = signIn(somebody());
        assertThat(NOBODY.send("POST", "/auth/logout", CallOptions.raw()).status())
                .isEqualTo(401);
        NOBODY.auth().logout("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(with(signedIn).auth().me()).isNotNull();
        NOBODY.auth().logout(signedIn.refreshToken());
        assertRefused(get(with(signedIn), "/auth/me"), 401, "auth.required");
    }

    /** A15, A16. */
    @Test
    void aRefreshRepeatedAtOnceIsTheSameAndOneOfBeforeEndsTheSession() {
        SignedIn first = signIn(somebody());
        SignedIn second = NOBODY.auth().refresh(first.refreshToken());
        SignedIn again = NOBODY.auth().refresh(first.refreshToken());
        assertThat(again.refreshToken()).isEqualTo(second.refreshToken());
        assertThat(again.accessToken()).isEqualTo(second.accessToken());
        SignedIn third = NOBODY.auth().refresh(second.refreshToken());
        assertRefused(refresh(first), 401, "auth.session-ended");
        assertRefused(refresh(third), 401, "auth.session-ended");
        assertRefused(get(with(third), "/auth/me"), 401, "auth.required");
    }

    /** A13. */
    @Test
    void somebodyDisabledIsOutAtOnce() {
        User ana = somebody();
        SignedIn signedIn = signIn(ana);
        assertThat(with(signedIn).auth().me().active()).isTrue();
        ADMIN.users().update(ana, UserChange.of(ana).active(false));
        assertRefused(get(with(signedIn), "/auth/me"), 401, "auth.required");
        assertRefused(login(ana.email(), PASSWORD), 401, "auth.invalid-credentials");
    }

    @Test
    void anotherStoreCountsFromTheNextRequestAndTheClientGoesOnByItself() {
        User ana = somebody();
        ErpClient client = client(ana.email(), PASSWORD);
        UUID home = client.auth().me().storeId().orElseThrow();
        UUID other = store("VLN-01");
        assertThat(client.customers().list()).isNotNull();
        User moved = ADMIN.users().update(ana, UserChange.of(ana).without(home).role(other, "FRONT_DESK"));
        assertThat(moved.memberships()).extracting(Membership::storeId).containsExactly(other);
        assertThat(client.stores().list().items()).extracting(Store::code).containsExactly("VLN-01");
    }

    /** A14. */
    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        User ana = somebody();
        SignedIn other = signIn(ana);
        with(signIn(ana)).auth().changePassword(PASSWORD, "otra clave, más larga");
        assertRefused(get(with(other), "/auth/me"), 401, "auth.required");
        assertRefused(login(ana.email(), PASSWORD), 401, "auth.invalid-credentials");
        assertThat(login(ana.email(), "otra clave, más larga").status()).isEqualTo(200);
    }

    /** A08. */
    @Test
    void aManagerGivesANewPasswordToTheOwnPeopleAndNoCommonOne() {
        ErpClient manager = SERVER.as("manager.ccs-01");
        User ana = manager.users()
                .create(UserDraft.of("Ana", email(), "TECHNICIAN", PASSWORD).store(store("CCS-01")));
        SignedIn before = signIn(ana);
        User read = manager.users().get(ana.id());
        String path = "/users/" + ana.id() + "/password";
        CallOptions version = CallOptions.raw().ifMatch(read.etag().orElseThrow());
        assertInvalid(
                manager.sendText("PUT", path, "{\"newPassword\":\"Venezuela2026\"}", version),
                "/newPassword password.common");
        manager.users().resetPassword(read, "una clave prestada");
        assertRefused(get(with(before), "/auth/me"), 401, "auth.required");
        assertThat(login(ana.email(), "una clave prestada").status()).isEqualTo(200);
        assertRefused(
                manager.sendText("PUT", path, "{\"newPassword\":\"una clave vieja\"}", version), 412, "version.stale");
        assertRefused(
                SERVER.as("manager.vln-01").sendText("PUT", path, "{\"newPassword\":\"una robada\"}", version),
                404,
                "users.not-found");
        User boss = SERVER.as("regional-manager.ccs-01").auth().me();
        assertRefused(
                manager.sendText(
                        "PUT", "/users/" + boss.id() + "/password", "{\"newPassword\":\"una robada\"}", version),
                403,
                "users.rank");
    }

    @Test
    void aRegionalManagerReadsTheirStoresAtOnceAndChangesOneAtATime() {
        ErpClient regional = SERVER.as("regional-manager.ccs-01");
        User me = regional.auth().me();
        assertThat(me.storeIds()).hasSize(2);
        assertThat(regional.stores().list().items()).extracting(Store::code).containsExactly("CCS-01", "VLN-01");
        assertThat(get(regional, "/orders?limit=100").status()).isEqualTo(200);
        CustomerDraft draft = CustomerDraft.of("Ana Pérez", "V-4" + RunningServer.unique(), "0414-1234567");
        RawResponse unsaid = regional.send("POST", "/customers", draft.json(), CallOptions.raw());
        assertRefused(unsaid, 400, "store.required");
        UUID customer =
                regional.inStore(store("VLN-01")).customers().create(draft).id();
        assertThat(regional.customers().get(customer).document())
                .isEqualTo(draft.json().getString("document"));
        assertThat(get(SERVER.as("front-desk.vln-01"), "/customers/" + customer).status())
                .isEqualTo(200);
        assertRefused(get(SERVER.as("front-desk.ccs-01"), "/customers/" + customer), 404, "customers.not-found");
        assertRefused(get(regional.inStore(store("MCB-01")), "/customers"), 403, "store.forbidden");
    }

    @Test
    void aRegionalManagerMovesSomebodyBetweenTheirStores() {
        ErpClient regional = SERVER.as("regional-manager.ccs-01");
        UUID here = store("CCS-01");
        UUID there = store("VLN-01");
        User made = regional.inStore(here)
                .users()
                .create(UserDraft.of("Eva", email(), "QA", PASSWORD).store(here));
        User eva = regional.users().get(made.id());
        User moved =
                regional.users().update(eva, UserChange.of(eva).without(here).role(there, "SUPERVISOR"));
        assertThat(moved.role()).isEqualTo("SUPERVISOR");
        assertThat(moved.storeId()).contains(there);
        assertThat(client(eva.email(), PASSWORD).stores().list().items())
                .extracting(Store::code)
                .containsExactly("VLN-01");
    }

    @Test
    void aSuperAdminWithoutAStoreActsOnTheChainWhereThatMeansSomething() {
        assertThat(ADMIN.stores().list().items()).extracting(Store::code).contains("CCS-01", "MCB-01", "VLN-01");
        assertThat(get(ADMIN, "/users").status()).isEqualTo(200);
        assertThat(get(ADMIN, "/audit").status()).isEqualTo(200);
        assertThat(get(ADMIN, "/rates").status()).isEqualTo(200);
        assertRefused(get(ADMIN, "/customers"), 400, "store.required");
        assertThat(get(ADMIN.inWholeChain(), "/customers").status()).isEqualTo(200);
        assertThat(get(ADMIN.inStore(store("MCB-01")), "/customers").status()).isEqualTo(200);
        RawResponse written = ADMIN.inWholeChain()
                .send(
                        "POST",
                        "/customers",
                        CustomerDraft.of("Ana", "V-5" + RunningServer.unique(), "0414-1234567")
                                .json(),
                        CallOptions.raw());
        assertThat(written.status()).as(written.text()).isIn(400, 403);
    }

    /** A28. */
    @Test
    void aTokenCountsInOneAuthorizationHeaderOnly() throws IOException, InterruptedException {
        String token = signIn(somebody()).accessToken();
        URI me = SERVER.root().resolve("/api/v1/auth/me");
        assertThat(status(HttpRequest.newBuilder(me).header("Authorization", "Bearer " + token)))
                .isEqualTo(200);
        assertThat(status(HttpRequest.newBuilder(me)
                        .header("Authorization", "Bearer " + token)
                        .header("Authorization", "Bearer " + token)))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(URI.create(me + "?access_token=" + token))))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(me).header("Cookie", "access_token=" + token)))
                .isEqualTo(401);
    }

    /** A26. */
    @Test
    void aTokenOfSixtyFourKilobytesIsRefusedCheaply() {
        CallOptions huge = CallOptions.raw().header("Authorization", "Bearer " + "e".repeat(65_536));
        long begin = System.nanoTime();
        assertThat(NOBODY.send("GET", "/auth/me", huge).status()).isIn(400, 401, 413, 431);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    private static User somebody() {
        User made = ADMIN.users()
                .create(UserDraft.of("Ana", email(), "FRONT_DESK", PASSWORD).store(store("CCS-01")));
        return ADMIN.users().get(made.id());
    }

    private static String email() {
        return "p" + RunningServer.unique() + "@servistech.test";
    }

    private static UUID store(String code) {
        return ADMIN.stores().list().items().stream()
                .filter(store -> store.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static SignedIn signIn(User who) {
        return NOBODY.auth().login(who.email(), PASSWORD);
    }

    private static RawResponse login(String email, String password) {
        String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
        return NOBODY.sendText("POST", "/auth/login", body, CallOptions.raw());
    }

    private static RawResponse refresh(SignedIn signedIn) {
        String body = "{\"refreshToken\":\"%s\"}".formatted(signedIn.refreshToken());
        return NOBODY.sendText("POST", "/auth/refresh", body, CallOptions.raw());
    }

    private static ErpClient with(SignedIn signedIn) {
        return with(signedIn.accessToken());
    }

    private static ErpClient with(String token) {
        return NOBODY.as(Credentials.token(token));
    }

    private static ErpClient client(String email, String password) {
        return NOBODY.as(Credentials.signIn(email, password));
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
