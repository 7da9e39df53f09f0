package com.servistech.erp.sdk.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The network, by the JDK's HTTP client. The JDK's own request timeout stops counting when the headers are in, so a
 * stalled body would hold the caller for ever: here the waiting itself is bounded, and the exchange is then cancelled.
 */
public final class JdkTransport implements Exchange, AutoCloseable {

    private final ExecutorService threads;
    private final HttpClient http;
    private final Duration attemptTimeout;
    private final long maximumBody;

    public JdkTransport(boolean tls, Duration connectTimeout, Duration attemptTimeout, long maximumBody) {
        this.threads = Executors.newCachedThreadPool(JdkTransport::daemon);
        this.http = HttpClient.newBuilder()
                // over plain text HTTP/2 would cost an upgrade dance on each connection
                .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(threads)
                .build();
        this.attemptTimeout = attemptTimeout;
        this.maximumBody = maximumBody;
    }

    @Override
    public Reply send(Call call, Deadline deadline) throws IOException, InterruptedException {
        if (threads.isShutdown()) {
            throw new IllegalStateException("the client is closed");
        }
        Duration time = deadline.atMost(attemptTimeout);
        if (time.isZero()) {
            throw new HttpTimeoutException("no time left to send the request");
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request(call), head -> new BoundedBody(maximumBody));
        try {
            HttpResponse<byte[]> response = answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + time.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "erp-sdk-http");
        thread.setDaemon(true);
        return thread;
    }
}
