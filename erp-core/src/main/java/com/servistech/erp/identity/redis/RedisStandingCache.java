package com.servistech.erp.identity.redis;

import com.servistech.erp.identity.Standing;
import com.servistech.erp.identity.StandingCache;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * In Redis, a key per person and one per session, each for a few seconds. When Redis does not answer it is left alone for
 * a second, so that an outage costs a request nothing but the question to the database.
 */
public final class RedisStandingCache implements StandingCache {

    private static final Logger LOG = System.getLogger(RedisStandingCache.class.getName());

    private static final long SECONDS = 5;
    private static final int TIMEOUT_MILLIS = 250;
    private static final int CONNECTIONS = 16;
    private static final Duration REST = Duration.ofSeconds(1);
    private static final String OPEN = "open";
    private static final String ENDED = "ended";

    private final RedisClient redis;
    private final Clock clock;
    private volatile Instant restUntil = Instant.MIN;

    /** @param address {@code redis://:password@host:port}, or {@code rediss} for TLS */
    public RedisStandingCache(URI address, Clock clock) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
        this.clock = clock;
        this.redis = RedisClient.builder()
                .clientConfig(DefaultJedisClientConfig.builder()
                        .timeoutMillis(TIMEOUT_MILLIS)
                        .build())
                .fromURI(address)
                .poolConfig(pool)
                .build();
    }

    @Override
    public Optional<Standing> find(UUID user, UUID session) {
        return ask(client -> client.mget(key(user), sessionKey(session)))
                .filter(found -> found.get(0) != null && found.get(1) != null)
                .map(RedisStandingCache::standing);
    }

    @Override
    public void remember(UUID user, UUID session, Standing standing) {
        // only where nothing is: what was told since the database was read is newer
        SetParams ifNothing = SetParams.setParams().nx().ex(SECONDS);
        ask(client -> client.set(key(user), Integer.toString(standing.version()), ifNothing));
        ask(client -> client.set(sessionKey(session), standing.sessionOpen() ? OPEN : ENDED, ifNothing));
    }

    @Override
    public void versionRose(UUID user, int version) {
        ask(client -> client.set(
                key(user), Integer.toString(version), SetParams.setParams().ex(SECONDS)));
    }

    @Override
    public void sessionEnded(UUID session) {
        ask(client ->
                client.set(sessionKey(session), ENDED, SetParams.setParams().ex(SECONDS)));
    }

    @Override
    public void close() {
        redis.close();
    }

    private <T> Optional<T> ask(Function<RedisClient, T> question) {
        if (clock.instant().isBefore(restUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(question.apply(redis));
        } catch (JedisException e) {
            restUntil = clock.instant().plus(REST);
            LOG.log(Level.WARNING, "Redis does not answer, the database is asked instead: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Standing standing(List<String> found) {
        return new Standing(Integer.parseInt(found.get(0)), OPEN.equals(found.get(1)));
    }

    private static String key(UUID user) {
        return "erp:version:" + user;
    }

    private static String sessionKey(UUID session) {
        return "erp:session:" + session;
    }
}
