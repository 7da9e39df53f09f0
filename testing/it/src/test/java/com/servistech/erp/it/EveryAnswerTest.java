package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever answers, the answer has a name and guards the browser that shows it. */
class EveryAnswerTest {

    private static final ErpClient NOBODY = RunningServer.shared().nobody();
    private static final CallOptions ROOT = CallOptions.raw().atRoot();

    @ParameterizedTest
    @CsvSource({
        "/health, 200",
        "/health/live, 200",
        "/health/ready, 200",
        "/metrics, 200",
        "/openapi, 200",
        "/openapi/ui/, 200",
        "/, 404",
        "/nothing, 404",
        "/nothing/at/all.html, 404",
        "/WEB-INF/web.xml, 404",
        "/api/v1, 404",
        "/api/v1/nothing, 404",
        "/api/v1/customers, 401"
    })
    void hasANameAndGuards(String path, int status) {
        RawResponse answer = NOBODY.send("GET", path, ROOT);
        assertThat(answer.status()).as(path).isEqualTo(status);
        assertThat(answer.requestId()).as(path).isPresent();
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options").orElse("")).isIn("SAMEORIGIN", "DENY");
        assertThat(answer.header("Referrer-Policy")).contains("strict-origin-when-cross-origin");
        assertThat(answer.header("Permissions-Policy")).contains("geolocation=(), microphone=(), camera=()");
        assertThat(answer.header("X-XSS-Protection")).contains("0");
        assertThat(answer.header("Strict-Transport-Security")).contains("max-age=63072000; includeSubDomains");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.header("Content-Security-Policy").orElse("")).startsWith("default-src ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/nothing.html",
                "/error",
                "/WEB-INF/web.xml",
                "/api",
                "/api/v1",
                "/api/v2/customers"
            })
    void whereNothingIsAProblemSaysSo(String path) {
        assertRefused(NOBODY.send("GET", path, ROOT), 404, "request.no-such-path");
        assertRefused(NOBODY.sendText("POST", path, "{}", ROOT), 404, "request.no-such-path");
    }

    @Test
    void theCallersOwnNameForTheRequestIsKeptWhenItCanBeWrittenIntoALog() {
        assertThat(NOBODY.send("GET", "/customers", CallOptions.raw().header("X-Request-ID", "pos-7:42"))
                        .requestId())
                .contains("pos-7:42");
        assertThat(NOBODY.send("GET", "/health", ROOT.header("X-Request-ID", "a b\"c"))
                        .requestId()
                        .orElseThrow())
                .doesNotContain(" ")
                .hasSize(36);
    }
}
