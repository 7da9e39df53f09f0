package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.cli.Main;
import com.servistech.erp.cli.dev.LocalDatabase;
import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.audit.AuditEntry;
import com.servistech.erp.sdk.audit.AuditFilter;
import com.servistech.erp.sdk.audit.AuditVerdict;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.error.Invalid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit over HTTP, on the command line, and in the hands of somebody who has neither. */
class AuditTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final UUID CHAIN = new UUID(0, 0);

    private record Ended(int exit, String said) {}

    @Test
    void whatOneRequestDidIsFoundByItsIdWithWhoDidIt() {
        ErpClient manager = SERVER.as("manager.ccs-01");
        String request = "audit-test-" + RunningServer.unique();
        var ana = SERVER.as("front-desk.ccs-01")
                .post(
                        "/customers",
                        jakarta.json.Json.createObjectBuilder()
                                .add("name", "Ana")
                                .add("document", "V-3" + RunningServer.unique())
                                .add("phone", "04141234567")
                                .build(),
                        CallOptions.none().header("X-Request-ID", request));

        List<AuditEntry> found =
                manager.audit().list(AuditFilter.all().request(request)).items();
        assertThat(found).singleElement().satisfies(entry -> {
            assertThat(entry.entity()).isEqualTo("customers");
            assertThat(entry.action()).isEqualTo("INSERT");
            assertThat(entry.entityId()).contains(ana.uuid("id"));
            assertThat(entry.role()).contains("FRONT_DESK");
            assertThat(entry.newValues().orElseThrow().string("name")).isEqualTo("Ana");
            assertThat(manager.audit()
                            .list(AuditFilter.all()
                                    .user(entry.userId().orElseThrow())
                                    .action("INSERT")
                                    .entity("customers")
                                    .from(entry.at()))
                            .items())
                    .contains(entry);
        });
        assertThat(SERVER.as("manager.vln-01")
                        .audit()
                        .list(AuditFilter.all().request(request))
                        .items())
                .isEmpty();
        assertThat(SERVER.as("admin")
                        .audit()
                        .list(AuditFilter.all().request(request))
                        .items())
                .as("the chain sees every store")
                .isEqualTo(found);
        assertThatThrownBy(() -> SERVER.as("technician.ccs-01").audit().list()).isInstanceOf(Forbidden.class);
    }

    @Test
    void everyRowOfTheDemoIsAsTheRecordSaysAndEveryChainHolds() {
        AuditVerdict all = SERVER.as("admin").audit().verifyRows();

        assertThat(all.intact()).as(all.toString()).isTrue();
        assertThat(all.chains())
                .extracting(chain -> chain.uuid("storeId"))
                .contains(CHAIN)
                .hasSizeGreaterThan(3);
        AuditVerdict one = SERVER.as("manager.ccs-01").audit().verify();
        assertThat(one.chains())
                .singleElement()
                .satisfies(chain -> assertThat(chain.integer("entries")).isPositive());
    }

    @Test
    void anAnchorIsKeptAndHeldAgainstTheChains(@TempDir Path folder) throws IOException {
        Path anchor = folder.resolve("ancla.json");
        assertThat(erp("audit", "seal", "--out", anchor.toString()).said()).startsWith("Sello ");
        String kept = Files.readString(anchor).strip();

        assertThat(SERVER.as("admin").audit().verify(kept).intact()).isTrue();
        assertThatThrownBy(() -> SERVER.as("admin").audit().verify(kept.replaceFirst("\"seal\":", "\"seal\":1")))
                .isInstanceOf(Invalid.class);
        Ended verified = erp("audit", "verify", "--store", "ccs-01", "--anchor", anchor.toString());
        assertThat(verified).isEqualTo(new Ended(0, verified.said()));
        assertThat(verified.said()).startsWith("CCS-01   íntegra").hasLineCount(1);
        assertThat(erp("audit", "verify", "--store", "XXX-99").exit()).isEqualTo(1);
        assertThat(erp("audit", "months").said()).startsWith("Ya estaban");
    }

    @Test
    void anOutsiderVerifiesAnExportWithThePublishedProcedureAndNothingOfOurs(@TempDir Path folder) throws IOException {
        Project.requireProgram("python3");
        Files.writeString(folder.resolve("verify.py"), block("python"));
        Path anchor = folder.resolve("ancla.json");
        Path export = folder.resolve("ccs.jsonl");
        erp("audit", "seal", "--out", anchor.toString());
        assertThat(erp("audit", "export", "--store", "CCS-01", "--out", export.toString())
                        .exit())
                .isZero();
        List<String> lines = Files.readAllLines(export);

        Ended untouched = verify(folder, export, anchor);
        assertThat(untouched.said()).startsWith("OK: ");
        assertThat(untouched.exit()).isZero();
        assertThat(verify(folder, export, null).exit()).isZero();

        int entry = firstChange(lines, lines.size() / 2);
        int link = first(lines, "[\"link\"", entry);
        int next = first(lines, "[\"link\"", link + 1);
        refused(folder, anchor, lines, at(entry, lines.get(entry).replaceFirst("\"(INSERT|UPDATE)\"", "\"DELETE\"")));
        refused(folder, anchor, lines, at(entry, lines.get(entry) + " "));
        refused(folder, anchor, lines, without(entry, entry + 1));
        refused(folder, anchor, lines, without(link + 1, next + 1));
        refused(folder, anchor, lines, swapped(first(lines, "[\"entry\"", 0), entry));
        refused(folder, anchor, lines, copy -> copy.add(entry, copy.get(entry)));
        refused(folder, anchor, lines, without(first(lines, "[\"link\"", entry) + 1, lines.size()));
        refused(folder, anchor, lines, without(lines.size() - 1, lines.size()));

        Path damaged = folder.resolve("otra.json");
        Files.writeString(damaged, Files.readString(anchor).replaceFirst("\"seal\":", "\"seal\":1"));
        assertThat(verify(folder, export, damaged).said()).contains("the anchor is damaged");
    }

    private interface Change {
        void on(List<String> lines);
    }

    private static Change at(int line, String text) {
        return lines -> lines.set(line, text);
    }

    private static Change without(int from, int to) {
        return lines -> lines.subList(from, to).clear();
    }

    private static Change swapped(int one, int other) {
        return lines -> java.util.Collections.swap(lines, one, other);
    }

    private static void refused(Path folder, Path anchor, List<String> lines, Change change) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        change.on(changed);
        assertThat(changed).isNotEqualTo(lines);
        Path file = folder.resolve("cambiado.jsonl");
        Files.write(file, changed);
        Ended verdict = verify(folder, file, anchor);
        assertThat(verdict.exit()).as(verdict.said()).isEqualTo(1);
        assertThat(verdict.said()).containsPattern("line \\d+|before the anchor|does not end with a link");
    }

    /** An entry about a row, and no note: a note has no row that was inserted or updated. */
    private static int firstChange(List<String> lines, int from) {
        int entry = first(lines, "[\"entry\"", from);
        return lines.get(entry).matches(".*\"(INSERT|UPDATE)\".*") ? entry : firstChange(lines, entry + 1);
    }

    private static int first(List<String> lines, String beginning, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).startsWith(beginning)) {
                return i;
            }
        }
        throw new AssertionError("no " + beginning);
    }

    /** The first block of docs/audit.md in this language. */
    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Project.root().resolve("docs/audit.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static Ended verify(Path folder, Path export, Path anchor) {
        List<String> command = new ArrayList<>(List.of("python3", "verify.py", export.toString()));
        if (anchor != null) {
            command.add(anchor.toString());
        }
        return run(new ProcessBuilder(command).directory(folder.toFile()));
    }

    private static Ended erp(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "ERP_DB_HOST",
                        "127.0.0.1",
                        "ERP_DB_PORT",
                        Integer.toString(SERVER.stack().postgresPort()),
                        "ERP_DB_NAME",
                        LocalDatabase.NAME,
                        "ERP_DB_PASSWORD",
                        SERVER.stack().password("erp_app"),
                        "ERP_DB_POOL",
                        "2"));
        return run(builder);
    }

    private static Ended run(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
