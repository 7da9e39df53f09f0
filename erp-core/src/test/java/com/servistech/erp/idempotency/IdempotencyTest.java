package com.servistech.erp.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final KeptAnswer DONE = new KeptAnswer(201, Map.of("ETag", "\"1\""), "{}");

    private final String key = UUID.randomUUID().toString();

    @Test
    void theSecondRequestGetsTheFirstAnswer() {
        assertThat(act("sha")).isEmpty();
        assertThat(act("sha")).contains(DONE);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        act("sha");
        assertThatThrownBy(() -> act("other")).isInstanceOf(Invalid.class);
    }

    @Test
    void aRefusedActKeepsNothing() {
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> {
                    s.idempotency().claim("test", key, "sha");
                    throw Invalid.at("/x", "x", "no");
                }))
                .isInstanceOf(Invalid.class);
        assertThat(act("another body is fine")).isEmpty();
    }

    @Test
    void anAnswerIsForgottenAfterThirtyDays() {
        act("sha");
        SHOP.clock.advance(Duration.ofDays(31));
        assertThat(act("sha")).isEmpty();
    }

    @Test
    void ofTwoRequestsAtTheSameTimeOneActsAndTheOtherRepeats() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Optional<KeptAnswer>> act = () -> act("sha");
            List<Boolean> first = two.invokeAll(List.of(act, act)).stream()
                    .map(future -> {
                        try {
                            return future.get().isEmpty();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(first).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
    }

    private Optional<KeptAnswer> act(String body) {
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> {
            Optional<KeptAnswer> kept = s.idempotency().claim("test", key, body);
            if (kept.isEmpty()) {
                s.idempotency().keep("test", key, DONE);
            }
            return kept;
        });
    }
}
