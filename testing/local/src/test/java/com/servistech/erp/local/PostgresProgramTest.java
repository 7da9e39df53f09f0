package com.servistech.erp.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresProgramTest {

    @TempDir
    Path target;

    @Test
    void modesAndLinksAreKept() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so", TarArchiveEntry.LF_SYMLINK);
        link.setLinkName("libpq.so.5");

        PostgresProgram.unpack(archive(file("bin/postgres", 0755), file("lib/libpq.so.5", 0640), link), target);

        assertThat(mode("bin/postgres")).isEqualTo("rwxr-xr-x");
        assertThat(mode("lib/libpq.so.5")).isEqualTo("rw-r-----");
        assertThat(Files.readSymbolicLink(target.resolve("lib/libpq.so"))).hasToString("libpq.so.5");
    }

    @Test
    void anArchiveCannotWriteOutsideItsDirectory() {
        assertThatThrownBy(() -> PostgresProgram.unpack(archive(file("../evil", 0644)), target.resolve("inner")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("../evil");
        assertThat(target.resolve("evil")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, false",
        "Linux, aarch64, false",
        "Linux, amd64, true",
        "Mac OS X, x86_64, false",
        "Mac OS X, aarch64, false",
    })
    void everySupportedComputerFindsItsServers(String os, String processor, boolean alpine) {
        Platform platform = Platform.of(os, processor, alpine);

        assertThat(getClass().getResource(platform.postgresArchive())).isNotNull();
        assertThat(getClass().getResource(platform.redisProgram("7.0.15"))).isNotNull();
    }

    @Test
    void anUnsupportedComputerIsToldWhatToDo() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64", false))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("WSL");
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(file)));
    }

    private static TarArchiveEntry file(String name, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(name.length());
        return entry;
    }

    private static ByteArrayInputStream archive(TarArchiveEntry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)))) {
            for (TarArchiveEntry entry : entries) {
                tar.putArchiveEntry(entry);
                if (entry.isFile() && !entry.isSymbolicLink()) {
                    tar.write(entry.getName().getBytes(StandardCharsets.US_ASCII));
                }
                tar.closeArchiveEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
