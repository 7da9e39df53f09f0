package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code reads from its environment, what the page explains and what the example offers are the same. */
class ConfigurationTest {

    private static final Pattern IN_CODE = Pattern.compile(
            "\"(ERP_[A-Z_]+|PORT|REDIS_URL|POSTGRES_[A-Z_]+|AWS_[A-Z_]+)\"|[$][{](?:env:)?(ERP_[A-Z_]+)");
    private static final Pattern ON_THE_PAGE = Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE);
    private static final Pattern IN_THE_EXAMPLE = Pattern.compile("^([A-Z_]+)=", Pattern.MULTILINE);

    @Test
    void everyVariableThatTheCodeReadsIsExplainedAndInTheExample() throws IOException {
        TreeSet<String> explained = found(ON_THE_PAGE, read(Project.root().resolve("docs/configuration.md")));
        assertThat(found(IN_CODE, code())).isEqualTo(explained);
        assertThat(found(IN_THE_EXAMPLE, read(Project.root().resolve(".env.example"))))
                .isEqualTo(explained);
    }

    @Test
    void noSecretHasADefault() throws IOException {
        for (String line : Files.readAllLines(Project.root().resolve(".env.example"))) {
            if (line.matches("ERP_.*(PASSWORD|KEY|TOKEN|SECRET).*=.*")) {
                assertThat(line).endsWith("=");
            }
        }
        assertThat(read(Project.root().resolve("liberty/src/main/liberty/config/server.xml")))
                .doesNotContainPattern("name=\"[A-Z_]*(PASSWORD|KEY|SECRET)[A-Z_]*\" defaultValue");
    }

    private static String code() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String module : new String[] {"erp-core", "erp-jakarta", "erp-batch", "erp-cli", "liberty"}) {
            try (Stream<Path> files = Files.walk(Project.root().resolve(module).resolve("src/main"))) {
                all.append(files.filter(file -> file.toString().matches(".*\\.(java|xml|properties)"))
                        .map(ConfigurationTest::read)
                        .collect(Collectors.joining("\n")));
            } catch (java.nio.file.NoSuchFileException e) {
                // a module without code of its own reads nothing
            }
        }
        return all.toString();
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
