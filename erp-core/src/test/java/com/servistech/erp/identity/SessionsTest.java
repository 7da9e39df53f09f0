package com.servistech.erp.identity;

import static com.servistech.erp.identity.Entering.SHOP;
import static com.servistech.erp.identity.Entering.bearer;
import static com.servistech.erp.identity.Entering.kept;
import static com.servistech.erp.identity.Entering.notes;
import static com.servistech.erp.identity.Entering.refresh;
import static com.servistech.erp.identity.Entering.signIn;
import static com.servistech.erp.identity.Entering.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.UserCaller;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Duration GRACE_IS_OVER = Sessions.GRACE;

    private UserCard ana;

    @BeforeEach
    void somebodyNew() {
        ana = somebody(SHOP.ccs, Role.FRONT_DESK);
    }

    /** A15. */
    @Test
    void aRefreshTokenThatComesAgainLaterIsInTwoHandsAndEndsTheSession() {
        SignedIn first = signIn(ana);
        SignedIn second = refresh(first).orElseThrow();
        SHOP.clock.advance(GRACE_IS_OVER);
        assertThat(refresh(first)).isEmpty();
        assertThat(refresh(second)).as("the newest one too").isEmpty();
        assertThat(bearer(second)).as("and the access tokens").isEmpty();
        assertThat(notes("refresh", ana.id()))
                .singleElement()
                .satisfies(note -> assertThat(note.newValues()).contains("auth.refresh-reused"));
        assertThat(bearer(signIn(ana))).isPresent();
    }

    /** A16. */
    @Test
    void refreshesAtTheSameMomentGetTheSamePairAndTheSessionGoesOn() throws Exception {
        SignedIn first = signIn(ana);
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            List<Future<SignedIn>> answers = Stream.generate(
                            () -> many.submit(() -> refresh(first).orElseThrow()))
                    .limit(8)
                    .toList();
            SignedIn second = answers.get(0).get();
            for (Future<SignedIn> answer : answers) {
                assertThat(answer.get().refreshToken()).isEqualTo(second.refreshToken());
                assertThat(answer.get().accessToken()).isEqualTo(second.accessToken());
            }
            assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
            assertThat(bearer(second)).isPresent();
            assertThat(refresh(second)).isPresent();
        } finally {
            many.shutdown();
        }
    }

    /** A17. */
    @Test
    void theTokenBeforeThePreviousOneEndsTheSessionEvenWithinTheGrace() {
        SignedIn first = signIn(ana);
        SignedIn second = refresh(first).orElseThrow();
        SignedIn third = refresh(second).orElseThrow();
        assertThat(refresh(first)).isEmpty();
        assertThat(refresh(third)).isEmpty();
    }

    @Test
    void thePreviousTokenNoLongerCountsOnceItsSuccessorWasUsed() {
        SignedIn first = signIn(ana);
        SignedIn second = refresh(first).orElseThrow();
        assertThat(refresh(first).orElseThrow().refreshToken()).isEqualTo(second.refreshToken());
        refresh(second).orElseThrow();
        assertThat(refresh(first)).isEmpty();
    }

    @Test
    void aTokenThatIsNobodysChangesNothing() {
        SignedIn first = signIn(ana);
        String almost = first.refreshToken().substring(1) + "x";
        assertThat(refresh(almost)).isEmpty();
        assertThat(refresh("")).isEmpty();
        assertThat(refresh("\0")).isEmpty();
        assertThat(refresh(first)).as("was not burnt").isPresent();
    }

    /** A18. */
    @Test
    void anAccessTokenDoesNotRefreshAndARefreshTokenGivesNoAccess() {
        SignedIn signedIn = signIn(ana);
        assertThat(refresh(signedIn.accessToken())).isEmpty();
        assertThat(SHOP.erp.entrance().bearer(Origin.of("test"), signedIn.refreshToken()))
                .isEmpty();
        assertThat(refresh(signedIn)).isPresent();
    }

    @Test
    void aSessionEndsTwentyFourHoursAfterSignInHoweverOftenItsTokensRotate() {
        SignedIn current = signIn(ana);
        for (int i = 0; i < 95; i++) {
            SHOP.clock.advance(Duration.ofMinutes(15));
            current = refresh(current).orElseThrow();
        }
        assertThat(current.expiresIn()).isEqualTo(Duration.ofMinutes(15));
        SHOP.clock.advance(Duration.ofMinutes(10));
        current = refresh(current).orElseThrow();
        assertThat(current.expiresIn()).as("no longer than the session").isEqualTo(Duration.ofMinutes(5));
        SHOP.clock.advance(Duration.ofMinutes(5));
        assertThat(refresh(current)).isEmpty();
        assertThat(bearer(current)).isEmpty();
    }

    /** A12. */
    @Test
    void signingOutEndsThisSessionAndLeavesTheOthers() {
        SignedIn here = signIn(ana);
        SignedIn there = signIn(ana);
        Bearer bearer = bearer(here).orElseThrow();
        assertThat(bearer(there)).isPresent();
        SHOP.erp.outside(bearer.caller(Origin.of("test"))).write(s -> {
            s.identity().signOut(bearer.session());
            return null;
        });
        assertThat(bearer(here)).isEmpty();
        assertThat(refresh(here)).isEmpty();
        assertThat(bearer(there)).isPresent();
        assertThat(refresh(there)).isPresent();
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        SignedIn hers = signIn(ana);
        Bearer bearer = bearer(hers).orElseThrow();
        UserCard eva = somebody(SHOP.ccs, Role.FRONT_DESK);
        UserCaller caller = new UserCaller(eva.id(), false, Map.of(SHOP.ccs, Role.FRONT_DESK), Origin.of("test"));
        SHOP.erp.outside(caller).write(s -> {
            s.identity().signOut(bearer.session());
            return null;
        });
        SHOP.clock.advance(Duration.ofSeconds(6));
        assertThat(refresh(hers)).isPresent();
    }

    @Test
    void whoeverHoldsARefreshTokenMayEndItsSessionWithoutAccess() {
        SignedIn here = signIn(ana);
        SignedIn renewed = refresh(here).orElseThrow();
        assertThat(bearer(renewed)).isPresent();
        SHOP.erp.outside(new PublicCaller("logout", Origin.of("test"))).write(s -> {
            s.identity().signOut(here.refreshToken());
            return null;
        });
        assertThat(bearer(renewed)).isEmpty();
        assertThat(refresh(renewed)).isEmpty();
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        List<SignedIn> sessions = List.of(signIn(ana), signIn(ana), signIn(ana));
        assertThat(sessions).allMatch(session -> bearer(session).isPresent());
        UserCaller caller = bearer(sessions.get(0)).orElseThrow().caller(Origin.of("test"));
        SHOP.erp.outside(caller).write(s -> {
            s.identity().signOutEverywhere();
            return null;
        });
        assertThat(sessions)
                .allMatch(session -> bearer(session).isEmpty())
                .allMatch(session -> refresh(session).isEmpty());
    }

    @Test
    void theDatabaseKeepsNoTokenInALegibleForm() throws SQLException {
        SignedIn first = signIn(ana);
        SignedIn second = refresh(first).orElseThrow();
        String all = kept("select string_agg(r::text, ' ') from erp.refresh_tokens r");
        String sealed = kept("select string_agg(encode(successor, 'base64'), ' ') from erp.refresh_tokens");
        assertThat(all + sealed).doesNotContain(first.refreshToken(), second.refreshToken());
    }
}
