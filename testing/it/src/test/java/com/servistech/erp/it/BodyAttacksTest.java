package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that mean harm: each costs little and says what is wrong with it; {@link BadBodyTest} has those by mistake. */
class BodyAttacksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Description DESCRIPTION = Description.of(SERVER);
    private static final ErpClient DESK = SERVER.as("front-desk.ccs-01");
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final Raw RAW = new Raw(
            SERVER,
            SERVER.nobody()
                    .auth()
                    .login("front-desk.ccs-01@servistech.test", Demo.PASSWORD)
                    .accessToken());
    private static final String JSON = "Content-Type: application/json";
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    static Stream<Operation> withBodies() {
        return DESCRIPTION.operations().stream()
                .filter(operation -> operation.body().isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"email":"a@x.test","email":"admin@servistech.test","password":"x"} | 400
        {"email":["admin@servistech.test"],"password":"x"} | 422
        {"email":{"$ne":""},"password":{"$ne":""}} | 422
        {"email":null,"password":null} | 422
        {"email":true,"password":1} | 422
        [] | 422
        """)
    void A10_A11_aSignInOfAnotherShapeIsRefused(String body, int status) {
        assertThat(post(SERVER.nobody(), "/auth/login", body).status()).isEqualTo(status);
    }

    /** A32. */
    @ParameterizedTest
    @MethodSource("withBodies")
    void A32_aFieldThatNobodyOffersIsNotTaken(Operation operation) {
        JsonObject example = operation.body().orElseThrow().getJsonObject("example");
        JsonObject more = Json.createObjectBuilder(example)
                .add("createdAt", "2020-01-01T00:00:00Z")
                .add("superAdmin", true)
                .add("issuedBy", UUID.randomUUID().toString())
                .add("__proto__", JsonValue.EMPTY_JSON_OBJECT)
                .build();
        CallOptions options = CallOptions.raw().ifMatch("\"1\"");
        RawResponse answer = MANAGER.sendText(
                operation.verb(), operation.address(UUID.randomUUID().toString()), more.toString(), options);
        assertThat(answer.status()).as(answer.text()).isIn(403, 404, 422);
        if (answer.status() == 422) {
            assertThat(Refusal.places(answer))
                    .contains("/createdAt field.unknown", "/superAdmin field.unknown", "/issuedBy field.unknown");
        }
    }

    @Test
    void A42_whatIsNotUtf8IsMalformed() {
        for (byte[] name : new byte[][] {
            {(byte) 0xC0, (byte) 0xAF},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xFF},
            {(byte) 0xF8, (byte) 0x88}
        }) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes("{\"name\":\"".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(name);
            body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(RAW.ask("POST /api/v1/customers", body.toByteArray(), JSON)
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF{}",
                "{} {}",
                "{/* x */}",
                "// x\n{}",
                "{'name':'x'}",
                "{name:1}",
                "{\"name\":NaN}",
                "{\"name\":Infinity}",
                "{\"name\":01}",
                "{\"name\":.5}",
                "{\"name\":\"a\nb\"}",
                "{\"name\":1,}"
            })
    void A47_whatIsNearlyJsonIsMalformed(String body) {
        assertRefused(post(DESK, "/customers", body), 400, "request.malformed");
    }

    @Test
    void A47_deepLongAndWideBodiesCostLittle() {
        String[] bodies = {
            "[".repeat(10_000) + "]".repeat(10_000),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "{\"name\":" + "9".repeat(500_000) + "}",
            "{\"name\":1e" + "9".repeat(50) + "}",
            "{" + "\"k\":1,".repeat(100_000) + "\"z\":1}"
        };
        for (String body : bodies) {
            RawResponse answer = atOnce(DESK, "/customers", body);
            assertRefused(answer, 400, "request.malformed");
        }
        StringBuilder keys = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 60_000; i++) {
            keys.append(",\"k").append(i).append("\":1");
        }
        assertThat(atOnce(DESK, "/customers", keys.append('}').toString()).status())
                .isEqualTo(422);
    }

    @Test
    void A47_aHundredMegabytesAreRefusedBeforeTheyHaveCome() {
        byte[] head = ("POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + JSON
                        + "\r\nContent-Length: 104857600\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] some = new byte[3 << 20];
        Raw.Answer answer = RAW.send(head, some);
        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x-gzip", "gzip, gzip"})
    void A48_aPackedBodyIsNotUnpacked(String encoding) throws IOException {
        byte[] packed = gzip(new byte[50 << 20]);
        assertThat(packed.length).isLessThan(100_000);
        Raw.Answer answer = RAW.ask("POST /api/v1/customers", packed, JSON, "Content-Encoding: " + encoding);
        assertThat(answer.status()).as(answer.body()).isIn(400, 413, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "<x xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\"/></x>"
            })
    void A49_A50_xmlIsNotRead(String xml) {
        for (String type : new String[] {"application/xml", "text/xml", "image/svg+xml"}) {
            CallOptions options = CallOptions.raw().header("Content-Type", type);
            assertRefused(DESK.sendText("POST", "/customers", xml, options), 415, "request.media-type");
        }
        assertRefused(post(DESK, "/customers", xml), 400, "request.malformed");
        assertRefused(
                DESK.send("GET", "/customers", CallOptions.raw().header("Accept", "text/xml")),
                406,
                "request.not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@class", "@type", "$type", "class", "javaClass", "@c", "_class"})
    void A51_aHintOfATypeIsAnUnknownField(String hint) {
        String body = Intake.customer().replace("{", "{\"" + hint + "\":\"javax.script.ScriptEngineManager\",");
        assertInvalid(post(DESK, "/customers", body), "/" + hint + " field.unknown");
    }

    /** A52: no pattern goes over a long text again and again. */
    @ParameterizedTest
    @MethodSource("withBodies")
    void A52_noTextTakesLongToJudge(Operation operation) {
        JsonObject example = operation.body().orElseThrow().getJsonObject("example");
        for (String evil : new String[] {
            "a".repeat(60_000) + "!",
            "a@" + "a.".repeat(30_000),
            "0".repeat(60_000) + "x",
            " \t".repeat(30_000) + "x",
            "-".repeat(60_000)
        }) {
            JsonObject body = example;
            for (Map.Entry<String, JsonValue> entry : example.entrySet()) {
                if (entry.getValue() instanceof JsonString && !operation.path().endsWith("/login")) {
                    body = Json.createObjectBuilder(body)
                            .add(entry.getKey(), evil)
                            .build();
                }
            }
            CallOptions options = CallOptions.raw().ifMatch("\"1\"").timeout(AT_ONCE);
            RawResponse answer = MANAGER.sendText(
                    operation.verb(), operation.address(UUID.randomUUID().toString()), body.toString(), options);
            assertThat(answer.status()).as(answer.text()).isLessThan(500);
        }
    }

    @Test
    void A53_aScriptInANameIsATextAndNothingRunsIt() {
        String name = "<script>alert(1)</script>";
        RawResponse made = post(DESK, "/customers", Intake.customer().replace("Eva", name));
        assertThat(made.status()).isEqualTo(201);
        RawResponse read =
                Refusal.get(DESK, made.header("Location").orElseThrow().replace("/api/v1", ""));
        assertThat(read.object().getString("name")).isEqualTo(name);
        assertThat(read.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(read.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.header("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    @Test
    void A71_nobodyTellsTheServerWhereToCall() {
        assertThat(withBodies()
                        .map(operation -> operation.body().orElseThrow().getJsonObject("schema"))
                        .map(DESCRIPTION::resolved)
                        .flatMap(schema -> schema.getJsonObject("properties").keySet().stream()))
                .isNotEmpty()
                .noneMatch(name -> name.matches("(?i).*(url|uri|webhook|callback|avatar|endpoint|host).*"));
    }

    private static RawResponse atOnce(ErpClient client, String path, String body) {
        return client.sendText("POST", path, body, CallOptions.raw().timeout(AT_ONCE));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
