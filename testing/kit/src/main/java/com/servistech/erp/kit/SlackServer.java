package com.servistech.erp.kit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Plays an incoming webhook of Slack: takes messages, or answers as it was told to. */
public final class SlackServer implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private final Deque<Integer> refusals = new ConcurrentLinkedDeque<>();

    private SlackServer(HttpServer server) {
        this.server = server;
    }

    public static SlackServer start() {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            SlackServer slack = new SlackServer(http);
            http.createContext("/services/T0/B0/XXXX", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Integer refusal = slack.refusals.poll();
                if (refusal == null) {
                    slack.taken.add(body);
                } else if (refusal == 429) {
                    exchange.getResponseHeaders().set("Retry-After", "0");
                }
                exchange.sendResponseHeaders(refusal == null ? 200 : refusal, -1);
                exchange.close();
            });
            http.start();
            return slack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI webhook() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/services/T0/B0/XXXX");
    }

    /** Answers the next messages with these states. */
    public void refuse(int... states) {
        for (int state : states) {
            refusals.add(state);
        }
    }

    /** The next message that was taken, in JSON; null when none comes within ten seconds. */
    public String next() throws InterruptedException {
        return taken.poll(10, TimeUnit.SECONDS);
    }

    /** How many refusals are still to be answered. */
    public int refusalsLeft() {
        return refusals.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
