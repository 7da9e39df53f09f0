package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent, the answer says what is wrong, where, and how to put it right; never a 500. */
class BadInputTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient DESK = SERVER.as("front-desk.ccs-01");
    private static final ErpClient WAREHOUSE = SERVER.as("warehouse.ccs-01");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"name":5,"document":"V-12345678","phone":"04141234567"} | /name | field.type
        {"document":"V-12345678","phone":"04141234567"} | /name | field.required
        {"name":null,"document":"V-12345678","phone":"04141234567"} | /name | field.required
        {"name":"Ana","document":"V-12345678","phone":"04141234567","vip":true} | /vip | field.unknown
        {"name":"Ana","document":"12","phone":"04141234567"} | /document | document.structure
        {"name":"Ana","document":"V-12345678","phone":"x"} | /phone | phone.structure
        [] | ~~ | field.type
        """)
    void aCustomerThatCannotBeIsRefusedWithThePlaceAndTheReason(String body, String pointer, String code) {
        RawResponse answer = send(DESK, "/customers", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(errors(answer)).contains(pointer + " " + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"amount":"1.234","currency":"USD"} | /cost/amount | money.scale
        {"amount":12.5,"currency":"USD"} | /cost/amount | field.type
        {"amount":"1e5","currency":"USD"} | /cost/amount | number.decimal
        {"amount":"1.00","currency":"COP"} | /cost/currency | field.value
        {"amount":"1.00"} | /cost/currency | field.required
        {"amount":"-1.00","currency":"USD"} | /cost/amount | money.negative
        {"amount":"1.00","currency":"VES"} | /cost/currency | money.currency
        "1.00" | /cost | field.type
        """)
    void anAmountThatCannotBeIsRefused(String cost, String pointer, String code) {
        String body = """
            {"sku":"X-1","name":"x","type":"PART","cost":%s,"price":{"amount":"5.00","currency":"USD"}}""".formatted(cost);
        RawResponse answer = send(WAREHOUSE, "/parts", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(errors(answer)).as(answer.text()).anyMatch(error -> error.startsWith(pointer));
        assertThat(errors(answer)).as(code).isNotEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        RawResponse answer = send(DESK, "/customers", "{\"name\":1,\"document\":2,\"phone\":3,\"x\":4}");
        assertThat(errors(answer)).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {bad | 400
        {"name":"a","name":"b"} | 400
        {} trailing | 400
        ~~ | 400
        """)
    void aBodyThatIsNotJsonIsMalformed(String body, int status) {
        assertThat(send(DESK, "/customers", body).status()).isEqualTo(status);
    }

    @Test
    void anUnknownIdAnUnknownPathAndAnotherMethodAreProblemsToo() {
        for (String path : List.of("/customers/" + UUID.randomUUID(), "/customers/123", "/nothing")) {
            RawResponse answer = DESK.send("GET", path, CallOptions.raw());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.requestId()).isPresent();
        }
        assertThat(DESK.send("DELETE", "/customers", CallOptions.raw()).status())
                .isEqualTo(405);
    }

    @Test
    void withoutATokenOrWithABadOneNobodyGetsIn() {
        ErpClient nobody = SERVER.nobody();
        for (String token : List.of("", "Bearer x", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")) {
            RawResponse answer =
                    nobody.send("GET", "/customers", CallOptions.raw().header("Authorization", token));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.object().getString("code")).isEqualTo("auth.required");
        }
    }

    @Test
    void anUpdateNeedsTheVersionThatWasReadAndAStaleOneIsRefused() {
        RawResponse made = send(
                DESK,
                "/customers",
                "{\"name\":\"Eva\",\"document\":\"V-%d\",\"phone\":\"04141234567\"}"
                        .formatted(20_000_000 + System.nanoTime() % 1_000_000));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = "/customers/" + made.object().getString("id");
        String body = "{\"name\":\"Eva Luna\",\"document\":\"%s\",\"phone\":\"04141234567\"}"
                .formatted(made.object().getString("document"));
        assertThat(DESK.sendText("PUT", path, body, CallOptions.raw()).status()).isEqualTo(428);
        CallOptions first = CallOptions.raw().ifMatch(made.header("ETag").orElseThrow());
        assertThat(DESK.sendText("PUT", path, body, first).status()).isEqualTo(200);
        assertThat(DESK.sendText("PUT", path, body, first).status()).isEqualTo(412);
    }

    @Test
    void movingStockWithoutAKeyIsNotBegun() {
        RawResponse answer = WAREHOUSE.sendText(
                "POST",
                "/stock-movements",
                "{\"partId\":\"%s\",\"kind\":\"RECEIPT\",\"quantity\":1,\"reason\":\"x\"}".formatted(UUID.randomUUID()),
                CallOptions.raw().withoutIdempotencyKey());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.object().getString("code")).isEqualTo("idempotency.key-required");
    }

    private static RawResponse send(ErpClient client, String path, String body) {
        return client.sendText("POST", path, body == null ? "" : body, CallOptions.raw());
    }

    private static List<String> errors(RawResponse answer) {
        JsonObject problem = Json.createReader(new StringReader(answer.text())).readObject();
        return problem.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer") + " " + error.getString("code"))
                .toList();
    }
}
