package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.internal.http.Call;
import com.servistech.erp.sdk.internal.http.Deadline;
import com.servistech.erp.sdk.internal.http.Exchange;
import com.servistech.erp.sdk.internal.http.Reply;
import com.servistech.erp.sdk.internal.json.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that carry no token because they ask for one.
 *
 * @param address under which they are, ending in a slash
 */
record AuthCalls(Exchange transport, URI address) {

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/json", "Accept", "application/json");

    Reply post(String act, JsonObject body, Deadline deadline) throws IOException, InterruptedException {
        Call call = new Call("POST", address.resolve(act), HEADERS, Optional.of(JsonText.bytes(body)), true);
        return transport.send(call, deadline);
    }
}
