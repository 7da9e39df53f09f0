package com.servistech.erp.rates.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.PlainRuntime;
import com.servistech.erp.money.Currency;
import com.servistech.erp.rates.NewManualRate;
import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.RateCache;
import com.servistech.erp.rates.RateView;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisRateCacheTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @AfterEach
    void theClockGoesBack() {
        SHOP.clock.set(Instant.parse("2026-11-24T14:00:00Z"));
    }

    @Test
    void anAnswerIsGivenAgainUntilSomethingIsPublished() {
        try (RedisRateCache cache = cache()) {
            cache.look("x").fill("old");
            assertThat(cache.look("x").value()).contains("old");
            cache.forget();
            assertThat(cache.look("x").value()).isEmpty();
        }
    }

    @Test
    void whoReadBeforeAPublicationCannotBringTheOldRateBackAfterIt() {
        try (RedisRateCache cache = cache()) {
            RateCache.Slot slow = cache.look("y");
            cache.forget();
            slow.fill("old");
            assertThat(cache.look("y").value()).isEmpty();
        }
    }

    @Test
    void withoutRedisEverythingIsAMissAndNobodyWaitsTwice() {
        try (RedisRateCache cache = new RedisRateCache(URI.create("redis://127.0.0.1:1"), SHOP.clock)) {
            cache.look("z").fill("value");
            assertThat(cache.look("z").value()).isEmpty();
            cache.forget();
        }
    }

    @Test
    void theCurrentRateComesFromTheCacheAndAPublicationIsSeenAtOnceByEveryServer() {
        try (Erp one = server(URI.create(SHOP.stack().redisUrl()));
                Erp two = server(URI.create(SHOP.stack().redisUrl()))) {
            LocalDate day = LocalDate.of(2040, 3, 7);
            SHOP.clock.set(Instant.parse("2040-03-07T14:00:00Z"));
            enter(one, day, "5000.5");
            assertThat(current(two).rate()).isEqualByComparingTo("5000.5");
            RateView cached = current(two);
            assertThat(cached.rate()).isEqualByComparingTo("5000.5");
            assertThat(cached.stale()).isFalse();
            SHOP.clock.advance(Duration.ofMinutes(1));
            enter(one, day, "5001.5");
            assertThat(current(two).rate()).isEqualByComparingTo("5001.5");
            assertThat(current(two)).isEqualTo(current(one));
        }
    }

    @Test
    void theErpWorksWhileRedisIsGone() {
        try (Erp erp = server(URI.create("redis://127.0.0.1:1"))) {
            LocalDate day = LocalDate.of(2040, 4, 4);
            SHOP.clock.set(Instant.parse("2040-04-04T14:00:00Z"));
            enter(erp, day, "5100.5");
            assertThat(current(erp).rate()).isEqualByComparingTo("5100.5");
        }
    }

    private static RedisRateCache cache() {
        return new RedisRateCache(URI.create(SHOP.stack().redisUrl()), SHOP.clock);
    }

    private static Erp server(URI redis) {
        return Erp.start(new PlainRuntime(SHOP.config().withRedis(redis.toString()), SHOP.clock));
    }

    private static void enter(Erp erp, LocalDate day, String rate) {
        erp.inStore(SHOP.caller(SHOP.ccs, Role.MANAGER), SHOP.ccs)
                .write(s -> s.rates()
                        .publish(new NewManualRate(Currency.EUR, new BigDecimal(rate), day, "leída en el banco")));
    }

    private static RateView current(Erp erp) {
        return erp.inStore(SHOP.caller(SHOP.ccs, Role.FRONT_DESK), SHOP.ccs)
                .read(s -> s.rates().current("MANUAL", Quoted.EUR));
    }
}
