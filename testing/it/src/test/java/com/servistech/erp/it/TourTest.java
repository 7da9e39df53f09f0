package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/tour.md tells a new user to type does what it says there. */
class TourTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void theTourCanBePastedFromTopToBottom(@TempDir Path folder) throws IOException, InterruptedException {
        Project.requireProgram("bash");
        Project.requireProgram("curl");
        SERVER.publishRate();
        Path script = folder.resolve("tour.sh");
        Path output = folder.resolve("output");
        Files.writeString(script, "set -eu\n" + blocks());
        Process tour = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = tour.waitFor(60, TimeUnit.SECONDS);
        tour.destroyForcibly();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(tour.exitValue()).as(said).isZero();

        assertThat(lines(said))
                .containsSubsequence(
                        "TRIAGE",
                        "DIAGNOSIS",
                        "QA",
                        "orders.qa-same-person",
                        "READY",
                        "DELIVERED",
                        "CONFIRMED",
                        "PAID");
        assertThat(said)
                .contains("\"total\":{\"amount\":\"116.00\",\"currency\":\"USD\"}")
                .contains("\"code\":\"customers.not-found\"")
                .contains("\"code\":\"orders.not-found\"")
                .contains("\"code\":\"invoices.not-found\"")
                .contains("{\"items\":[],\"nextCursor\":null}")
                .contains("\"intact\":true")
                .contains("Idempotency-Replayed: true")
                .doesNotContain("\"status\":500", "\"status\":422", "\"status\":400");
    }

    /** The states that the tour prints, each on its own, whether or not the shell put line breaks between them. */
    private static List<String> lines(String said) {
        return Pattern.compile(
                        "^(TRIAGE|DIAGNOSIS|QA|READY|DELIVERED|CONFIRMED|PAID|orders\\.[a-z-]+)$", Pattern.MULTILINE)
                .matcher(said)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String blocks() throws IOException {
        String tour = Files.readString(Project.root().resolve("docs/tour.md"));
        return BLOCK.matcher(tour)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("http://localhost:3001", SERVER.root().toString());
    }
}
