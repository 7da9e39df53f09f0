package com.servistech.erp.sdk;

import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.sdk.error.Problem;
import com.servistech.erp.sdk.error.Refusal;
import com.servistech.erp.sdk.internal.auth.Authorizing;
import com.servistech.erp.sdk.internal.http.Backoff;
import com.servistech.erp.sdk.internal.http.Call;
import com.servistech.erp.sdk.internal.http.Deadline;
import com.servistech.erp.sdk.internal.http.JdkTransport;
import com.servistech.erp.sdk.internal.http.Outcome;
import com.servistech.erp.sdk.internal.http.RetryAfter;
import com.servistech.erp.sdk.internal.http.Retrying;
import com.servistech.erp.sdk.internal.json.JsonText;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;

/**
 * The pipeline that all clients of one caller share: deadline, retries, credentials, network; and what becomes of an
 * answer at its end.
 */
final class Wire {

    private static final Logger LOG = System.getLogger("com.servistech.erp.sdk.http");

    private final ClientSettings settings;
    private final JdkTransport transport;
    private final Retrying pipeline;

    private Wire(ClientSettings settings, JdkTransport transport, Credentials credentials) {
        URI auth = settings.baseUri().resolve("api/v1/auth/");
        ClientSettings.Outside outside = settings.outside();
        this.settings = settings;
        this.transport = transport;
        this.pipeline = new Retrying(
                new Authorizing(transport, credentials.open(transport, auth, outside.clock())),
                new Backoff(outside.jitter()),
                outside.clock(),
                outside.sleeper());
    }

    static Wire open(ClientSettings settings, Credentials credentials) {
        ClientSettings.Timeouts timeouts = settings.timeouts();
        JdkTransport transport =
                new JdkTransport(settings.tls(), timeouts.connect(), timeouts.attempt(), settings.maximumBody());
        return new Wire(settings, transport, credentials);
    }

    /** The same connections for another caller. */
    Wire as(Credentials credentials) {
        return new Wire(settings, transport, credentials);
    }

    RawResponse send(Call call, CallOptions options) {
        Deadline deadline =
                Deadline.in(options.timeout().orElse(settings.timeouts().call()));
        Outcome outcome = pipeline.send(call, deadline, options.retries().orElse(settings.retries()));
        RawResponse response = new RawResponse(call.line(), outcome, call.idempotencyKey());
        LOG.log(
                Level.DEBUG,
                () -> response + ", request " + response.requestId().orElse("unknown") + ", attempts "
                        + response.attempts());
        if (!response.successful() && !options.isRaw()) {
            throw ApiException.of(refusal(outcome, response));
        }
        return response;
    }

    void close() {
        transport.close();
    }

    private Refusal refusal(Outcome outcome, RawResponse response) {
        var document = JsonText.object(outcome.reply().body()).orElse(JsonValue.EMPTY_JSON_OBJECT);
        return new Refusal(
                Problem.read(response.status(), response.requestId(), document),
                response.idempotencyKey(),
                response.attempts(),
                RetryAfter.in(outcome.reply().headers(), settings.outside().clock()));
    }
}
