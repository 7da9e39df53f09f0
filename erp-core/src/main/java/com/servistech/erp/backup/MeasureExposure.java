package com.servistech.erp.backup;

import com.servistech.erp.tenancy.Work;
import java.time.Duration;
import java.time.Instant;

/** Asks the server what of its WAL is archived, and where none is, how old the newest whole backup is. */
public final class MeasureExposure {

    private final Work work;

    public MeasureExposure(Work work) {
        this.work = work;
    }

    public Exposure measure() {
        WalArchive archive = archive();
        WalState state = archive.state();
        Duration lost = switch (state) {
            case OFF, SILENT -> sinceBackup();
            case WORKING, FAILING -> archive.unarchived().orElse(null);
        };
        return new Exposure(state, lost);
    }

    /** The statistics are everybody's to read; which segments wait is told by a function of the owner. */
    private WalArchive archive() {
        return work.sql()
                .list(
                        row -> new WalArchive(
                                row.instant("now"),
                                row.bool("is_on"),
                                Duration.ofSeconds(row.bigint("timeout")),
                                row.bigint("segment_bytes"),
                                row.text("current"),
                                row.text("last_archived_wal"),
                                row.instant("last_archived_time"),
                                row.instant("last_failed_time"),
                                row.bool("known"),
                                row.instant("oldest")),
                        """
                        select clock_timestamp() now, current_setting('archive_mode') <> 'off' is_on,
                               extract(epoch from current_setting('archive_timeout')::interval)::bigint timeout,
                               pg_size_bytes(current_setting('wal_segment_size')) segment_bytes,
                               pg_walfile_name(pg_current_wal_lsn()) current,
                               a.last_archived_wal, a.last_archived_time, a.last_failed_time, w.known, w.oldest
                          from pg_stat_archiver a cross join erp.wal_waiting() w
                        """)
                .get(0);
    }

    private Duration sinceBackup() {
        Instant taken = work.sql()
                .list(
                        row -> row.instant("taken"),
                        "select max(started_at) taken from erp.backups where state in ('COMPLETED', 'PROVEN')")
                .get(0);
        if (taken == null) {
            return null;
        }
        return taken.isBefore(work.now()) ? Duration.between(taken, work.now()) : Duration.ZERO;
    }
}
