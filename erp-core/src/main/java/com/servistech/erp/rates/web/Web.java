package com.servistech.erp.rates.web;

import com.servistech.erp.rates.Attempt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Asks a web server with patience. TLS is always verified, names included; there is no switch. Plain http is for this
 * machine only. What can pass by itself (no line, time-out, 429, 5xx) is tried again; what cannot (an unknown
 * certificate, 403, a body that is too large) is not.
 */
public final class Web {

    /** Who asks, and where to complain. */
    public static final String USER_AGENT =
            "ServisTech-ERP/4.0 (+official exchange rate for one company's own invoices)";

    private static final int MOST_REDIRECTS = 3;

    private record Tried(Answer answer, boolean again) {}

    private final Clock clock;
    private final Pause pause;
    private final RandomGenerator chance;
    private final Patience patience;
    private final HttpClient client;

    public Web(Clock clock, Pause pause, Patience patience, SSLContext tls) {
        this.clock = clock;
        this.pause = pause;
        this.patience = patience;
        this.chance = RandomGenerator.getDefault();
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience.connect())
                // followed by hand: each step must be as trustworthy as the first
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    public Clock clock() {
        return clock;
    }

    public Pause pause() {
        return pause;
    }

    public Answer get(String channel, URI address, String accept) {
        return ask(
                channel,
                address,
                HttpRequest.newBuilder().header("Accept", accept).GET());
    }

    public Answer post(String channel, URI address, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return ask(channel, address, request);
    }

    private Answer ask(String channel, URI address, HttpRequest.Builder request) {
        request.header("User-Agent", USER_AGENT).header("Accept-Encoding", "gzip");
        long end = System.nanoTime() + patience.overall().toNanos();
        Tried tried = once(channel, 1, address, request, end);
        for (int i = 0; tried.again() && i < patience.pauses().size(); i++) {
            Duration wait = stretched(patience.pauses().get(i));
            if (System.nanoTime() + wait.toNanos() >= end) {
                break;
            }
            try {
                pause.pause(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            tried = once(channel, i + 2, address, request, end);
        }
        return tried.answer();
    }

    private Tried once(String channel, int tries, URI address, HttpRequest.Builder request, long end) {
        Instant requestedAt = clock.instant();
        Attempt attempt = new Attempt(channel, requestedAt, tries, null);
        try {
            URI step = address;
            for (int i = 0; i <= MOST_REDIRECTS; i++) {
                Addresses.requireTrustworthy(step);
                HttpResponse<byte[]> response = send(request.uri(step).build(), end);
                attempt = new Attempt(channel, requestedAt, tries, Issuers.of(response));
                Optional<String> location = response.headers().firstValue("Location");
                if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                    return answered(attempt, step, response);
                }
                step = step.resolve(location.get());
            }
            return none(attempt, "the server sends us around in circles", false);
        } catch (IllegalArgumentException e) {
            return none(attempt, e.getMessage(), false);
        } catch (SSLException e) {
            return new Tried(
                    new Answer.None(attempt, "the server's certificate cannot be verified: " + e.getMessage(), true),
                    false);
        } catch (BoundedBody.TooLarge e) {
            return new Tried(new Answer.Unreadable(attempt, e.getMessage()), false);
        } catch (TimeoutException e) {
            return none(attempt, "no whole answer within " + patience.attempt().toSeconds() + " s", true);
        } catch (IOException e) {
            return none(attempt, "the server cannot be reached: " + e, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none(attempt, "interrupted", false);
        }
    }

    /** The client's own time-out ends with the headers; this one covers the body too. */
    private HttpResponse<byte[]> send(HttpRequest request, long end)
            throws IOException, InterruptedException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, info -> new BoundedBody(patience.largest()));
        long nanos = Math.min(patience.attempt().toNanos(), Math.max(1, end - System.nanoTime()));
        try {
            return coming.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SSLException || cause instanceof BoundedBody.TooLarge) {
                    throw (IOException) cause;
                }
            }
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    private Tried answered(Attempt attempt, URI origin, HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status != 200) {
            return none(attempt, "the server answered with status " + status, status == 429 || status >= 500);
        }
        String packing = response.headers().firstValue("Content-Encoding").orElse("identity");
        byte[] body = response.body();
        if (packing.equals("gzip")) {
            body = BoundedBody.unpacked(body, patience.largest());
        } else if (!packing.equals("identity")) {
            return new Tried(new Answer.Unreadable(attempt, "the answer is packed as " + packing), false);
        }
        String type = response.headers().firstValue("Content-Type").orElse(null);
        return new Tried(new Answer.Body(attempt, body, type, origin.toString()), false);
    }

    private static Tried none(Attempt attempt, String reason, boolean again) {
        return new Tried(new Answer.None(attempt, reason, false), again);
    }

    private Duration stretched(Duration wait) {
        return wait.plusMillis(chance.nextLong(wait.toMillis() / 2 + 1));
    }
}
