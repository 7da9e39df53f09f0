package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.it.Description.Operation;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Nothing that anybody sends brings the server to a 500, and whatever it answers is as described. */
class NoiseTest {

    /** Another one may be tried with -Dnoise.seed; what it finds can be seen again with the same. */
    private static final long SEED = Long.getLong("noise.seed", 20_261_124L);

    /** Each has its own noise and knows its own things, so that who is faster changes nothing of what is sent. */
    private static final int CLIENTS = 8;

    private static final int REQUESTS = Integer.getInteger("noise.requests", 10_000);

    /** Rates and calendars count in all stores, and people, passwords and sessions are other tests' too, and a backup at work refuses the next. */
    private static final Set<String> LEFT_ALONE = Set.of(
            "ratesPublish",
            "ratesRefresh",
            "ratesDecide",
            "ratesAddHoliday",
            "authLogin",
            "authRefresh",
            "authLogout",
            "authLogoutEverywhere",
            "authChangePassword",
            "usersChange",
            "usersResetPassword",
            "storesChange",
            "storesOpen",
            "backupsTake");

    private static final RunningServer SERVER = RunningServer.shared();
    private static final Description DESCRIPTION = Description.of(SERVER);
    private static final Map<String, ErpClient> CALLERS = callers();
    private static final String STORE =
            first(SERVER.as("manager.vln-01"), "/stores").get(0);

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void A55_noNoiseBringsTheServerDownAndEveryRefusalIsAProblem() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Noise noise = noise(SEED + i);
                sent.add(clients.submit(() -> makeNoise(noise, REQUESTS / CLIENTS)));
            }
            int requests = 0;
            for (Future<Integer> some : sent) {
                requests += some.get();
            }
            assertThat(requests).isGreaterThanOrEqualTo(REQUESTS);
        } finally {
            clients.shutdownNow();
        }
        assertThat(changes.get())
                .as("noise that is always refused shows little")
                .isGreaterThan(REQUESTS / 40);
        assertThat(failures).as("seed " + SEED).isEmpty();
    }

    private int makeNoise(Noise noise, int requests) {
        int sent = 0;
        while (sent < requests) {
            for (Operation operation : DESCRIPTION.operations()) {
                String caller = noise.now(2) ? "manager" : noise.one(List.copyOf(CALLERS.keySet()));
                String body = noise.body(operation);
                String address = noise.address(operation);
                CallOptions options = options(noise, operation, caller);
                if (!leftAlone(operation)) {
                    send(noise, operation, caller, address, body, options);
                    sent++;
                }
            }
        }
        return sent;
    }

    @Test
    void whatIsLeftAloneAnswersToNoiseThatCannotSucceed() {
        Noise noise = noise(SEED);
        DESCRIPTION.operations().stream()
                .filter(operation -> operation.body().isPresent())
                .filter(NoiseTest::leftAlone)
                .forEach(operation -> {
                    for (int i = 0; i < 12; i++) {
                        String body = noise.body(operation).replaceFirst("^\\{", "{\"surprise\":1,");
                        CallOptions options = options(noise, operation, "admin");
                        send(noise, operation, "admin", noise.address(operation), body, options);
                    }
                });
        assertThat(failures).as("seed " + SEED).isEmpty();
    }

    private static boolean leftAlone(Operation operation) {
        return LEFT_ALONE.contains(operation.json().getString("operationId"));
    }

    private void send(
            Noise noise, Operation operation, String caller, String address, String body, CallOptions options) {
        RawResponse answer = body.isEmpty()
                ? CALLERS.get(caller).send(operation.verb(), address, options)
                : CALLERS.get(caller).sendText(operation.verb(), address, body, options);
        if (answer.status() < 300 && !operation.verb().equals("GET")) {
            changes.incrementAndGet();
        }
        if (answer.status() == 201 && answer.object().containsKey("id")) {
            noise.know(
                    address.replaceAll("[?].*|/$", "").replaceAll(".*/", ""),
                    answer.object().getString("id"));
        }
        String wrong = wrongWith(operation, answer);
        if (!wrong.isEmpty()) {
            failures.add("%s %s as %s: %s%n  sent %s%n  got %d %s"
                    .formatted(
                            operation.verb(),
                            shortened(address),
                            caller,
                            wrong,
                            shortened(body),
                            answer.status(),
                            answer.text()));
        }
    }

    private static String wrongWith(Operation operation, RawResponse answer) {
        int status = answer.status();
        if (status >= 500) {
            return "a failure of the server";
        } else if (status < 300 && operation.file()) {
            return "";
        } else if (status < 300) {
            return operation
                    .answer(Integer.toString(status))
                    .map(schema -> SchemaCheck.differences(DESCRIPTION, schema, answer.body()))
                    .filter(differences -> !differences.isEmpty())
                    .map(differences -> "not as described: " + differences)
                    .orElse("");
        }
        if (!answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
            return "not a problem";
        }
        JsonObject problem = answer.object();
        boolean named = !problem.getString("code", "").isEmpty()
                && answer.requestId()
                        .filter(problem.getString("requestId", "")::equals)
                        .isPresent();
        boolean placed = status != 422 || !problem.getJsonArray("errors").isEmpty();
        boolean told = operation.has(Integer.toString(status)) || status == 404;
        return named && placed && told ? "" : "a refusal without code, name or place, or one that is not described";
    }

    private static CallOptions options(Noise noise, Operation operation, String caller) {
        CallOptions options = CallOptions.raw();
        if (operation.verb().equals("PUT") && !noise.now(6)) {
            options = options.ifMatch("\"" + (noise.now(2) ? 1 : 2) + "\"");
        }
        if (noise.now(8)) {
            options = options.withoutIdempotencyKey();
        }
        if (caller.equals("admin") ? !noise.now(4) : noise.now(12)) {
            options = options.header("X-Store-ID", noise.now(5) ? "*" : noise.now(8) ? noise.id("stores") : STORE);
        }
        return options;
    }

    private static String shortened(String body) {
        return body.length() > 1_500 ? body.substring(0, 1_500) + "..." : body;
    }

    private static Map<String, ErpClient> callers() {
        Map<String, ErpClient> callers = new LinkedHashMap<>();
        callers.put("nobody", SERVER.nobody());
        callers.put("admin", SERVER.as("admin"));
        for (String role : List.of("manager", "front-desk", "technician", "warehouse", "qa", "courier", "accountant")) {
            callers.put(role, SERVER.as(role + ".vln-01"));
        }
        return callers;
    }

    private static Noise noise(long seed) {
        Noise noise = new Noise(seed);
        ErpClient manager = SERVER.as("manager.vln-01");
        for (String kind : List.of("customers", "orders", "invoices", "parts", "users", "cash-sessions", "stores")) {
            first(manager, "/" + kind).forEach(id -> noise.know(kind, id));
        }
        String customer = first(manager, "/customers").get(0);
        first(manager, "/customers/" + customer + "/devices").forEach(id -> noise.know("devices", id));
        return noise;
    }

    private static List<String> first(ErpClient client, String list) {
        return client
                .send("GET", list + "?limit=4", CallOptions.raw())
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("id"))
                .toList();
    }
}
