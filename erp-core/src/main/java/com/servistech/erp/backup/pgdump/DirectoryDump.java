package com.servistech.erp.backup.pgdump;

import com.servistech.erp.backup.CopyHashes;
import com.servistech.erp.backup.DatabaseDump;
import com.servistech.erp.backup.TableContent;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** pg_dump's directory form: several connections at once into a temporary folder, which then leaves as one tar. */
final class DirectoryDump {

    private static final int JOBS = 2;
    private static final int BUFFER = 64 * 1024;
    private static final Pattern DATA = Pattern.compile("([0-9]+); [0-9]+ [0-9]+ TABLE DATA (\\S+) (\\S+) \\S+");

    private final PgConfig config;
    private final Program program;
    private final List<String> command;

    DirectoryDump(PgConfig config, Program program, List<String> command) {
        this.config = config;
        this.program = program;
        this.command = new ArrayList<>(command);
    }

    /** The tables are read again and hashed while the tar leaves. */
    DatabaseDump.Written write(OutputStream out) throws IOException {
        Path folder = Files.createTempDirectory(config.temporary(), "erp-backup-");
        try {
            Path dump = folder.resolve("dump");
            command.addAll(List.of("--format=directory", "--jobs=" + JOBS, "--compress=1", "--file=" + dump));
            String warnings;
            try (Child child = Child.start(command, config.backup().password(), config.patience(), false)) {
                child.requireSuccess();
                warnings = child.complaints();
            }
            Map<String, TableContent> tables = new ConcurrentSkipListMap<>();
            ExecutorService readers = Executors.newFixedThreadPool(JOBS);
            try {
                List<Future<?>> hashed = new ArrayList<>();
                for (Map.Entry<String, Path> table : largestFirst(tables(dump))) {
                    hashed.add(readers.submit(() -> {
                        tables.putAll(hash(table.getKey(), table.getValue()));
                        return null;
                    }));
                }
                pack(dump, out);
                for (Future<?> table : hashed) {
                    await(table);
                }
            } finally {
                readers.shutdownNow();
            }
            return new DatabaseDump.Written(program.toString(), warnings, tables);
        } finally {
            delete(folder);
        }
    }

    private static Map<String, TableContent> hash(String table, Path file) throws IOException {
        CopyHashes hashes = new CopyHashes();
        hashes.beginTable(table);
        try (InputStream rows = new GZIPInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
                hashes.write(buffer, 0, read);
            }
        }
        return hashes.tables();
    }

    private static List<Map.Entry<String, Path>> largestFirst(Map<String, Path> tables) throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        for (Path file : tables.values()) {
            sizes.put(file, Files.size(file));
        }
        return tables.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Path> table) -> sizes.get(table.getValue()))
                        .reversed())
                .toList();
    }

    private static void await(Future<?> table) throws IOException {
        try {
            table.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "a table cannot be read again: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void pack(Path dump, OutputStream out) throws IOException {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        for (Path file : files(dump)) {
            TarArchiveEntry entry = new TarArchiveEntry("dump/" + file.getFileName());
            entry.setSize(Files.size(file));
            tar.putArchiveEntry(entry);
            Files.copy(file, tar);
            tar.closeArchiveEntry();
        }
        tar.finish();
        tar.flush();
    }

    /** The files of the tables, by the name that COPY uses: pg_restore reads the table of contents for us. */
    private Map<String, Path> tables(Path dump) throws IOException {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        String reader = program.path().resolveSibling("pg_restore").toString();
        try (Child child = Child.start(List.of(reader, "--list", dump.toString()), "", config.patience(), true)) {
            child.copyTo(list);
            child.requireSuccess();
        }
        Map<String, Path> tables = new TreeMap<>();
        BufferedReader lines = new BufferedReader(new StringReader(list.toString(StandardCharsets.UTF_8)));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher data = DATA.matcher(line);
            if (data.matches()) {
                tables.put(
                        quoted(data.group(2)) + "." + quoted(data.group(3)), dump.resolve(data.group(1) + ".dat.gz"));
            }
        }
        return tables;
    }

    private static String quoted(String name) {
        return name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
