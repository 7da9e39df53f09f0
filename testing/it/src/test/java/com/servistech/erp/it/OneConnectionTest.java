package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All tests of this module share one connection to the database with a store whose words must never come out. */
class OneConnectionTest {

    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void L20_stormsOfTwoStoresOverOneConnectionDoNotMix() throws Exception {
        Project.requireProgram(Pooler.PROGRAM);
        List<ErpClient> desks = List.of(SERVER.as("front-desk.ccs-01"), SERVER.as("front-desk.vln-01"));
        List<Callable<Set<String>>> asked = IntStream.range(0, 80)
                .<Callable<Set<String>>>mapToObj(i -> () -> customers(desks.get(i % 2)))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Set<String>> seen = List.of(new HashSet<>(), new HashSet<>());
            List<Future<Set<String>>> answers = threads.invokeAll(asked);
            for (int i = 0; i < answers.size(); i++) {
                seen.get(i % 2).addAll(answers.get(i).get());
            }
            assertThat(seen.get(0)).isNotEmpty().doesNotContainAnyElementsOf(seen.get(1));
            assertThat(seen.get(1)).isNotEmpty();
        } finally {
            threads.shutdown();
        }
        try (Connection superuser = SERVER.superuser()) {
            assertThat(
                            RunningServer.ask(
                                    superuser,
                                    "select count(*) from pg_stat_activity where usename = 'erp_app' and datname = current_database()"))
                    .containsExactly("1");
        }
    }

    @Test
    void thePoisonIsInEveryKindOfRowAndWhoMayReadItDoes() throws SQLException {
        int before = SERVER.watch().poisonToWhomItBelongs();
        String theirs = SERVER.as("manager.pzn-01")
                .send("GET", "/customers", CallOptions.raw())
                .text();
        assertThat(theirs).contains(Poison.MARKER);
        assertThat(SERVER.watch().poisonToWhomItBelongs()).isGreaterThan(before);
        try (Connection superuser = SERVER.superuser()) {
            List<String> poisoned = RunningServer.ask(superuser, """
                            select format('select %L where exists (select from erp.%I t where store_id = %L and t::text like %L)',
                                          relname, relname, (select id from erp.stores where code = 'PZN-01'), '%PONZONA-7F3A%')
                              from pg_class where relnamespace = 'erp'::regnamespace and relkind in ('r', 'p') and not relispartition
                               and obj_description(oid, 'pg_class') like 'store:%'
                            """).stream()
                    .flatMap(query -> RunningServer.ask(superuser, query).stream())
                    .toList();
            assertThat(poisoned)
                    .contains(
                            "customers",
                            "devices",
                            "service_orders",
                            "order_transitions",
                            "stock_movements",
                            "audit_entries");
        }
    }

    @Test
    void theWatchFindsAWordOfThePoisonStoreAndOfTheInsideAndNothingElse() {
        Watch watch = new Watch();
        watch.constraints(Set.of("stock_never_oversold"));
        watch.answered("GET /api/v1/customers HTTP/1.1\r\n", "{\"name\":\"ponzona-7f3a\"}");
        watch.answered("GET /x HTTP/1.1\r\n", "java.lang.NullPointerException");
        watch.answered("GET /x HTTP/1.1\r\n", "violates check constraint");
        watch.answered("GET /x HTTP/1.1\r\n", "stock_never_oversold");
        watch.answered("GET /x HTTP/1.1\r\n", "customers_pkey");
        assertThat(watch.taken()).hasSize(5);
        watch.answered("GET /x HTTP/1.1\r\n", "{\"entity\":\"stock_movements\",\"code\":\"cash.session-open\"}");
        assertThat(watch.taken()).isEmpty();
        SERVER.nobody().send("GET", "/health/live", CallOptions.raw().atRoot());
        assertThat(SERVER.watch().answers()).isPositive();
    }

    private static Set<String> customers(ErpClient desk) {
        Set<String> ids = new HashSet<>();
        desk
                .send("GET", "/customers?limit=100", CallOptions.raw())
                .object()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("id"))
                .forEach(ids::add);
        return ids;
    }
}
