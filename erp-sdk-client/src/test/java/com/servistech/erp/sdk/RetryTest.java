package com.servistech.erp.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.sdk.FakeServer.Answer;
import com.servistech.erp.sdk.FakeServer.Received;
import com.servistech.erp.sdk.cash.CashSession;
import com.servistech.erp.sdk.error.Conflict;
import com.servistech.erp.sdk.error.ConnectionFailed;
import com.servistech.erp.sdk.error.ServerFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RetryTest {

    private static final String SESSION = "{\"id\":\"0192f3a0-0000-7000-8000-000000000001\",\"register\":\"C1\"}";
    private static final Answer DOWN = Answer.of(503, "{\"code\":\"database.down\"}");
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();

    @Test
    void anActKeepsItsKeyHoweverOftenItIsSent() {
        try (FakeServer server = FakeServer.inTurn(DOWN, Answer.hangingUp(), Answer.of(201, SESSION));
                ErpClient erp = client(server)) {
            CashSession session = erp.cashSessions().open("C1", Money.usd("50"), Money.ves("0"));

            assertThat(keys(server))
                    .hasSize(3)
                    .containsOnly(session.idempotencyKey().orElseThrow());
            assertThat(session.view().origin().orElseThrow().attempts()).isEqualTo(3);
        }
    }

    @Test
    void eachActHasItsOwnKeyUnlessTheCallerGivesOne() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(201, SESSION));
                ErpClient erp = client(server)) {
            erp.cashSessions().open("C1", Money.usd("50"), Money.ves("0"));
            erp.cashSessions().open("C1", Money.usd("50"), Money.ves("0"));
            erp.cashSessions()
                    .open(
                            "C1",
                            Money.usd("50"),
                            Money.ves("0"),
                            CallOptions.none().idempotencyKey("mine"));

            assertThat(keys(server)).doesNotHaveDuplicates().hasSize(3).endsWith("mine");
        }
    }

    @Test
    void aServerThatNamesATimeIsAskedAgainAfterThatTime() {
        Answer later = Answer.of(503, "{}", Map.of("Retry-After", "7"));
        try (FakeServer server = FakeServer.inTurn(later, Answer.of(200, "{\"items\":[]}"));
                ErpClient erp = client(server)) {
            assertThat(erp.orders().list().items()).isEmpty();

            assertThat(pauses).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void aTimeBeyondTheDeadlineEndsTheCallAtOnce() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(429, "{}", Map.of("Retry-After", "3600")));
                ErpClient erp = client(server)) {
            var refused = catchThrowableOfType(
                    com.servistech.erp.sdk.error.TooManyRequests.class,
                    () -> erp.orders().list());

            assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
            assertThat(refused.attempts()).isEqualTo(1);
            assertThat(pauses).isEmpty();
        }
    }

    @Test
    void withoutANamedTimeThePausesGrowAndAreScattered() {
        try (FakeServer server = FakeServer.inTurn(DOWN);
                ErpClient erp = client(server)) {
            var failed =
                    catchThrowableOfType(ServerFailure.class, () -> erp.orders().list());

            assertThat(failed.attempts()).isEqualTo(3);
            assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        }
    }

    @Test
    void whatMayHaveHappenedIsNeverSentAgainWithoutAKeyOrAVersion() {
        try (FakeServer server = FakeServer.inTurn(DOWN);
                ErpClient erp = client(server)) {
            CallOptions raw = CallOptions.raw();
            erp.send("POST", "/invoices", raw.withoutIdempotencyKey());
            erp.send("PUT", "/orders/1", raw);
            assertThat(server.received()).hasSize(2);

            erp.send("PUT", "/orders/1", raw.ifMatch("\"3\""));
            assertThat(server.received()).hasSize(5);
        }
    }

    @Test
    void aTwinStillUnderWayIsWaitedForAndAnyOtherConflictIsNot() {
        Answer underWay = Answer.of(409, "{\"code\":\"idempotency.in-progress\"}", Map.of("Retry-After", "1"));
        Answer open = Answer.of(409, "{\"code\":\"cash.session-open\"}");
        try (FakeServer server = FakeServer.inTurn(underWay, open);
                ErpClient erp = client(server)) {
            var refused = catchThrowableOfType(
                    Conflict.class, () -> erp.cashSessions().open("C1", Money.usd("50"), Money.ves("0")));

            assertThat(refused.code()).isEqualTo("cash.session-open");
            assertThat(refused.attempts()).isEqualTo(2);
            assertThat(refused.idempotencyKey()).contains(keys(server).get(0));
        }
    }

    @Test
    void aServerThatIsNotThereIsAConnectionFailureWithTheKey() {
        FakeServer gone = FakeServer.inTurn(DOWN);
        gone.close();
        try (ErpClient erp = client(gone)) {
            var failed = catchThrowableOfType(
                    ConnectionFailed.class, () -> erp.send("POST", "/invoices", CallOptions.none()));

            assertThat(failed.attempts()).isEqualTo(3);
            assertThat(failed.idempotencyKey()).isPresent();
            assertThat(failed).hasMessageContaining("POST /api/v1/invoices").hasMessageContaining("3 attempts");
        }
    }

    private ErpClient client(FakeServer server) {
        return ErpClient.builder()
                .baseUri(server.uri())
                .sleeper(pauses::add)
                .jitter(() -> 0.5)
                .build();
    }

    private static List<String> keys(FakeServer server) {
        return server.received().stream()
                .map((Received request) -> request.header("Idempotency-Key").orElse("none"))
                .toList();
    }
}
