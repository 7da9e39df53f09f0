package com.servistech.erp.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.FakeServer.Answer;
import com.servistech.erp.sdk.FakeServer.Received;
import com.servistech.erp.sdk.error.Unauthenticated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SignInTest {

    private static final Answer WRONG_PASSWORD = Answer.of(401, "{\"code\":\"auth.invalid-credentials\"}");
    private final AtomicInteger issued = new AtomicInteger();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<Thread> callers = new CopyOnWriteArrayList<>();
    private volatile String accepted = "none yet";
    private volatile boolean refreshes = true;
    private volatile boolean signsIn = true;
    private final FakeServer server = new FakeServer(this::answer);
    private final ErpClient erp = ErpClient.builder()
            .baseUri(server.uri())
            .credentials(Credentials.signIn("ana@servistech.test", "secret"))
            .clock(clock)
            .sleeper(pause -> {})
            .build();

    @AfterEach
    void close() {
        erp.close();
        server.close();
    }

    @Test
    void eightThreadsSignInOnce() throws Exception {
        inEightThreads(() -> erp.orders().list());

        assertThat(count("/api/v1/auth/login")).isEqualTo(1);
        assertThat(count("/api/v1/orders")).isEqualTo(8);
    }

    @Test
    void eightThreadsWhoseTokenIsRefusedRefreshOnce() throws Exception {
        erp.orders().list();
        accepted = "revoked";

        inEightThreads(() -> erp.orders().list());

        assertThat(count("/api/v1/auth/refresh")).isEqualTo(1);
        assertThat(count("/api/v1/auth/login")).isEqualTo(1);
    }

    @Test
    void eightThreadsWithAWrongPasswordAreOneFailedSignIn() throws Exception {
        signsIn = false;

        inEightThreads(() -> assertThatThrownBy(() -> erp.orders().list()).isInstanceOf(Unauthenticated.class));

        assertThat(server.lines()).containsExactly("POST /api/v1/auth/login");
    }

    @Test
    void theTokenIsRefreshedBeforeItEnds() {
        erp.orders().list();
        clock.forward(Duration.ofMinutes(14));
        erp.orders().list();
        assertThat(count("/api/v1/auth/refresh")).isZero();

        clock.forward(Duration.ofSeconds(45));
        erp.orders().list();
        assertThat(count("/api/v1/auth/refresh")).isEqualTo(1);
        assertThat(server.received().get(3).body()).isEqualTo("{\"refreshToken\":\"refresh-1\"}");
    }

    @Test
    void aRefusedRefreshLeadsToANewSignIn() {
        erp.orders().list();
        refreshes = false;
        clock.forward(Duration.ofHours(24));

        erp.orders().list();

        assertThat(count("/api/v1/auth/login")).isEqualTo(2);
    }

    @Test
    void clientsDerivedForStoresShareTheSession() {
        UUID store = UUID.fromString("0192f3a0-0000-7000-8000-000000000002");
        erp.orders().list();
        erp.inStore(store).orders().list();

        assertThat(count("/api/v1/auth/login")).isEqualTo(1);
        assertThat(server.received().get(2).header("X-Store-ID")).contains(store.toString());
        assertThat(server.received().get(1).header("X-Store-ID")).isEmpty();
    }

    @Test
    void aWrongOldPasswordIsNotTriedTwice() {
        assertThatThrownBy(() -> erp.auth().changePassword("wrong", "next")).isInstanceOf(Unauthenticated.class);

        assertThat(count("/api/v1/auth/change-password")).isEqualTo(1);
        assertThat(count("/api/v1/auth/refresh")).isZero();
    }

    @Test
    void aTokenThatTheProgramBroughtIsNeverReplaced() {
        assertThatThrownBy(() -> erp.as(Credentials.token("brought")).orders().list())
                .isInstanceOf(Unauthenticated.class);

        assertThat(server.lines()).containsExactly("GET /api/v1/orders");
        assertThat(server.received().get(0).header("Authorization")).contains("Bearer brought");
    }

    @Test
    void credentialsNeverShowTheirSecret() {
        assertThat(Credentials.signIn("ana@servistech.test", "s3cret"))
                .asString()
                .doesNotContain("s3cret");
        assertThat(Credentials.token("s3cret")).asString().doesNotContain("s3cret");
    }

    private Answer answer(Received request) {
        return switch (request.uri().getPath()) {
            case "/api/v1/auth/login" -> signsIn ? tokens() : onceAllWait(WRONG_PASSWORD);
            case "/api/v1/auth/refresh" -> refreshes ? tokens() : Answer.of(401, "{\"code\":\"auth.session-ended\"}");
            case "/api/v1/auth/change-password" -> WRONG_PASSWORD;
            default ->
                request.header("Authorization")
                                .filter(("Bearer " + accepted)::equals)
                                .isPresent()
                        ? Answer.of(200, "{\"items\":[],\"nextCursor\":null}")
                        : Answer.of(401, "{\"code\":\"auth.token-ended\"}");
        };
    }

    private Answer tokens() {
        int number = issued.incrementAndGet();
        accepted = "access-" + number;
        return Answer.of(
                200,
                "{\"accessToken\":\"access-%d\",\"tokenType\":\"Bearer\",\"expiresIn\":900,\"refreshToken\":\"refresh-%d\"}"
                        .formatted(number, number));
    }

    private long count(String path) {
        return server.received().stream()
                .filter(request -> request.uri().getPath().equals(path))
                .count();
    }

    /** Holds the answer back until each of the eight callers waits for it, or for the one who does. */
    private Answer onceAllWait(Answer answer) {
        while (!Thread.currentThread().isInterrupted()
                && !callers.stream().allMatch(caller -> caller.getState() == Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private void inEightThreads(Runnable work) throws Exception {
        CyclicBarrier together = new CyclicBarrier(8);
        List<FutureTask<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(new FutureTask<>(() -> {
                together.await();
                work.run();
                return null;
            }));
        }
        tasks.forEach(task -> callers.add(new Thread(task)));
        callers.forEach(Thread::start);
        for (FutureTask<Void> task : tasks) {
            task.get(20, TimeUnit.SECONDS);
        }
    }
}
