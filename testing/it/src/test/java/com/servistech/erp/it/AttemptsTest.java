package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of attempts and the tests are the same: every attempt has its test, or the reason why it has none yet. */
class AttemptsTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([LA][0-9]{2}) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void everyAttemptIsOnThePageOnce() throws IOException {
        List<String> all = Stream.concat(ids("L", 48), ids("A", 72)).toList();
        assertThat(Files.readAllLines(page()).stream()
                        .map(ROW::matcher)
                        .filter(Matcher::matches)
                        .map(row -> row.group(1)))
                .containsExactlyElementsOf(all);
    }

    @Test
    void whatThePageNamesIsThereAndSaysWhichAttemptItIs() throws IOException {
        Map<String, String> tests = tests();
        for (String line : Files.readAllLines(page())) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                List<String> named = CLASS.matcher(row.group(2))
                        .results()
                        .map(name -> name.group(1))
                        .toList();
                assertThat(named.isEmpty() && !row.group(2).startsWith("not yet: "))
                        .as(line)
                        .isFalse();
                for (String name : named) {
                    assertThat(tests.getOrDefault(name, "")).as(name).contains(row.group(1));
                }
            }
        }
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new LinkedHashMap<>();
        for (String module : List.of("erp-core", "erp-jakarta", "testing/it")) {
            try (Stream<Path> files = Files.walk(Project.root().resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> tests.put(file.getFileName().toString().replace(".java", ""), read(file)));
            }
        }
        return tests;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> ids(String letter, int last) {
        return IntStream.rangeClosed(1, last).mapToObj(i -> letter + "%02d".formatted(i));
    }

    private static Path page() {
        return Project.root().resolve("docs/security.md");
    }
}
