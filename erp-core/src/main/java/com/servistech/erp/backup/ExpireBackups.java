package com.servistech.erp.backup;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Removes what {@link Retention} lets go, in one store, and clears away what was never finished there. */
public final class ExpireBackups {

    /**
     * @param plan what the rule said
     * @param removed those that are gone, or would be
     * @param failures what could not be removed, and is tried again the next time
     * @param unreadable manifests that nobody of ours signed; they were left alone
     */
    public record Report(
            String store, Retention.Plan plan, List<UUID> removed, List<String> failures, List<String> unreadable) {

        /** Of a store whose backups cannot even be listed. */
        public static Report unreachable(String store, IOException why) {
            Retention.Plan nothing = new Retention.Plan(Optional.of("it cannot be reached"), List.of());
            return new Report(store, nothing, List.of(), List.of(String.valueOf(why.getMessage())), List.of());
        }
    }

    private final Clock clock;

    public ExpireBackups(Clock clock) {
        this.clock = clock;
    }

    /** @param dryRun whether to say only what would be removed */
    public Report expire(Shelf shelf, boolean dryRun) throws IOException {
        Instant now = clock.instant();
        Inventory inventory = shelf.inventory();
        Retention.Plan plan = Retention.plan(
                inventory.backups().stream().map(Retention.Aged::of).toList(), now);
        List<UUID> removed = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (StoredBackup backup : inventory.backups()) {
            if (plan.remove().contains(backup.id())) {
                if (dryRun || gone(shelf, backup, failures)) {
                    removed.add(backup.id());
                }
            }
        }
        if (!dryRun && plan.frozen().isEmpty()) {
            sweep(shelf, now, failures);
        }
        return new Report(shelf.store().name(), plan, removed, failures, inventory.unreadable());
    }

    private static boolean gone(Shelf shelf, StoredBackup backup, List<String> failures) {
        try {
            shelf.remove(backup);
            return true;
        } catch (IOException e) {
            failures.add(backup.folder() + ": " + e.getMessage());
            return false;
        }
    }

    private static void sweep(Shelf shelf, Instant now, List<String> failures) {
        try {
            shelf.sweep(now);
        } catch (IOException e) {
            failures.add("what was left behind: " + e.getMessage());
        }
    }
}
