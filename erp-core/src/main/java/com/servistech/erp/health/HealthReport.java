package com.servistech.erp.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How the ERP was at one moment.
 *
 * @param problems in words, none when all is well
 * @param databaseBytes its size; {@code growthBytes} since the report before, null for the first
 * @param newestBackup when the newest backup was taken that is not suspect; null while there is none
 * @param provenBackup when the newest backup was taken that was proven to restore; null while none was
 * @param provenAt when a proof held for the last time; null as provenBackup
 * @param exposureMinutes what would be lost at most if the database were lost at {@code at}: begun minutes; null while that
 *     is unknown
 * @param walArchive whether WAL is archived continuously, a {@link com.servistech.erp.backup.WalState}; where it is not, the
 *     exposure is the age of the newest whole backup
 * @param bankValueDate the newest value date of the official rate, null while none is known
 * @param marketRateAt when the market was last seen, null while it never was
 * @param failedJobs which failed or were missed in the last day
 * @param diskFreeBytes where this was asked; null where it cannot be told
 * @param slowestQueries the database's own record, where it keeps one; longest first
 * @param sessions connections to the database
 */
public record HealthReport(
        UUID id,
        Instant at,
        boolean healthy,
        List<String> problems,
        long databaseBytes,
        Long growthBytes,
        Instant newestBackup,
        Instant provenBackup,
        Instant provenAt,
        Long exposureMinutes,
        String walArchive,
        LocalDate bankValueDate,
        String bankFreshness,
        Instant marketRateAt,
        List<String> failedJobs,
        Long diskFreeBytes,
        List<String> slowestQueries,
        int sessions,
        String version) {

    private static final long MIB = 1 << 20;
    private static final long HOUR = 60;
    private static final Map<String, String> WAL_WORDS =
            Map.of("OFF", "no", "SILENT", "sin nada", "WORKING", "al día", "FAILING", "falla");

    public HealthReport {
        problems = List.copyOf(problems);
        failedJobs = List.copyOf(failedJobs);
        slowestQueries = List.copyOf(slowestQueries);
    }

    /** For people, in Spanish. */
    public String words() {
        String state = healthy ? "Todo bien" : "Atención: " + String.join("; ", problems);
        String growth = growthBytes == null ? "" : " (%+d MiB)".formatted(growthBytes / MIB);
        String disk = diskFreeBytes == null ? "" : ", disco libre %d MiB".formatted(diskFreeBytes / MIB);
        return "%s. Base de datos %d MiB%s, %d conexiones%s, tasa BCV %s, último respaldo %s, respaldo probado %s, %s. %s"
                .formatted(
                        state,
                        databaseBytes / MIB,
                        growth,
                        sessions,
                        disk,
                        bankValueDate == null ? "ninguna" : bankValueDate,
                        newestBackup == null ? "ninguno" : newestBackup,
                        provenBackup == null ? "ninguno" : provenBackup + " (el " + provenAt + ")",
                        exposure(),
                        version);
    }

    private String exposure() {
        return exposureMinutes == null
                ? "no se sabe cuánto se perdería"
                : "hoy se perdería como mucho %s (archivo de WAL: %s)"
                        .formatted(duration(exposureMinutes), WAL_WORDS.getOrDefault(walArchive, "no se sabe"));
    }

    /** Minutes while they say something. */
    static String duration(long minutes) {
        return minutes < 2 * HOUR ? minutes + " min" : minutes / HOUR + " h";
    }
}
