package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.JsonObject;
import java.util.List;

/** Sends what should be refused, and looks at the refusal. */
final class Refusal {

    private Refusal() {}

    static RawResponse post(ErpClient client, String path, String body) {
        return client.sendText("POST", path, body, CallOptions.raw());
    }

    static RawResponse get(ErpClient client, String path) {
        return client.send("GET", path, CallOptions.raw());
    }

    /** A problem with this status and code, which names the request. */
    static void assertRefused(RawResponse answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonObject problem = answer.object();
        assertThat(problem.getString("code")).as(answer.text()).isEqualTo(code);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer.requestId()).contains(problem.getString("requestId"));
    }

    /** Wrong input with exactly these places, each {@code "pointer code"}. */
    static void assertInvalid(RawResponse answer, String... places) {
        assertRefused(answer, 422, "input.invalid");
        assertThat(places(answer)).as(answer.text()).containsExactlyInAnyOrder(places);
    }

    static List<String> places(RawResponse answer) {
        return answer.object().getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> error.getString("pointer") + " " + error.getString("code"))
                .toList();
    }
}
