package com.servistech.erp.bench.backup;

import com.servistech.erp.local.LocalStack;
import com.servistech.erp.local.LocalStackOptions;
import com.servistech.erp.schema.Bootstrap;
import com.servistech.erp.schema.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints how long backups of a generated database take, as ratios to {@code pg_dump | gzip} beside them. */
public final class BackupSpeed {

    static final String DATABASE = "erp_bench";

    private BackupSpeed() {}

    /** @param arguments megabytes of data as SQL text (2048) and rounds (1) */
    public static void main(String[] arguments) throws Exception {
        int megabytes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_048;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        Path root = Files.createTempDirectory("erp-bench-");
        try (LocalStack stack = LocalStack.start(LocalStackOptions.inTemporaryDirectory())) {
            Bootstrap.createDatabase(stack.jdbcUrl("postgres"), "postgres", stack.superuserPassword(), DATABASE);
            String url = stack.jdbcUrl(DATABASE);
            Map<String, String> passwords = Stream.of("erp_migrator", "erp_app", "erp_backup", "erp_restore")
                    .collect(Collectors.toMap(role -> role, stack::password));
            new Bootstrap(url, "postgres", stack.superuserPassword()).run(passwords);
            new Migrations(url, "erp_migrator", stack.password("erp_migrator")).migrate();
            Rows rows = new Rows(url, stack.superuserPassword());
            rows.make(megabytes);
            System.out.printf(
                    "%d processors, a database of %,d MB%n",
                    Runtime.getRuntime().availableProcessors(), rows.bytes() >> 20);
            for (int round = 1; round <= rounds; round++) {
                double before = pipe(stack, root);
                double plain = backup("MANUAL", stack, root);
                double fast = backup("WEEKLY", stack, root);
                double pipe = (before + pipe(stack, root)) / 2;
                System.out.printf(
                        "round %d: plain %.2f, fast %.2f of pg_dump | gzip before and after%n",
                        round, plain / pipe, fast / pipe);
            }
            restore("WEEKLY", stack, root);
        } finally {
            delete(root);
        }
    }

    /** What everybody does, by the same role. */
    private static double pipe(LocalStack stack, Path root) throws Exception {
        Path file = root.resolve("pipe.sql.gz");
        ProcessBuilder shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "pg_dump --host=127.0.0.1 --port=%d --username=erp_backup %s | gzip > %s"
                                .formatted(stack.postgresPort(), DATABASE, file))
                .inheritIO();
        shell.environment().put("PGPASSWORD", stack.password("erp_backup"));
        long began = System.nanoTime();
        if (shell.start().waitFor() != 0) {
            throw new IOException("pg_dump | gzip failed");
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("  pg_dump | gzip: %.1f s, %,d MB stored%n", seconds, Files.size(file) >> 20);
        return seconds;
    }

    private static double backup(String tier, LocalStack stack, Path root) throws Exception {
        String[] said = run(OneBackup.class, tier, stack, root).split(" ");
        double seconds = Double.parseDouble(said[0]);
        System.out.printf(
                "  %s: %.1f s, %s MB of heap at most (-Xmx64m), %,d MB stored%n",
                tier, seconds, said[1], Long.parseLong(said[2]) >> 20);
        return seconds;
    }

    /** A drill, with the comparison after it. */
    private static void restore(String tier, LocalStack stack, Path root) throws Exception {
        String[] said = run(OneRestore.class, tier, stack, root).split(" ");
        System.out.printf(
                "  drill from %s: %s s, %s%n",
                tier, said[0], Boolean.parseBoolean(said[1]) ? "the same in every table" : "NOT THE SAME");
    }

    private static String run(Class<?> program, String tier, LocalStack stack, Path root) throws Exception {
        Process running = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        tier,
                        root.toString(),
                        Integer.toString(stack.postgresPort()),
                        stack.password("erp_backup"),
                        stack.password("erp_restore"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(running.getInputStream().readAllBytes()).strip();
        if (running.waitFor() != 0) {
            throw new IOException(program.getSimpleName() + " failed");
        }
        return said;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
