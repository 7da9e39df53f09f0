package com.servistech.erp.identity;

import static com.servistech.erp.identity.Entering.SHOP;
import static com.servistech.erp.identity.Entering.bearer;
import static com.servistech.erp.identity.Entering.from;
import static com.servistech.erp.identity.Entering.kept;
import static com.servistech.erp.identity.Entering.refresh;
import static com.servistech.erp.identity.Entering.signIn;
import static com.servistech.erp.identity.Entering.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.ErpConfig;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.identity.redis.RedisStandingCache;
import com.servistech.erp.tenancy.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An access token lives a quarter of an hour, and yet nobody keeps access that was taken away. */
class StandingTest {

    /** A13. */
    @Test
    void whoIsDisabledHasNoAccessFromThatMomentOn() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        SignedIn signedIn = signIn(ana);
        assertThat(bearer(signedIn)).isPresent();
        UserCard disabled = change(ana, new UserChange("Persona", false, null, ana.memberships()));
        assertThat(bearer(signedIn)).isEmpty();
        assertThat(refresh(signedIn)).isEmpty();
        change(disabled, new UserChange("Persona", true, null, disabled.memberships()));
        assertThat(bearer(signedIn)).as("enabled again, they sign in again").isEmpty();
        assertThat(bearer(signIn(ana))).isPresent();
    }

    /** L14. */
    @Test
    void anotherRoleOrStoreCountsFromThatMomentOnAndTheSessionGoesOn() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        SignedIn before = signIn(ana);
        assertThat(bearer(before)).isPresent();
        change(
                ana,
                new UserChange(
                        "Persona", true, null, List.of(new UserCard.Membership(SHOP.vln.value(), Role.SUPERVISOR))));
        assertThat(bearer(before)).isEmpty();
        SignedIn after = refresh(before).orElseThrow();
        assertThat(bearer(after).orElseThrow().roles()).containsOnly(java.util.Map.entry(SHOP.vln, Role.SUPERVISOR));
        assertThat(after.user().storeId()).isEqualTo(SHOP.vln.value());
    }

    @Test
    void aNewNameLeavesAccessAlone() {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        SignedIn signedIn = signIn(ana);
        change(ana, new UserChange("Otro nombre", true, null, ana.memberships()));
        assertThat(bearer(signedIn)).isPresent();
    }

    @Test
    void whatTheDatabaseSaidIsRememberedAndNewsAreNotUndone() throws SQLException {
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        SignedIn signedIn = signIn(ana);
        assertThat(bearer(signedIn)).isPresent();
        // behind the application's back, so that nobody tells the cache
        kept("update erp.users set token_version = token_version + 1 where id = ?", ana.id());
        assertThat(bearer(signedIn)).as("answered without asking the database").isPresent();
        try (RedisStandingCache redis = redis(SHOP.stack().redisUrl())) {
            UUID session = SHOP.erp
                    .entrance()
                    .bearer(from(null), signedIn.accessToken())
                    .orElseThrow()
                    .session();
            assertThat(redis.find(ana.id(), session)).contains(new Standing(1, true));
            redis.versionRose(ana.id(), 2);
            redis.remember(ana.id(), session, new Standing(1, true));
            assertThat(redis.find(ana.id(), session))
                    .as("what was read before the change does not undo the news")
                    .contains(new Standing(2, true));
            redis.sessionEnded(session);
            redis.remember(ana.id(), session, new Standing(2, true));
            assertThat(redis.find(ana.id(), session)).contains(new Standing(2, false));
        }
    }

    @Test
    void withoutRedisTheDatabaseIsAskedAndAnOutageCostsLittle() throws IOException {
        int nobodyListens;
        try (ServerSocket free = new ServerSocket(0)) {
            nobodyListens = free.getLocalPort();
        }
        ErpConfig config = SHOP.config().withRedis("redis://:secret@127.0.0.1:" + nobodyListens);
        assertThat(config.toString()).doesNotContain("secret");
        UserCard ana = somebody(SHOP.ccs, Role.TECHNICIAN);
        try (Erp erp = Erp.start(new PlainRuntime(config, SHOP.clock))) {
            SignedIn signedIn = signIn(erp, ana.email(), Entering.PASSWORD, null);
            long begin = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                assertThat(erp.entrance().bearer(from(null), signedIn.accessToken()))
                        .isPresent();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
            change(ana, new UserChange("Persona", false, null, ana.memberships()));
            assertThat(erp.entrance().bearer(from(null), signedIn.accessToken()))
                    .isEmpty();
        }
    }

    @Test
    void accessNeedsTheNewestVersionAndAnOpenSession() {
        SignedIn signedIn = signIn(somebody(SHOP.ccs, Role.TECHNICIAN));
        Bearer bearer = bearer(signedIn).orElseThrow();
        assertThat(new Standing(0, true).admits(bearer)).isFalse();
        assertThat(new Standing(bearer.version(), false).admits(bearer)).isFalse();
        assertThat(new Standing(bearer.version() + 1, true).admits(bearer)).isFalse();
        assertThat(new Standing(bearer.version(), true).admits(bearer)).isTrue();
    }

    private static UserCard change(UserCard who, UserChange change) {
        return SHOP.system(s -> s.identity().change(who.id(), who.version(), change));
    }

    private static RedisStandingCache redis(String address) {
        return new RedisStandingCache(URI.create(address), SHOP.clock);
    }
}
