package com.servistech.erp.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which backups may go: a pure function of what a store has and of the time. A backup goes when its tier says so and a
 * newer one was restored and found the same; while backups fail or are in doubt, nothing goes at all.
 */
public final class Retention {

    /** What the rule needs to know of a backup. */
    public record Aged(UUID id, Tier tier, Instant startedAt, BackupState state, boolean pinned) {

        public static Aged of(StoredBackup backup) {
            return new Aged(backup.id(), backup.manifest().tier(), backup.startedAt(), backup.state(), backup.pinned());
        }

        LocalDate day() {
            return LocalDate.ofInstant(startedAt, CARACAS);
        }
    }

    /**
     * What to do.
     *
     * @param frozen why nothing is removed; empty when the rule is at work
     * @param remove in the order of their age, oldest first
     */
    public record Plan(Optional<String> frozen, List<UUID> remove) {
        public Plan {
            remove = List.copyOf(remove);
        }
    }

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");
    /** A missed night and a half: longer without a good one means that something is wrong. */
    private static final Duration SILENCE = Duration.ofHours(36);

    private Retention() {}

    public static Plan plan(List<Aged> backups, Instant now) {
        List<Aged> oldestFirst = backups.stream()
                .sorted(Comparator.comparing(Aged::startedAt).thenComparing(Aged::id))
                .toList();
        Optional<Aged> proven = newest(oldestFirst, backup -> backup.state() == BackupState.PROVEN);
        Optional<String> frozen = frozen(oldestFirst, proven, now);
        if (frozen.isPresent() || proven.isEmpty()) {
            return new Plan(frozen, List.of());
        }
        LocalDate today = LocalDate.ofInstant(now, CARACAS);
        List<UUID> remove = new ArrayList<>();
        for (Aged backup : oldestFirst) {
            boolean expired = !today.isBefore(backup.tier().expiryOf(backup.day()));
            boolean outlived = proven.get().startedAt().isAfter(backup.startedAt());
            if (expired && outlived && !backup.pinned() && !lastOfItsTier(oldestFirst, backup)) {
                remove.add(backup.id());
            }
        }
        return new Plan(Optional.empty(), remove);
    }

    private static Optional<String> frozen(List<Aged> oldestFirst, Optional<Aged> proven, Instant now) {
        if (proven.isEmpty()) {
            return Optional.of("no backup was ever proven");
        }
        Aged newest = oldestFirst.get(oldestFirst.size() - 1);
        if (newest.state() == BackupState.SUSPECT) {
            return Optional.of("the newest backup is suspect");
        }
        if (newest.startedAt().isBefore(now.minus(SILENCE))) {
            return Optional.of("there is no backup of the last " + SILENCE.toHours() + " hours");
        }
        return Optional.empty();
    }

    /** The newest good one of each tier stays, whatever its age. */
    private static boolean lastOfItsTier(List<Aged> oldestFirst, Aged backup) {
        return newest(oldestFirst, other -> other.tier() == backup.tier() && other.state() != BackupState.SUSPECT)
                .filter(backup::equals)
                .isPresent();
    }

    private static Optional<Aged> newest(List<Aged> oldestFirst, java.util.function.Predicate<Aged> which) {
        return oldestFirst.stream().filter(which).reduce((older, newer) -> newer);
    }
}
