package com.servistech.erp.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The system and processor the servers must run on.
 *
 * @param system linux or darwin
 * @param arm whether the processor is a 64-bit ARM; otherwise it is a 64-bit x86
 * @param alpine whether this is Alpine Linux, whose C library needs a PostgreSQL of its own
 */
record Platform(String system, boolean arm, boolean alpine) {

    static Platform ofThisComputer() {
        return of(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Files.exists(Path.of("/etc/alpine-release")));
    }

    static Platform of(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "darwin" : null;
        boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
        boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
        if (system == null || !(arm || intel)) {
            throw new LocalStackException(
                    "the local stack runs on Linux and macOS with a 64-bit Intel or ARM processor," + " not on "
                            + osName + " " + osArch + "; on Windows use WSL");
        }
        return new Platform(system, arm, alpine);
    }

    /** The archive of PostgreSQL on the class path. */
    String postgresArchive() {
        return "/postgres-" + system + (arm ? "-arm_64" : "-x86_64") + (alpine ? "-alpine_linux" : "") + ".txz";
    }

    /** The program of Redis on the class path. */
    String redisProgram(String version) {
        return "/redis-server-" + version + "-" + system + (arm ? "-arm64" : "-amd64");
    }
}
