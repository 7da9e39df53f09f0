package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.cli.demo.Demo;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and verbs that try to get past the gate: whatever is written, the same is asked as of the plain address. */
class AddressAttacksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Raw STRANGER = new Raw(SERVER, null);
    private static final Raw TECHNICIAN = new Raw(SERVER, token("technician.ccs-01"));
    private static final Raw MANAGER = new Raw(SERVER, token("manager.ccs-01"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-HTTP-Method-Override: DELETE",
                "X-HTTP-Method: PUT",
                "X-Method-Override: PUT",
                "_method: DELETE"
            })
    void A33_aHeaderThatNamesAnotherVerbIsNotRead(String header) {
        assertThat(MANAGER.ask("GET /api/v1/customers?_method=DELETE", header).status())
                .isEqualTo(200);
        assertThat(MANAGER.ask("POST /api/v1/customers/01a20faf-0000-7000-8000-000000000000", new byte[0], header)
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO", "PATCH", "DELETE"})
    void A34_aVerbThatIsNotKnownHereDoesNothingAndRepeatsNothing(String verb) {
        Raw.Answer answer = MANAGER.ask(verb + " /api/v1/customers", "X-Secret: 4711-secret");
        assertThat(answer.status()).as(answer.body()).isIn(400, 403, 404, 405, 501);
        assertThat(answer.body()).doesNotContain("4711-secret", "Bearer");
    }

    @Test
    void A34_aVerbInSmallLettersIsHeldToTheSameRules() {
        byte[] nothing = new byte[0];
        String customer = "/api/v1/customers/01a20faf-0000-7000-8000-000000000000";
        assertThat(MANAGER.ask("put " + customer, nothing).status()).isIn(400, 405, 428, 501);
        assertThat(TECHNICIAN.ask("post /api/v1/customers", nothing).status()).isIn(400, 403, 405, 501);
        assertThat(STRANGER.ask("get /api/v1/customers").status()).isIn(400, 401, 405, 501);
    }

    @Test
    void A35_headAndOptionsSayNoMoreThanGet() {
        assertThat(STRANGER.ask("HEAD /api/v1/customers").status()).isEqualTo(401);
        Raw.Answer head = MANAGER.ask("HEAD /api/v1/customers");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(TECHNICIAN.ask("HEAD /api/v1/audit").status()).isEqualTo(403);
        Raw.Answer options = STRANGER.ask("OPTIONS /api/v1/customers");
        assertThat(options.status()).isIn(200, 204, 401);
        assertThat(options.body()).doesNotContain("com.", "wadl", "items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/%s",
                "/api//v1/%s",
                "/api/v1//%s",
                "/api/v1/%s;x=1",
                "/api;x=1/v1/%s",
                "/;x/api/v1/%s",
                "/api/v1/./%s",
                "/api/v1/x/../%s",
                "/api/v1/%%2e/%s",
                "/api/v1/x/%%2e%%2e/%s",
                "/api/v1/..%%2fv1/%s",
                "/api%%2Fv1%%2F%s",
                "/api/v1/%s/",
                "/api/v1/%s/.json",
                "/api/v1/%s.json",
                "/api/v1/%s.",
                "/api/v1/%s%%20",
                "/api/v1/%s%%00",
                "/api/v1/%s%%0a",
                "/api/v1/%s%%3f",
                "/API/V1/%s",
                "/api/v1/%s#x",
                "http://localhost/api/v1/%s",
                "\\api\\v1\\%s"
            })
    void A36_aCrookedAddressOpensNothingThatThePlainOneDoesNot(String address) {
        Raw.Answer stranger = STRANGER.ask("GET " + address.formatted("customers"));
        assertThat(stranger.status()).as(stranger.body()).isIn(400, 401, 404);
        Raw.Answer role = TECHNICIAN.ask("GET " + address.formatted("audit"));
        assertThat(role.status()).as(role.body()).isIn(400, 403, 404);
        assertThat(stranger.headers()).containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(stranger.body()).doesNotContain("items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/%zz",
                "GET /api/v1/customers?q=%zz",
                "GET /%",
                "GET /api/v1/%c0%ae%c0%ae/customers",
                "GET /api/v1/\u00f1",
                "GET api/v1/customers",
                "GET /api/v1/customers?q=[]{}|^`\"<>",
                "GET  /api/v1/customers",
                "NOT-HTTP",
                "GET /api/v1/customers HTTP/9.9\r\nX:"
            })
    void A36_whatIsNoAddressIsRefusedWithTheSameGuards(String line) {
        Raw.Answer answer = STRANGER.ask(line);
        assertThat(answer.status()).as(answer.body()).isIn(0, 400, 401, 404, 505);
        if (answer.status() != 0) {
            assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff");
            assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("<html", "srve", "liberty", "exception");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/IBMJMXConnectorREST",
                "/adminCenter",
                "/jwt/ibm",
                "/batch",
                "/console",
                "/actuator",
                "/server-status",
                "/api/v1/../../WEB-INF/web.xml",
                "/WEB-INF/classes/META-INF/microprofile-config.properties",
                "/META-INF/MANIFEST.MF",
                "/.env",
                "/.git/config"
            })
    void A37_nothingOfTheInsideIsServed(String path) {
        Raw.Answer answer = STRANGER.ask("GET " + path);
        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
    }

    /** Open Liberty's own door for operators: closed without TLS and a user of its own, and there are neither. */
    @Test
    void A37_theServersOwnInterfaceLetsNobodyIn() {
        for (String path : new String[] {"/ibm/api", "/ibm/api/batch/jobinstances"}) {
            Raw.Answer answer = STRANGER.ask("GET " + path);
            assertThat(answer.status()).isIn(302, 401, 403, 404);
            assertThat(answer.headers().getOrDefault("Location", "https://")).startsWith("https://");
        }
    }

    private static String token(String who) {
        return SERVER.nobody()
                .auth()
                .login(who + "@servistech.test", Demo.PASSWORD)
                .accessToken();
    }
}
