package com.servistech.erp.rates.redis;

import com.servistech.erp.rates.RateCache;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Answers stand under a generation that each publication raises. Who read the database before a publication fills a
 * slot of the old generation, where nobody looks any more: an old rate can never come back. Should raising it fail,
 * answers end by themselves after a minute.
 */
public final class RedisRateCache implements RateCache, AutoCloseable {

    private static final String GENERATION = "erp:rates:generation";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int TIMEOUT_MILLIS = 200;
    /** While Redis is down nobody waits for it at every request. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final RedisClient redis;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    public RedisRateCache(URI address, Clock clock) {
        this.clock = clock;
        this.redis = RedisClient.builder()
                .hostAndPort(new HostAndPort(address.getHost(), address.getPort() < 0 ? 6379 : address.getPort()))
                .clientConfig(client(address))
                .build();
    }

    private static JedisClientConfig client(URI address) {
        DefaultJedisClientConfig.Builder client = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(TIMEOUT_MILLIS)
                .socketTimeoutMillis(TIMEOUT_MILLIS)
                .user(JedisURIHelper.getUser(address))
                .password(JedisURIHelper.getPassword(address))
                .database(JedisURIHelper.getDBIndex(address));
        return JedisURIHelper.isRedisSSLScheme(address)
                ? client.sslOptions(SslOptions.defaults()).build()
                : client.build();
    }

    @Override
    public Slot look(String key) {
        String place = ask(client -> client.get(GENERATION), "0")
                .map(generation -> "erp:rates:" + generation + ":" + key)
                .orElse(null);
        Optional<String> value = place == null ? Optional.empty() : ask(client -> client.get(place), null);
        return new Slot() {
            @Override
            public Optional<String> value() {
                return value;
            }

            @Override
            public void fill(String text) {
                if (place != null) {
                    ask(client -> client.set(place, text, SetParams.setParams().px(LIFE.toMillis())), null);
                }
            }
        };
    }

    @Override
    public void forget() {
        ask(client -> client.incr(GENERATION), null);
    }

    @Override
    public void close() {
        redis.close();
    }

    /** Empty when Redis has nothing, or is not there. */
    private <T> Optional<T> ask(Function<RedisClient, T> question, T absent) {
        if (clock.instant().isBefore(restsUntil)) {
            return Optional.empty();
        }
        try {
            T answer = question.apply(redis);
            return Optional.ofNullable(answer == null ? absent : answer);
        } catch (JedisException e) {
            restsUntil = clock.instant().plus(REST);
            return Optional.empty();
        }
    }
}
