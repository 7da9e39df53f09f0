package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.get;
import static com.servistech.erp.it.Refusal.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks is looked at before what they ask: 401, 403, 400 and 428, 404, a kept answer, 422, 412 and 409. */
class OrderOfChecksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient NOBODY = SERVER.nobody();
    private static final ErpClient DESK = SERVER.as("front-desk.ccs-01");
    private static final ErpClient TECHNICIAN = SERVER.as("technician.ccs-01");
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final String UNKNOWN = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "", "{}", "{\"name\":5}"})
    void aStrangerIsAStrangerWhateverTheySend(String body) {
        assertRefused(post(NOBODY, "/customers", body), 401, "auth.required");
        assertRefused(post(NOBODY, "/customers/" + UNKNOWN + "/devices", body), 401, "auth.required");
        assertRefused(post(NOBODY, "/auth/change-password", body), 401, "auth.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic YTpi", "Bearer", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."})
    void aTokenThatIsNotOursIsNone(String authorization) {
        CallOptions options = CallOptions.raw().header("Authorization", authorization);
        assertRefused(NOBODY.send("GET", "/customers", options), 401, "auth.required");
        assertRefused(NOBODY.send("GET", "/customers/123", options), 401, "auth.required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{bad", "", "{}"})
    void whoMayNotIsToldSoWhateverTheySend(String body) {
        assertRefused(post(TECHNICIAN, "/customers", body), 403, "access.forbidden");
        assertRefused(post(DESK, "/parts", body), 403, "access.forbidden");
        assertRefused(post(TECHNICIAN, "/invoices/" + UNKNOWN + "/payments", body), 403, "access.forbidden");
        assertRefused(
                TECHNICIAN.sendText("PUT", "/customers/" + UNKNOWN, body, CallOptions.raw()), 403, "access.forbidden");
    }

    @ParameterizedTest
    @CsvSource({"X", "*", "00000000-0000-0000-0000-000000000000", "0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87"})
    void aStoreThatIsNotTheCallersIsRefusedBeforeTheBody(String store) {
        CallOptions there = CallOptions.raw().header("X-Store-ID", store);
        assertRefused(DESK.send("GET", "/customers", there), 403, "store.forbidden");
        assertRefused(DESK.sendText("POST", "/customers", "{bad", there), 403, "store.forbidden");
    }

    @Test
    void theSisterStoreIsRefusedAndSoIsAStoreThatDoesNotExist() {
        String sister = get(SERVER.as("manager.vln-01"), "/stores")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        assertRefused(
                DESK.send("GET", "/customers", CallOptions.raw().header("X-Store-ID", sister)), 403, "store.forbidden");
        ErpClient admin = SERVER.as("admin");
        assertThat(admin.send("GET", "/customers", CallOptions.raw().header("X-Store-ID", sister))
                        .status())
                .isEqualTo(200);
        assertRefused(
                admin.send("GET", "/customers", CallOptions.raw().header("X-Store-ID", UNKNOWN)),
                403,
                "store.forbidden");
    }

    @Test
    void aSuperAdminIsAskedForAStoreBeforeTheBodyIsRead() {
        assertRefused(post(SERVER.as("admin"), "/customers", "{}"), 400, "store.required");
        assertRefused(get(SERVER.as("admin"), "/customers"), 400, "store.required");
    }

    @Test
    void movingMoneyOrStockWithoutAKeyIsNotBegunWhateverTheBodySays() {
        CallOptions keyless = CallOptions.raw().withoutIdempotencyKey();
        for (String path : List.of(
                "/stock-movements",
                "/invoices",
                "/invoices/" + UNKNOWN + "/payments",
                "/payments/" + UNKNOWN + "/confirm",
                "/payments/" + UNKNOWN + "/reject",
                "/cash-sessions",
                "/cash-sessions/" + UNKNOWN + "/close",
                "/orders/" + UNKNOWN + "/parts",
                "/commissions/settlements",
                "/commissions/payments",
                "/commissions/debits",
                "/commissions/debits/" + UNKNOWN + "/approval")) {
            assertRefused(MANAGER.sendText("POST", path, "{}", keyless), 400, "idempotency.key-required");
        }
    }

    @Test
    void anUpdateWithoutTheVersionThatWasReadIsNotBegunWhateverTheBodySays() {
        assertRefused(
                DESK.sendText("PUT", "/customers/" + UNKNOWN, "{}", CallOptions.raw()), 428, "precondition.required");
        assertRefused(
                MANAGER.sendText("PUT", "/parts/" + UNKNOWN, "{\"x\":1}", CallOptions.raw()),
                428,
                "precondition.required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /customers/%s/devices | customers.not-found
        /orders/%s/transitions | orders.not-found
        /orders/%s/assignment | orders.not-found
        /orders/%s/parts | orders.not-found
        /orders/%s/qa-results | orders.not-found
        /invoices/%s/payments | invoices.not-found
        /payments/%s/reject | payments.not-found
        /cash-sessions/%s/close | cash.not-found
        """)
    void whatIsNotThereIsNotThereWhateverIsSentToIt(String path, String code) {
        assertRefused(post(MANAGER, path.formatted(UNKNOWN), "{\"x\":1}"), 404, code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        /invoices/%s/payments | {"method":"ZELLE","amount":{"amount":"-1.00","currency":"VES"}} | invoices.not-found
        /payments/%s/reject | {"reason":""} | payments.not-found
        /cash-sessions/%s/close | {"countedUsd":{"amount":"-1.00","currency":"VES"},"countedVes":{"amount":"0.00","currency":"VES"}} | cash.not-found
        /customers/%s/devices | {"type":"PHONE","brand":"","model":""} | customers.not-found
        /orders/%s/parts | {"partId":"0193a5c2-7b1e-7c4d-9a3f-5e2d1c0b9a87","quantity":-1} | orders.not-found
        """)
    void whatIsNotThereIsNotThereWhateverRuleTheBodyBreaks(String path, String body, String code) {
        assertRefused(post(MANAGER, path.formatted(UNKNOWN), body), 404, code);
    }

    @Test
    void anUpdateOfWhatIsNotThereIsNotThereWhateverIsSent() {
        CallOptions version = CallOptions.raw().ifMatch("\"1\"");
        assertRefused(MANAGER.sendText("PUT", "/customers/" + UNKNOWN, "{}", version), 404, "customers.not-found");
        assertRefused(MANAGER.sendText("PUT", "/parts/" + UNKNOWN, "{}", version), 404, "inventory.not-found");
        assertRefused(MANAGER.sendText("PUT", "/orders/" + UNKNOWN, "{\"x\":1}", version), 404, "orders.not-found");
        assertRefused(SERVER.as("admin").sendText("PUT", "/stores/" + UNKNOWN, "{}", version), 404, "stores.not-found");
    }

    @Test
    void anotherStoresThingIsAnsweredLikeOneThatDoesNotExist() {
        String theirs = firstId(SERVER.as("front-desk.vln-01"), "/customers");
        RawResponse foreign = post(DESK, "/customers/" + theirs + "/devices", "{}");
        RawResponse missing = post(DESK, "/customers/" + UNKNOWN + "/devices", "{}");
        assertRefused(foreign, 404, "customers.not-found");
        assertThat(withoutNames(foreign)).isEqualTo(withoutNames(missing));
        assertThat(withoutNames(get(DESK, "/customers/" + theirs)))
                .isEqualTo(withoutNames(get(DESK, "/customers/" + UNKNOWN)));
    }

    @Test
    void aRepeatedKeyIsAnsweredBeforeTheBodyIsLookedAtAndAnotherBodyIsRefused() {
        CallOptions key = CallOptions.raw().idempotencyKey(UUID.randomUUID().toString());
        String body = Intake.customer();
        RawResponse first = DESK.sendText("POST", "/customers", body, key);
        assertThat(first.status()).isEqualTo(201);
        RawResponse again = DESK.sendText("POST", "/customers", body, key);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.replayed()).isTrue();
        assertInvalid(DESK.sendText("POST", "/customers", "{}", key), " idempotency.key-reused");
    }

    @Test
    void wrongInputIsSaidBeforeAStaleVersionAndAStaleVersionBeforeNothing() {
        RawResponse made = post(DESK, "/customers", Intake.customer());
        String path = "/customers/" + made.object().getString("id");
        String good = "{\"name\":\"Eva Luna\",\"document\":\"%s\",\"phone\":\"04141234567\"}"
                .formatted(made.object().getString("document"));
        CallOptions first = CallOptions.raw().ifMatch(made.header("ETag").orElseThrow());
        assertThat(DESK.sendText("PUT", path, good, first).status()).isEqualTo(200);
        assertInvalid(DESK.sendText("PUT", path, good.replace("04141234567", "x"), first), "/phone phone.structure");
        assertInvalid(DESK.sendText("PUT", path, "[]", first), " field.type");
        assertRefused(DESK.sendText("PUT", path, good, first), 412, "version.stale");
        for (String unread : List.of("*", "2", "W/\"2\"", "\"abc\"", "\"99999999999\"")) {
            assertRefused(DESK.sendText("PUT", path, good, CallOptions.raw().ifMatch(unread)), 412, "version.stale");
        }
    }

    @Test
    void aMoveThatIsNotLegalIsAConflictAndSaysWhereTheOrderMayGo() {
        String order = Intake.order(DESK);
        assertInvalid(post(DESK, "/orders/" + order + "/transitions", "{\"to\":\"GONE\"}"), "/to field.value");
        RawResponse answer = post(MANAGER, "/orders/" + order + "/transitions", "{\"to\":\"READY\"}");
        assertRefused(answer, 409, "orders.illegal-transition");
        assertThat(answer.object().getString("detail")).contains("TRIAGE", "DIAGNOSIS", "CANCELLED");
        assertRefused(
                post(DESK, "/orders/" + order + "/transitions", "{\"to\":\"DELIVERED\"}"),
                409,
                "orders.illegal-transition");
    }

    private static String firstId(ErpClient client, String path) {
        return get(client, path).object().getJsonArray("items").getJsonObject(0).getString("id");
    }

    private static List<String> withoutNames(RawResponse answer) {
        JsonObject problem = answer.object();
        return problem.keySet().stream()
                .filter(name -> !name.equals("requestId") && !name.equals("instance"))
                .map(name -> name + "=" + problem.get(name))
                .toList();
    }
}
