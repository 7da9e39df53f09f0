package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a request in its headers is believed of nobody, and repeated to nobody. */
class HeaderAttacksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final Raw STRANGER = new Raw(SERVER, null);
    private static final Raw DESK = new Raw(
            SERVER,
            SERVER.nobody()
                    .auth()
                    .login("front-desk.ccs-01@servistech.test", Demo.PASSWORD)
                    .accessToken());

    @Test
    void A38_theAddressInAHeaderIsNotTheCallers() {
        byte[] body = Intake.customer().getBytes(StandardCharsets.UTF_8);
        Raw.Answer made = DESK.ask(
                "POST /api/v1/customers",
                body,
                "Content-Type: application/json",
                "X-Request-ID: a38-" + RunningServer.unique(),
                "X-Forwarded-For: 6.6.6.6",
                "Forwarded: for=6.6.6.6;host=evil.test",
                "X-Real-IP: 6.6.6.6",
                "X-Forwarded-Host: evil.test",
                "X-Forwarded-Proto: https");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.headers().get("Location")).startsWith("/api/v1/customers/");
        String audit = Refusal.get(
                        MANAGER, "/audit?id=" + made.headers().get("Location").replaceAll(".*/", ""))
                .text();
        assertThat(audit).contains("127.0.0.1").doesNotContain("6.6.6.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.test", "localhost:1", "a b", "localhost\r\nHost: evil.test", ""})
    void A64_theHostIsNeverRepeated(String host) {
        Raw.Answer answer = STRANGER.send("GET /api/v1/customers HTTP/1.1\r\nHost: " + host
                + "\r\nConnection: close\r\nX-Forwarded-Host: evil.test\r\n\r\n");
        assertThat(answer.status()).isIn(400, 401);
        assertThat(answer.headers().toString() + answer.body()).doesNotContain("evil.test");
    }

    @Test
    void A54_aLineBreakInAValueMakesNoHeaderAndNoLine() {
        for (String path : List.of(
                "/api/v1/customers/%0d%0aX-Evil:%201", "/api/v1/customers?q=%0d%0aX-Evil:%201", "/x%0d%0aX-Evil:1")) {
            assertThat(DESK.ask("GET " + path).headers()).as(path).doesNotContainKey("X-Evil");
        }
        Raw.Answer folded = DESK.ask("GET /api/v1/customers", "X-Request-ID: a\r\n X-Evil: 1");
        assertThat(folded.headers()).doesNotContainKey("X-Evil");
        assertThat(DESK.ask("GET /api/v1/customers", "X-Request-ID: a%0d%0ab\u0001")
                        .headers())
                .extractingByKey("X-Request-ID")
                .asString()
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "null",
                "https://app.servistech.test.evil.test",
                "https://evilapp.servistech.test",
                "http://app.servistech.test",
                "https://app.servistech.test:444",
                "https://app.servistech.test/",
                "*"
            })
    void A61_aPageFromElsewhereMayNotRead(String origin) {
        for (String line : List.of("GET /api/v1/customers", "OPTIONS /api/v1/customers", "GET /api/v1/nothing")) {
            Raw.Answer answer = DESK.ask(line, "Origin: " + origin, "Access-Control-Request-Method: POST");
            assertThat(answer.headers().keySet())
                    .as(line)
                    .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
        }
    }

    @Test
    void A61_aPageOfOursMayReadAlsoWhatIsRefused() {
        CallOptions page = CallOptions.raw().header("Origin", RunningServer.PAGE);
        for (RawResponse answer : List.of(
                MANAGER.send("GET", "/customers", page),
                SERVER.nobody().send("GET", "/customers", page),
                MANAGER.send("GET", "/nothing", page),
                MANAGER.send("DELETE", "/customers", page))) {
            assertThat(answer.header("Access-Control-Allow-Origin")).contains(RunningServer.PAGE);
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.header("Vary").orElse("")).contains("Origin");
            assertThat(answer.header("Access-Control-Expose-Headers").orElse(""))
                    .contains("ETag", "Retry-After");
        }
        Raw.Answer preflight = STRANGER.ask(
                "OPTIONS /api/v1/customers",
                "Origin: " + RunningServer.PAGE,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,idempotency-key");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.headers().get("Access-Control-Allow-Methods")).contains("POST", "PUT");
        assertThat(preflight.headers().get("Access-Control-Allow-Headers"))
                .contains("Authorization", "Idempotency-Key");
    }

    @Test
    void A62_fiveHundredConnectionsThatSayNothingKeepNobodyWaiting() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                Socket socket = new Socket("localhost", SERVER.direct().getPort());
                socket.getOutputStream()
                        .write("GET /api/v1/customers HTTP/1.1\r\nX-Slow: ".getBytes(StandardCharsets.UTF_8));
                silent.add(socket);
            }
            CallOptions soon = CallOptions.raw().timeout(Duration.ofSeconds(10));
            for (int i = 0; i < 10; i++) {
                assertThat(MANAGER.send("GET", "/customers", soon).status()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/v1/auth/me HTTP/1.1\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 44\r\n\r\nGET /api/v1/stores HTTP/1.1\r\nHost: x\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 1e9\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"
            })
    void A63_whatTwoReadersCouldCountDifferentlyIsNotTwoRequests(String rest) {
        Raw.Answer answer = STRANGER.send(
                "POST /api/v1/auth/logout-everywhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + rest);
        assertThat(answer.status()).as(answer.body()).isIn(0, 400, 401, 411, 413, 415, 501);
        assertThat(answer.body()).as("one answer to one request").doesNotContain("HTTP/1.1");
    }

    @Test
    void A26_moreOfAHeaderThanAnyClientSendsIsNotRead() {
        Raw.Answer endless = STRANGER.ask("GET /api/v1/customers", "X-Long: " + "x".repeat(100_000));
        assertThat(endless.status()).isIn(400, 413, 414, 431);
        String[] many = new String[400];
        for (int i = 0; i < many.length; i++) {
            many[i] = "X-Header-" + i + ": x";
        }
        assertThat(STRANGER.ask("GET /api/v1/customers", many).status()).isIn(400, 413, 431);
        assertThat(STRANGER.ask("GET /api/v1/customers?q=" + "x".repeat(200_000))
                        .status())
                .isIn(400, 413, 414, 431);
    }
}
