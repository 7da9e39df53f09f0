package com.servistech.erp.backup;

import com.servistech.erp.tenancy.Sql;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What became of a backup.
 *
 * @param completedAt null while it runs, and when it failed
 * @param sizeBytes as it is stored; null as completedAt
 * @param sha256 of the stored bytes; null as completedAt
 * @param locations the stores that have it
 * @param tables rows by table
 * @param provenAt when it was last restored and found the same; null for never
 * @param step what is being done, or was done last
 * @param progressBytes how much of the database was written so far, uncompressed
 * @param trouble why it failed, is suspect or is not in every store; null for none
 */
public record BackupView(
        UUID id,
        Tier tier,
        BackupState state,
        Instant startedAt,
        Instant completedAt,
        Long sizeBytes,
        String sha256,
        List<String> locations,
        Map<String, Long> tables,
        Instant provenAt,
        String step,
        long progressBytes,
        String trouble) {

    static final String ROWS = """
            select b.*, coalesce(p.step, '') step, coalesce(p.bytes, 0) bytes from erp.backups b
              left join erp.backup_progress p on p.id = b.id
            """;

    static BackupView of(Sql.Row row) {
        Long size = row.text("size_bytes") == null ? null : row.bigint("size_bytes");
        return new BackupView(
                row.uuid("id"),
                Tier.valueOf(row.text("tier")),
                BackupState.valueOf(row.text("state")),
                row.instant("started_at"),
                row.instant("completed_at"),
                size,
                row.text("sha256"),
                row.array("locations"),
                tables(row.text("tables")),
                row.instant("proven_at"),
                row.text("step"),
                row.bigint("bytes"),
                row.text("trouble"));
    }

    private static Map<String, Long> tables(String json) {
        Map<String, Long> tables = new TreeMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((name, rows) -> tables.put(name, ((JsonNumber) rows).longValueExact()));
        }
        return tables;
    }
}
