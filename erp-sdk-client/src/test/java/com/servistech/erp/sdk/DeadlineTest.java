package com.servistech.erp.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.sdk.FakeServer.Answer;
import com.servistech.erp.sdk.error.ConnectionFailed;
import com.servistech.erp.sdk.error.DeadlineExceeded;
import com.servistech.erp.sdk.error.InvalidResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DeadlineTest {

    @Test
    void aBodyThatStallsDoesNotHoldTheCallerBeyondTheDeadline() {
        try (FakeServer server = FakeServer.inTurn(Answer.stalling());
                ErpClient erp =
                        builder(server).callTimeout(Duration.ofMillis(300)).build()) {
            var ended = catchThrowableOfType(
                    DeadlineExceeded.class, () -> erp.send("POST", "/invoices", CallOptions.none()));

            assertThat(ended.attempts()).isEqualTo(1);
            assertThat(ended.idempotencyKey()).isPresent();
        }
    }

    @Test
    void oneCallMayHaveLessTimeThanTheOthers() {
        try (FakeServer server = FakeServer.inTurn(Answer.stalling());
                ErpClient erp = builder(server).build()) {
            CallOptions hurried = CallOptions.none().timeout(Duration.ofMillis(300));

            assertThatThrownBy(() -> erp.send("GET", "/orders", hurried)).isInstanceOf(DeadlineExceeded.class);
        }
    }

    @Test
    void anAttemptThatStallsIsGivenUpAndRepeatedWithinTheDeadline() {
        try (FakeServer server = FakeServer.inTurn(Answer.stalling(), Answer.of(200, "{\"items\":[]}"));
                ErpClient erp =
                        builder(server).attemptTimeout(Duration.ofMillis(300)).build()) {
            assertThat(erp.orders().list().items()).isEmpty();
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void aSignInThatStallsEndsWithTheCallThatNeededIt() {
        try (FakeServer server = FakeServer.inTurn(Answer.stalling());
                ErpClient erp = builder(server)
                        .credentials(Credentials.signIn("ana@servistech.test", "secret"))
                        .callTimeout(Duration.ofMillis(300))
                        .build()) {
            assertThatThrownBy(() -> erp.orders().list()).isInstanceOf(DeadlineExceeded.class);
        }
    }

    @Test
    void anInterruptedCallerGetsOutAndStaysInterrupted() {
        try (FakeServer server = FakeServer.inTurn(Answer.stalling());
                ErpClient erp = builder(server).build()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> erp.orders().list()).isInstanceOf(ConnectionFailed.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void anAnswerLargerThanTheClientHoldsIsRefused() {
        try (FakeServer server = FakeServer.inTurn(Answer.of(200, "x".repeat(2000)));
                ErpClient erp = builder(server).maximumBody(1000).build()) {
            assertThatThrownBy(() -> erp.send("GET", "/orders", CallOptions.none()))
                    .isInstanceOf(InvalidResponse.class)
                    .hasMessageContaining("more than 1000 bytes");
            assertThat(server.received()).hasSize(1);
        }
    }

    private static ErpClientBuilder builder(FakeServer server) {
        return ErpClient.builder().baseUri(server.uri()).sleeper(pause -> {});
    }
}
