package com.servistech.erp.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digital provider of fiscal documents on this computer: signs in, assigns control numbers once for each document, and
 * misbehaves as it is told to: delays, refuses, breaks, loses its answers.
 */
public final class FiscalProviderServer implements AutoCloseable {

    /** How the next submission goes wrong. */
    public enum Mishap {
        /** The document is taken and numbered, but the connection breaks before the answer. */
        ANSWER_LOST,
        /** 500, and nothing was taken. */
        BROKEN,
        /** The document is not accepted. */
        REFUSED,
        /** Takes it, and answers nothing until {@link #release()}. */
        DELAYED,
        /** The token is not accepted any more. */
        SIGNED_OUT,
        /** A page of the proxy in front of it. */
        NONSENSE
    }

    private static final Pattern FIELD = Pattern.compile("\"(tipoDocumento|serie|numeroDocumento)\":\"([^\"]*)\"");

    private final HttpServer server;
    private final Map<String, String> controls = new ConcurrentHashMap<>();
    private final List<String> submissions = new CopyOnWriteArrayList<>();
    private final Queue<Mishap> mishaps = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private int tokens = 0;
    private volatile String token = "none yet";

    private FiscalProviderServer(HttpServer server) {
        this.server = server;
    }

    public static FiscalProviderServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FiscalProviderServer provider = new FiscalProviderServer(server);
            server.createContext("/Autenticacion", provider::signIn);
            server.createContext("/Emision", provider::emit);
            server.createContext("/EstadoDocumento", provider::state);
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next submissions go wrong like this, one after the other; those after them go well. */
    public void next(Mishap... wrong) {
        mishaps.addAll(List.of(wrong));
    }

    /** Answers what was delayed. */
    public void release() {
        released.countDown();
    }

    /** The bodies of all submissions, whatever became of them. */
    public List<String> submissions() {
        return List.copyOf(submissions);
    }

    /** How many documents have a control number here. */
    public int numbered() {
        return controls.size();
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }

    private synchronized void signIn(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (!body.contains("\"usuario\":\"servistech\"") || !body.contains("\"clave\":\"only for tests\"")) {
            answer(exchange, 401, "{\"codigo\":\"401\"}");
            return;
        }
        token = "token-" + ++tokens;
        answer(exchange, 200, "{\"codigo\":\"200\",\"token\":\"" + token + "\"}");
    }

    private void emit(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (!signedIn(exchange)) {
            answer(exchange, 401, "{\"codigo\":\"401\"}");
            return;
        }
        Mishap mishap = mishaps.poll();
        if (mishap == Mishap.SIGNED_OUT) {
            token = "expired";
            answer(exchange, 401, "{\"codigo\":\"401\"}");
            return;
        }
        submissions.add(body);
        if (mishap == Mishap.BROKEN) {
            answer(exchange, 500, "");
        } else if (mishap == Mishap.NONSENSE) {
            answer(exchange, 200, "<html>mantenimiento</html>");
        } else if (mishap == Mishap.REFUSED) {
            answer(
                    exchange,
                    200,
                    "{\"codigo\":\"203\",\"mensaje\":\"Documento inválido\",\"validaciones\":[\"RIF no registrado\"]}");
        } else {
            number(exchange, name(body), mishap);
        }
    }

    private void number(HttpExchange exchange, String name, Mishap mishap) throws IOException {
        boolean known = controls.containsKey(name);
        String control = controls.computeIfAbsent(name, key -> "05-%08d".formatted(7_000 + controls.size()));
        if (mishap == Mishap.ANSWER_LOST) {
            exchange.close();
            return;
        }
        if (mishap == Mishap.DELAYED) {
            await();
        }
        answer(exchange, 200, known ? "{\"codigo\":\"202\",\"mensaje\":\"Documento ya existe\"}" : result(control));
    }

    private void state(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        if (!signedIn(exchange)) {
            answer(exchange, 401, "{\"codigo\":\"401\"}");
            return;
        }
        String control = controls.get(name(body));
        answer(exchange, 200, control == null ? "{\"codigo\":\"203\",\"mensaje\":\"No existe\"}" : result(control));
    }

    private boolean signedIn(HttpExchange exchange) {
        return ("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void await() {
        try {
            released.await(Duration.ofMinutes(1).toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String result(String control) {
        return "{\"codigo\":\"200\",\"mensaje\":\"Documento procesado correctamente\",\"resultado\":{\"numeroControl\":\""
                + control + "\",\"transaccionId\":\"T-" + control + "\"}}";
    }

    /** Type, series and number: what names a document. */
    private static String name(String body) {
        StringBuilder name = new StringBuilder();
        Matcher fields = FIELD.matcher(body);
        while (fields.find()) {
            name.append(fields.group(1)).append('=').append(fields.group(2)).append(';');
        }
        return name.toString();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
