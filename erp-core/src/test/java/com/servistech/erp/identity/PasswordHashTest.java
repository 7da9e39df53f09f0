package com.servistech.erp.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Unavailable;
import com.servistech.erp.identity.PasswordHash.Cost;
import java.text.Normalizer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final PasswordHash HASH = new PasswordHash();

    @Test
    void theSamePasswordHasAnotherHashEachTimeAndNoneOfThemShowsIt() {
        String first = HASH.of("una clave de prueba");
        assertThat(first).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("clave");
        assertThat(HASH.of("una clave de prueba")).isNotEqualTo(first);
    }

    /** A07, A09. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clave\0con nulo",
                "clave con \uD83D\uDD12 emoji",
                "clave \u202Eal revés",
                "  clave  ",
                "Ñandú veloz"
            })
    void aPasswordOfAnyCharactersMatchesItselfOnly(String password) {
        String hash = HASH.of(password);
        assertThat(HASH.matches(password, hash)).isTrue();
        assertThat(HASH.matches(password + " ", hash)).isFalse();
        assertThat(HASH.matches(password.strip() + "x", hash)).isFalse();
        assertThat(HASH.matches(password.toUpperCase() + "x", hash)).isFalse();
    }

    /** A07. */
    @Test
    void caseSpacesAndTheTwoWaysToWriteAnAccentAreDifferentPasswords() {
        String hash = HASH.of("Mañana será otro día");
        assertThat(HASH.matches("mañana será otro día", hash)).isFalse();
        assertThat(HASH.matches("Mañana será otro día ", hash)).isFalse();
        assertThat(HASH.matches(Normalizer.normalize("Mañana será otro día", Normalizer.Form.NFD), hash))
                .isFalse();
    }

    /** A06: bcrypt would take these two for one. */
    @Test
    void whatDiffersOnlyAfterTheSeventySecondByteIsAnotherPassword() {
        String beginning = "0123456789abcdefghijklmnopqrstuvwxyz".repeat(2);
        assertThat(HASH.matches(beginning + "x", HASH.of(beginning + "y"))).isFalse();
    }

    @Test
    void aHashOfAnotherCostStillMatchesAndIsToBeMadeAgain() {
        PasswordHash weaker = new PasswordHash(new Cost(8, 1, 1), 1);
        String old = weaker.of("una clave de prueba");
        assertThat(HASH.matches("una clave de prueba", old)).isTrue();
        assertThat(HASH.outdated(old)).isTrue();
        assertThat(HASH.outdated(HASH.of("una clave de prueba"))).isFalse();
        assertThat(HASH.matches("una clave de prueba", "no hash at all")).isFalse();
    }

    /** A03: memory and processors are bounded whatever comes. */
    @Test
    void whoeverWouldWaitBehindTooManyOthersIsToldToComeBack() throws Exception {
        PasswordHash slow = new PasswordHash(new Cost(64 * 1024, 12, 1), 1);
        ExecutorService many = Executors.newFixedThreadPool(120);
        try {
            CountDownLatch together = new CountDownLatch(1);
            var answers = java.util.stream.IntStream.range(0, 120)
                    .mapToObj(n -> many.submit(() -> {
                        together.await();
                        return slow.of("una clave " + n);
                    }))
                    .toList();
            together.countDown();
            int refused = 0;
            for (Future<String> answer : answers) {
                try {
                    assertThat(answer.get()).startsWith("$argon2id$");
                } catch (java.util.concurrent.ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(Unavailable.class).hasMessageContaining("try again");
                    refused++;
                }
            }
            assertThat(refused).isGreaterThan(30).isLessThan(120);
        } finally {
            many.shutdownNow();
        }
        assertThatThrownBy(() -> {
                    Thread.currentThread().interrupt();
                    slow.of("una clave");
                })
                .isInstanceOf(Unavailable.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
