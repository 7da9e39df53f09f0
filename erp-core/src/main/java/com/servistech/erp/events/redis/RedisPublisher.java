package com.servistech.erp.events.redis;

import com.servistech.erp.error.Unavailable;
import com.servistech.erp.events.EventPublisher;
import com.servistech.erp.events.PublishedEvent;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** Tells each event on the channel of its store: {@code erp:events:<store>}. Who was not listening reads the outbox. */
public final class RedisPublisher implements EventPublisher, AutoCloseable {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final String CHANNEL = "erp:events:";

    private final RedisClient redis;

    public RedisPublisher(URI address) {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS)
                .user(JedisURIHelper.getUser(address))
                .password(JedisURIHelper.getPassword(address))
                .database(JedisURIHelper.getDBIndex(address));
        this.redis = RedisClient.builder()
                .hostAndPort(new HostAndPort(address.getHost(), address.getPort() < 0 ? 6379 : address.getPort()))
                .clientConfig(
                        JedisURIHelper.isRedisSSLScheme(address)
                                ? client.sslOptions(SslOptions.defaults()).build()
                                : client.build())
                .build();
    }

    @Override
    public void publish(List<PublishedEvent> events) {
        try {
            events.forEach(event -> redis.publish(CHANNEL + event.store(), text(event)));
        } catch (JedisException e) {
            throw new Unavailable("redis.unavailable", "Redis cannot be reached", e);
        }
    }

    @Override
    public void close() {
        redis.close();
    }

    private static String text(PublishedEvent event) {
        try (JsonReader payload = Json.createReader(new StringReader(event.payload()))) {
            return Json.createObjectBuilder()
                    .add("position", event.position())
                    .add("id", event.id().toString())
                    .add("topic", event.topic())
                    .add("storeId", event.store().toString())
                    .add("entityId", event.entityId().toString())
                    .add("occurredAt", event.occurredAt().toString())
                    .add("payload", payload.readObject())
                    .build()
                    .toString();
        }
    }
}
