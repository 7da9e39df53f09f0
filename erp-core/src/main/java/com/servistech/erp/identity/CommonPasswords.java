package com.servistech.erp.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords that are tried first, in English and Spanish: words, names, walks over the keyboard. A listed word stays
 * common with digits and signs around it, with capitals, and with the usual signs in place of letters.
 */
final class CommonPasswords {

    private static final String LIST = "common-passwords.txt";
    private static final int SHORTEST_WALK = 6;

    /** Read forwards and backwards. */
    private static final List<String> WALKS = Stream.of(
                    "qwertyuiopasdfghjklñzxcvbnm",
                    "qwertyuiop[]asdfghjkl",
                    "abcdefghijklmnopqrstuvwxyz",
                    "01234567890123456789",
                    "qazwsxedcrfvtgbyhnujmikolp",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "q1w2e3r4t5y6u7i8o9p0",
                    "!@#$%^&*()",
                    "!\"#$%&/()=")
            .flatMap(walk -> Stream.of(walk, new StringBuilder(walk).reverse().toString()))
            .toList();

    private static final Set<String> WORDS = read();

    private CommonPasswords() {}

    static boolean contain(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String bare = bare(lower);
        return Stream.of(lower, bare, bare(plain(lower)), plain(bare)).anyMatch(CommonPasswords::listed);
    }

    static int size() {
        return WORDS.size();
    }

    private static boolean listed(String text) {
        return WORDS.contains(text)
                || text.length() >= SHORTEST_WALK && WALKS.stream().anyMatch(walk -> walk.contains(text));
    }

    /** Without what is put around a word to make it look like a password. */
    private static String bare(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String plain(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(CommonPasswords.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
