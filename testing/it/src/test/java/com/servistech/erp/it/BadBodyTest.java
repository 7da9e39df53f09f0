package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.places;
import static com.servistech.erp.it.Refusal.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer says what is wrong, where, and how to put it right; never a 500. */
class BadBodyTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient DESK = SERVER.as("front-desk.ccs-01");
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final String UNKNOWN = UUID.randomUUID().toString();

    /** A41 among them: PostgreSQL keeps no NUL. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"name":5,"document":"V-12345678","phone":"04141234567"} | /name | field.type
        {"document":"V-12345678","phone":"04141234567"} | /name | field.required
        {"name":null,"document":"V-12345678","phone":"04141234567"} | /name | field.required
        {"name":"Ana","document":"V-12345678","phone":"04141234567","vip":true} | /vip | field.unknown
        {"name":"Ana","document":"12","phone":"04141234567"} | /document | document.structure
        {"name":"Ana","document":"V-12345678","phone":"x"} | /phone | phone.structure
        {"name":"A\\u0000a","document":"V-12345678","phone":"04141234567"} | /name | text.character
        {"name":"A\\ud800a","document":"V-12345678","phone":"04141234567"} | /name | text.character
        """)
    void aCustomerThatCannotBeIsRefusedWithThePlaceAndTheReason(String body, String pointer, String code) {
        assertInvalid(post(DESK, "/customers", body), pointer + " " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void aBodyThatIsNoObjectIsWrongAsAWhole(String body) {
        assertInvalid(post(DESK, "/customers", body), " field.type");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        RawResponse answer = post(DESK, "/customers", "{\"name\":1,\"document\":2,\"phone\":3,\"x\":4}");
        assertThat(places(answer)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "{\"name\":\"a\",\"name\":\"b\"}", "{} trailing", "", " "})
    void aBodyThatIsNotJsonIsMalformed(String body) {
        assertRefused(post(DESK, "/customers", body), 400, "request.malformed");
    }

    @Test
    void aBodyDeeperThanAnyFormIsMalformedAndOneLongerThanAMegabyteTooLarge() {
        assertRefused(post(DESK, "/customers", "[".repeat(100_000)), 400, "request.malformed");
        assertRefused(post(DESK, "/customers", "\"" + "x".repeat(1 << 20) + "\""), 413, "request.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/json; charset=latin1", "multipart/form-data"})
    void aBodyOfAnotherTypeIsNotRead(String type) {
        RawResponse answer =
                DESK.sendText("POST", "/customers", "{}", CallOptions.raw().header("Content-Type", type));
        assertRefused(answer, 415, "request.media-type");
    }

    @Test
    void aBodyThatDoesNotSayItsTypeIsNotRead() throws IOException, InterruptedException {
        String token = SERVER.nobody()
                .auth()
                .login("front-desk.ccs-01@servistech.test", Demo.PASSWORD)
                .accessToken();
        HttpRequest untyped = HttpRequest.newBuilder(SERVER.root().resolve("/api/v1/customers"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(untyped, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"code\":\"request.media-type\"", "application/json");
    }

    @Test
    void whereNothingNeedsToBeSaidNoBodyIsNeeded() {
        CallOptions options = CallOptions.raw();
        assertRefused(MANAGER.send("POST", "/payments/" + UNKNOWN + "/confirm", options), 404, "payments.not-found");
        assertThat(MANAGER.send("POST", "/audit/verify", options).status()).isEqualTo(200);
        assertThat(SERVER.as("courier.mcb-01")
                        .send("POST", "/auth/logout", options)
                        .status())
                .isEqualTo(204);
        assertRefused(
                MANAGER.sendText("POST", "/payments/" + UNKNOWN + "/confirm", "{bad", options),
                400,
                "request.malformed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        /orders | {"customerId":"%s","deviceId":"%s","reportedIssue":"x","termsAccepted":true} | 404 | customers.not-found
        /invoices | {"customerId":"%s","lines":[{"type":"SERVICE","description":"x","quantity":1,"unitPrice":{"amount":"1.00","currency":"USD"},"tax":"GENERAL"}]} | 404 | customers.not-found
        /stock-movements | {"partId":"%s","kind":"RECEIPT","quantity":1,"reason":"x"} | 404 | inventory.not-found
        """)
    void anIdThatNobodyHasIsNotThere(String path, String body, int status, String code) {
        assertRefused(post(MANAGER, path, body.replace("%s", UNKNOWN)), status, code);
    }

    @Test
    void aPersonOrAStoreThatNobodyKnowsIsAWrongPlaceInTheBody() {
        String order = Intake.order(DESK);
        assertInvalid(
                post(MANAGER, "/orders/" + order + "/assignment", "{\"technicianId\":\"%s\"}".formatted(UNKNOWN)),
                "/technicianId technician.unknown");
        String user = """
            {"name":"x","email":"x%s@servistech.test","role":"QA","storeId":"%s","password":"una clave larga"}""".formatted(UNKNOWN, UNKNOWN);
        assertInvalid(post(MANAGER, "/users", user), "/storeId stores.not-found");
        assertInvalid(post(SERVER.as("admin"), "/users", user), "/storeId stores.not-found");
        String store = """
            {"issuerId":"%s","code":"XXX-99","name":"x","address":"x","series":"Z"}""".formatted(UNKNOWN);
        assertInvalid(post(SERVER.as("admin"), "/stores", store), "/issuerId issuers.unknown");
    }

    @Test
    void theIdOfAnotherStoresThingIsAsUnknownInABodyAsInAnAddress() {
        String theirs = Refusal.get(SERVER.as("front-desk.vln-01"), "/customers")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String order = "{\"customerId\":\"%s\",\"deviceId\":\"%s\",\"reportedIssue\":\"x\",\"termsAccepted\":true}";
        for (String id : List.of(theirs, UNKNOWN)) {
            assertRefused(post(DESK, "/orders", order.formatted(id, UNKNOWN)), 404, "customers.not-found");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"source":"HEARSAY"} | /source | field.value
        {} | /source | field.required
        """)
    void aBankThatIsNotKnownIsNotAsked(String body, String pointer, String code) {
        assertInvalid(post(MANAGER, "/rates/refresh", body), pointer + " " + code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "currency":"VES","rate":"1.00","valueDate":"2026-11-24" | /currency rates.currency
        "currency":"USD","rate":"0","valueDate":"2026-11-24" | /rate rates.rate
        "currency":"USD","rate":"0.000000001","valueDate":"2026-11-24" | /rate rates.rate
        "currency":"USD","rate":1.5,"valueDate":"2026-11-24" | /rate field.type
        "currency":"USD","rate":"1.00","valueDate":"2026-02-30" | /valueDate field.type
        "currency":"USD","rate":"1.00","valueDate":"9999-12-31" | /valueDate rates.value-date
        "source":"BCV","currency":"USD","rate":"1.00","valueDate":"2026-11-24" | /source field.value
        "currency":"USD","rate":"999999999999999999","valueDate":"2026-11-24" | /rate rates.rate
        """)
    void aRateThatCannotBeIsNotPublished(String fields, String place) {
        assertInvalid(post(MANAGER, "/rates", "{%s,\"reason\":\"de prueba\"}".formatted(fields)), place);
    }
}
