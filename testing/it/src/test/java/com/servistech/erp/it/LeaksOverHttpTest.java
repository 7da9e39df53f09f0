package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.get;
import static com.servistech.erp.it.Refusal.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.Credentials;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk of one store tries to learn of its sister store, beyond what {@link AcrossStoresTest} tries everywhere. */
class LeaksOverHttpTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient DESK = SERVER.as("front-desk.ccs-01");
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final ErpClient THEIR_DESK = SERVER.as("front-desk.vln-01");
    private static final ErpClient ADMIN = SERVER.as("admin");

    private final String name = "Zenobia" + RunningServer.unique();
    private final Customer theirs =
            THEIR_DESK.customers().create(CustomerDraft.of(name, Intake.document(), "0414-7654321"));

    @ParameterizedTest
    @ValueSource(strings = {"/customers?q=%s", "/customers?q=%s&sort=name", "/orders?q=%s", "/customers?sort=%s"})
    void L04_aSearchForWhatOnlyTheyHaveFindsNothing(String list) {
        assertThat(get(DESK, list.formatted(name)).text()).doesNotContain(name);
        assertThat(get(THEIR_DESK, "/customers?q=" + name).text()).contains(name);
        assertThat(get(DESK, "/customers?q=" + theirs.document().replace("V-", ""))
                        .object()
                        .getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void L09_aListOfAnyFormHoldsOnlyTheOwnRows() {
        for (String accept : List.of("application/json", "text/csv", "application/vnd.ms-excel")) {
            CallOptions options = CallOptions.raw().header("Accept", accept);
            RawResponse answer = DESK.send("GET", "/customers?limit=100", options);
            assertThat(answer.status()).isEqualTo(accept.equals("application/json") ? 200 : 406);
            assertThat(answer.text()).doesNotContain(name);
        }
    }

    @Test
    void L13_aTokenWhoseStoreWasChangedIsNoToken() {
        String token = SERVER.nobody()
                .auth()
                .login("front-desk.ccs-01@servistech.test", Demo.PASSWORD)
                .accessToken();
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String there = THEIR_DESK.auth().me().storeId().orElseThrow().toString();
        String here = DESK.auth().me().storeId().orElseThrow().toString();
        String changed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace(here, there).getBytes(StandardCharsets.UTF_8));
        assertThat(changed).isNotEqualTo(parts[1]);
        assertRefused(get(with(parts[0] + "." + changed + "." + parts[2]), "/customers"), 401, "auth.required");
        assertThat(get(with(token), "/customers").status()).isEqualTo(200);
    }

    @Test
    void L15_whoWorksInAStoreThatWasClosedIsOut() {
        String number = RunningServer.unique().substring(4);
        String store = """
                {"issuerId":"%s","code":"LEK-%s","name":"Cierra pronto","address":"Calle 1","series":"L%s"}""".formatted(issuer(), number.substring(1), number);
        JsonObject opened = post(ADMIN, "/stores", store).object();
        String email = "cierra" + RunningServer.unique() + "@servistech.test";
        String person = """
                {"name":"Eva","email":"%s","role":"FRONT_DESK","storeId":"%s","password":"una clave de prueba"}""";
        assertThat(post(ADMIN, "/users", person.formatted(email, opened.getString("id")))
                        .status())
                .isEqualTo(201);
        ErpClient eva = client(Credentials.signIn(email, "una clave de prueba"));
        assertThat(get(eva, "/customers").status()).isEqualTo(200);
        RawResponse closed = ADMIN.sendText(
                "PUT",
                "/stores/" + opened.getString("id"),
                "{\"name\":\"Cerrada\",\"address\":\"Calle 1\",\"active\":false}",
                CallOptions.raw().ifMatch("\"1\""));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(get(eva, "/customers").status()).isIn(401, 403);
        assertThat(post(eva, "/customers", Intake.customer()).status()).isIn(401, 403);
    }

    @Test
    void L26_noAnswerIsKeptForTheNextReaderAndAnETagOfOthersOpensNothing() {
        RawResponse first = get(THEIR_DESK, "/customers/" + theirs.id());
        assertThat(first.header("Cache-Control")).contains("no-store");
        CallOptions known =
                CallOptions.raw().header("If-None-Match", first.header("ETag").orElseThrow());
        assertRefused(DESK.send("GET", "/customers/" + theirs.id(), known), 404, "customers.not-found");
        assertThat(get(DESK, "/customers/" + UUID.randomUUID()).header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void L33_aDocumentAndAPhoneThatTheyKnowAreAsFreeAsOthers() {
        String body = "{\"name\":\"Eva\",\"document\":\"%s\",\"phone\":\"0414-7654321\"}".formatted(theirs.document());
        RawResponse ours = post(DESK, "/customers", body);
        assertThat(ours.status()).as(ours.text()).isEqualTo(201);
        assertRefused(post(DESK, "/customers", body), 409, "customers.document-taken");
    }

    @Test
    void L48_theAuditOfAStoreIsAboutThatStore() {
        assertThat(get(MANAGER, "/audit?limit=100").text())
                .doesNotContain(name, theirs.id().toString());
        assertThat(get(MANAGER, "/audit?id=" + theirs.id()).object().getJsonArray("items"))
                .isEmpty();
        assertThat(get(SERVER.as("manager.vln-01"), "/audit?id=" + theirs.id())
                        .object()
                        .getJsonArray("items"))
                .isNotEmpty();
    }

    private static String issuer() {
        return get(ADMIN, "/stores")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("issuer")
                .getString("id");
    }

    private static ErpClient with(String token) {
        return client(Credentials.token(token));
    }

    private static ErpClient client(Credentials credentials) {
        return ErpClient.builder()
                .baseUri(SERVER.root())
                .retries(0)
                .credentials(credentials)
                .build();
    }
}
