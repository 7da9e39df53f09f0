package com.servistech.erp.backup;

import java.time.Duration;
import java.util.Objects;

/**
 * What would be lost if the database were lost now.
 *
 * @param lost at most the work of this time: of the WAL that is not archived yet, or where none is archived, since the
 *     newest whole backup began; null while it is unknown
 */
public record Exposure(WalState wal, Duration lost) {

    /** The most that may be lost where WAL is archived. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    public Exposure {
        Objects.requireNonNull(wal);
    }

    /** Begun minutes; null while unknown. */
    public Long minutes() {
        return lost == null ? null : (long) Math.ceil(lost.toMillis() / 60_000.0);
    }

    /** Whether archiving is switched on and does not keep what it promises. */
    public boolean broken() {
        return switch (wal) {
            case OFF -> false;
            case SILENT, FAILING -> true;
            case WORKING -> lost == null || lost.compareTo(LIMIT) > 0;
        };
    }
}
