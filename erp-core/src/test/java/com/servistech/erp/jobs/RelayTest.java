package com.servistech.erp.jobs;

import static com.servistech.erp.jobs.Nodes.SHOP;
import static com.servistech.erp.jobs.Nodes.counting;
import static com.servistech.erp.jobs.Nodes.job;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Session;
import com.servistech.erp.events.PublishedEvent;
import com.servistech.erp.tenancy.SystemCaller;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/** What happened leaves the outbox once it is committed, in one order for all, and nothing is lost on the way. */
class RelayTest {

    /** Listens to the chain's own channel of a real Redis. */
    private static final class Listener extends JedisPubSub implements AutoCloseable {
        private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
        private final CountDownLatch ready = new CountDownLatch(1);
        private final Thread thread;

        Listener(String pattern) throws InterruptedException {
            URI redis = URI.create(SHOP.stack().redisUrl());
            thread = new Thread(() -> {
                try (Jedis jedis = new Jedis(redis)) {
                    jedis.psubscribe(this, pattern);
                }
            });
            thread.setDaemon(true);
            thread.start();
            assertThat(ready.await(10, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public void onPSubscribe(String pattern, int channels) {
            ready.countDown();
        }

        @Override
        public void onPMessage(String pattern, String channel, String message) {
            JsonObject event = Json.createReader(new StringReader(message)).readObject();
            assertThat(channel).isEqualTo("erp:events:" + event.getString("storeId"));
            heard.add(event);
        }

        /** Those about this run, until the topic has come. */
        List<JsonObject> until(String topic, RunView run) throws InterruptedException {
            List<JsonObject> about = new ArrayList<>();
            while (about.isEmpty()
                    || !about.get(about.size() - 1).getString("topic").equals(topic)) {
                JsonObject next = heard.poll(10, TimeUnit.SECONDS);
                assertThat(next).as("%s did not come", topic).isNotNull();
                if (next.getString("entityId").equals(run.id().toString())) {
                    about.add(next);
                }
            }
            return about;
        }

        @Override
        public void close() {
            punsubscribe();
        }
    }

    @Test
    void aRunTellsItsBeginningAndItsEndInOrder() throws InterruptedException {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()));
                Listener listener = new Listener("erp:events:*")) {
            RunView run = nodes.ask();
            nodes.first().jobs.work();
            free();
            nodes.second().jobs.relay();

            List<JsonObject> told = listener.until("jobs.ended", run);
            assertThat(told)
                    .extracting(event -> event.getString("topic"))
                    .containsExactly("jobs.started", "jobs.ended");
            assertThat(told.get(0).getInt("position")).isLessThan(told.get(1).getInt("position"));
            assertThat(told.get(1).getJsonObject("payload").getString("status")).isEqualTo("COMPLETED");
            nodes.second().jobs.leave();
        }
    }

    @Test
    void oneNodeRelaysUntilItLeavesOrIsSilent() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            free();
            nodes.first().jobs.relay();
            nodes.ask();
            nodes.first().jobs.work();
            assertThat(nodes.second().jobs.relay())
                    .as("the other one has the lease")
                    .isZero();
            Nodes.change("update erp.outbox_relay set lease_until = clock_timestamp() - interval '1 second'");
            assertThat(nodes.second().jobs.relay()).isPositive();
            nodes.second().jobs.leave();
            nodes.ask();
            nodes.first().jobs.work();
            assertThat(nodes.first().jobs.relay()).isPositive();
            nodes.first().jobs.leave();
        }
    }

    @Test
    void anOlderLeaseGivesNoPositionsAndCountsNothingAsTold() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            free();
            int older = nodes.first()
                    .erp
                    .inChain(SystemCaller.of("test"))
                    .write(s -> s.relay().take("stopped", Duration.ofMinutes(1)))
                    .getAsInt();
            Nodes.change("update erp.outbox_relay set lease_until = clock_timestamp() - interval '1 second'");
            nodes.ask();
            nodes.first().jobs.work();
            int newer = SHOP.system(s -> s.relay().take("other", Duration.ofMinutes(1)))
                    .getAsInt();
            List<PublishedEvent> events = SHOP.system(s -> s.relay().next(newer, 500));

            assertThat(events).isNotEmpty();
            assertThat(SHOP.<List<?>>system(s -> s.relay().next(older, 500))).isEmpty();
            assertThat(SHOP.<Integer>system(s -> s.relay().published(older, events)))
                    .isZero();
            List<PublishedEvent> again = SHOP.system(s -> s.relay().next(newer, 500));
            assertThat(again).as("told again, at the same positions").isEqualTo(events);
            SHOP.system(s -> {
                s.relay().giveBack("other");
                return null;
            });
        }
    }

    @Test
    void theBellRingsAfterTheCommitAndNotForWorkThatWasUndone() {
        try (Nodes nodes = Nodes.of(job("0 * * * *"), counting(new AtomicInteger()))) {
            AtomicInteger rung = new AtomicInteger();
            nodes.first().erp.onEvents(rung::incrementAndGet);
            nodes.first().erp.inChain(SystemCaller.of("test")).write(Session::today);
            assertThat(rung).as("nothing was announced").hasValue(0);
            nodes.ask();
            nodes.first().jobs.work();
            assertThat(rung.get()).isPositive();
        }
    }

    private static void free() {
        Nodes.change("update erp.outbox_relay set node = null, lease_until = null");
    }
}
