package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Refused;
import com.servistech.erp.rates.SavedRates.Saved;
import com.servistech.erp.rates.bcv.FakePage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Thousands of mutated pages, answers and workbooks: each is read or refused in words, never an accident, and what is
 * read without a doubt is what the page said. The seed is in the name of each case.
 */
class ParsingFuzzTest {

    private static final int ROUNDS = 1500;
    private static final int WORKBOOK_ROUNDS = 150;
    private static final BigDecimal USD = new BigDecimal("871.3689");

    static Stream<Integer> seeds() {
        return Stream.of(1, 2, 3, 4);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedPageIsReadOrRefusedAndNeverAnAccident(int seed) {
        Random random = new Random(seed);
        byte[] page = new FakePage().bytes();
        int read = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Saved saved = tryRead("BCV", mutated(page, random));
            read += saved == null ? 0 : 1;
        }
        assertThat(read)
                .as("mutations are small enough that some pages survive")
                .isPositive();
    }

    /** Only the digits of the dollar are touched: then no number may come out that the page does not show. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedNumberIsItselfOrRefusedAndNeverAThousandth(int seed) {
        Random random = new Random(seed);
        String characters = "0123456789.,- \u00a0e";
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder number = new StringBuilder("871,36890000");
            for (int change = random.nextInt(3) + 1; change > 0; change--) {
                char other = characters.charAt(random.nextInt(characters.length()));
                int at = random.nextInt(number.length());
                if (random.nextBoolean()) {
                    number.setCharAt(at, other);
                } else {
                    number.insert(at, other);
                }
            }
            Saved saved = tryRead("BCV", new FakePage().usd(number.toString()).bytes());
            if (saved != null && saved.doubts().isEmpty()) {
                // the euro still fits the dollar to the last decimals, or the page would have been doubted
                assertThat(usd(saved).subtract(USD).abs())
                        .as("seed %d: %s", seed, number)
                        .isLessThan(new BigDecimal("0.000002"));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedAnswerOfBinanceIsReadOrRefused(int seed) {
        Random random = new Random(seed);
        byte[] answer = Captures.read("binance/adv_search_buy_p1.json");
        for (int i = 0; i < ROUNDS / 5; i++) {
            tryRead("BINANCE", mutated(answer, random));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aMutatedWorkbookIsReadOrRefused(int seed) {
        Random random = new Random(seed);
        byte[] workbook = Captures.read("bcv-xls/2024-05-29_BCV.xls");
        for (int i = 0; i < WORKBOOK_ROUNDS; i++) {
            tryRead("BCV", mutated(workbook, random));
        }
    }

    @Test
    void noiseIsRefused() {
        Random random = new Random(5);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] noise = new byte[random.nextInt(2000)];
            random.nextBytes(noise);
            assertThat(tryRead("BCV", noise)).isNull();
            assertThat(tryRead("BINANCE", noise)).isNull();
        }
    }

    @Test
    void deepNestingIsNoAccident() {
        assertThat(tryRead("BCV", "<div>".repeat(200_000).getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(tryRead("BINANCE", "[".repeat(200_000).getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(tryRead("BINANCE", "{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    /** Null when it was refused in words; whatever else is thrown fails the test. */
    private static Saved tryRead(String source, byte[] body) {
        try {
            return Erp.savedRates().get(source).read(body);
        } catch (Refused e) {
            assertThat(e.getMessage()).isNotBlank();
            return null;
        }
    }

    private static BigDecimal usd(Saved saved) {
        return saved.rates().stream()
                .filter(reading -> reading.base().equals(Quoted.USD))
                .findFirst()
                .orElseThrow()
                .rate();
    }

    /** Bytes changed, cut out, doubled or swapped. */
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int change = random.nextInt(4) + 1; change > 0 && bytes.length > 1; change--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(random.nextInt(40) + 1, bytes.length - at);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = joined(bytes, 0, at, at + length, bytes.length);
                case 2 -> bytes = joined(bytes, 0, at + length, at, bytes.length);
                case 3 -> {
                    int other = random.nextInt(bytes.length);
                    byte swapped = bytes[at];
                    bytes[at] = bytes[other];
                    bytes[other] = swapped;
                }
                default -> bytes = Arrays.copyOf(bytes, random.nextInt(8) == 0 ? at : bytes.length);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, int from2, int to2) {
        byte[] joined = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), to - from + to2 - from2);
        System.arraycopy(bytes, from2, joined, to - from, to2 - from2);
        return joined;
    }
}
