package com.servistech.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules over the whole catalogue without which one store could learn of another, each with something that breaks it.
 * Many are the lints of Supabase's splinter; an exception says its reason in a comment of the object.
 */
class TenancyLintTest {

    private static final Path SECURITY = Path.of("../docs/security.md");
    private static final Pattern ROW = Pattern.compile("^\\| ((?:`[a-z_]+(?:\\([^)]*\\))?`(?:, )?)+)[^|]*\\|");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)");

    static Stream<TenancyLint> lints() {
        return TenancyLints.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("lints")
    void theSchemaObeys(TenancyLint lint) throws SQLException {
        assertThat(Catalogue.ask(null, lint.query())).as(lint.says()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lints")
    void whatBreaksItIsNamed(TenancyLint lint) throws SQLException {
        for (String broken : lint.broken()) {
            assertThat(Catalogue.ask(broken, lint.query())).as(broken).isNotEmpty();
        }
        assertThat(lint.broken()).isNotEmpty();
    }

    @Test
    void L42_theFunctionsThatWorkAsTheOwnerAreThoseThatTheSecurityPageExplains() throws SQLException, IOException {
        List<String> there = Catalogue.ask(
                null, "select distinct proname from pg_proc where prosecdef and pronamespace = 'erp'::regnamespace");
        assertThat(explained()).isEqualTo(new TreeSet<>(there));
    }

    private static Set<String> explained() throws IOException {
        return Files.readAllLines(SECURITY).stream()
                .dropWhile(line -> !line.equals("## Reached without a scope"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .flatMap(line -> ROW.matcher(line).results())
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
