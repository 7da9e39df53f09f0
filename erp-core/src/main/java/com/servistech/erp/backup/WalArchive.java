package com.servistech.erp.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server knows of its WAL archive at one moment, all by its own clock.
 *
 * @param timeout archive_timeout: a segment with a commit in it is ended after this time at the latest; zero for never
 * @param segmentBytes the size of a segment
 * @param current the segment that is being written, or the last one while nothing is written in the next
 * @param archived the newest one that was archived; null for none
 * @param archivedAt null for never
 * @param failedAt null for never
 * @param queueKnown whether it could be asked which segments wait
 * @param waitingSince when the first segment that waits was ended; null while none waits
 */
record WalArchive(
        Instant now,
        boolean on,
        Duration timeout,
        long segmentBytes,
        String current,
        String archived,
        Instant archivedAt,
        Instant failedAt,
        boolean queueKnown,
        Instant waitingSince) {

    /** Timeline, then the position as two halves; a label of a backup may follow. */
    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{8}([0-9A-F]{8})([0-9A-F]{8})(\\..*)?");

    private static final long HALF = 1L << 32;

    WalState state() {
        if (!on) {
            return WalState.OFF;
        } else if (failedAt != null && (archivedAt == null || failedAt.isAfter(archivedAt))) {
            return WalState.FAILING;
        }
        return newest().isPresent() ? WalState.WORKING : WalState.SILENT;
    }

    /**
     * How old the oldest commit may be that is in no archived segment; empty where that cannot be told. An idle database
     * archives nothing and loses nothing: WAL is written by checkpoints as well, which is why what is not archived is
     * younger than {@code archive_timeout} as long as no segment waits.
     */
    Optional<Duration> unarchived() {
        if (!on || newest().isEmpty()) {
            return Optional.empty();
        }
        long ahead = number(current).orElseThrow() - newest().get();
        if (ahead <= 0) {
            return Optional.of(Duration.ZERO);
        } else if (waitingSince != null) {
            return Optional.of(since(begun(waitingSince)));
        } else if (!queueKnown && ahead > 1) {
            return Optional.empty();
        }
        return Optional.of(timeout.isZero() ? since(archivedAt) : timeout);
    }

    /** When the first commit of a segment that ended then can have been. */
    private Instant begun(Instant ended) {
        return timeout.isZero() && archivedAt.isBefore(ended) ? archivedAt : ended.minus(timeout);
    }

    private Duration since(Instant then) {
        return then.isBefore(now) ? Duration.between(then, now) : Duration.ZERO;
    }

    private Optional<Long> newest() {
        return archived == null || archivedAt == null ? Optional.empty() : number(archived);
    }

    /** Counted from the first segment of the server, on whatever timeline; empty for what is no segment. */
    private Optional<Long> number(String name) {
        Matcher parts = SEGMENT.matcher(name);
        return parts.matches()
                ? Optional.of(
                        Long.parseLong(parts.group(1), 16) * (HALF / segmentBytes) + Long.parseLong(parts.group(2), 16))
                : Optional.empty();
    }
}
