package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseRestore.Target;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Refused;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Makes a database of a backup, and says afterwards whether it is the same. */
public final class RestoreBackup {

    /**
     * Where to.
     *
     * @param database its name
     * @param replace whether a database of that name that has tables is put aside first, under another name
     */
    public record Wish(String database, boolean replace) {

        private static final String NAME = "[a-z_][a-z0-9_]{0,62}";

        public Wish {
            if (!database.matches(NAME)) {
                throw new Refused("backups.database-name", "Not a name for a database: " + database);
            }
        }
    }

    /**
     * What was done.
     *
     * @param aside the name that the database of before has now
     * @param differences what the restored database has otherwise than the manifest says, empty for nothing
     */
    public record Report(Manifest manifest, Optional<String> aside, List<String> differences) {

        /** The same with what else is not as it was. */
        public Report and(List<String> more) {
            List<String> all = new ArrayList<>(differences);
            all.addAll(more);
            return new Report(manifest, aside, all);
        }
    }

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final DatabaseRestore server;
    private final Sealing sealing;

    public RestoreBackup(DatabaseRestore server, Sealing sealing) {
        this.server = server;
        this.sealing = sealing;
    }

    /** @throws NotFound when the store has none of that id */
    public static StoredBackup byId(Inventory inventory, UUID id) {
        return inventory.backups().stream()
                .filter(backup -> backup.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("backups.not-found", "There is no backup " + id));
    }

    /** The newest that is not suspect and was begun at that moment or before. */
    public static StoredBackup asOf(Inventory inventory, Instant moment) {
        return inventory.backups().stream()
                .filter(backup -> !backup.startedAt().isAfter(moment))
                .filter(backup -> backup.state() != BackupState.SUSPECT)
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("backups.not-found", "There is no good backup of " + moment + " or before"));
    }

    /**
     * Says what would be done.
     *
     * @throws Refused {@code backups.database-used} when the database has tables and must not be replaced
     */
    public Target check(Wish wish) {
        Target target = server.look(wish.database());
        if (target == Target.USED && !wish.replace()) {
            throw new Refused(
                    "backups.database-used",
                    "The database " + wish.database() + " has tables: choose another name, or say that it is replaced");
        }
        return target;
    }

    /**
     * @throws Refused as {@link #check}
     * @throws IOException when the backup does not restore; the database that was begun is dropped again
     */
    public Report restore(Shelf shelf, StoredBackup backup, Wish wish, Instant now, Consumer<String> progress)
            throws IOException {
        Target target = check(wish);
        Optional<String> aside = Optional.empty();
        if (target == Target.USED) {
            String other = wish.database() + "_" + MOMENT.format(now);
            progress.accept("putting " + wish.database() + " aside as " + other);
            server.rename(wish.database(), other);
            aside = Optional.of(other);
        }
        if (target != Target.EMPTY) {
            server.create(wish.database());
        }
        progress.accept("restoring " + backup.folder() + " of " + shelf.store().name());
        try (Unpacked unpacked = Unpacked.data(shelf, backup, sealing)) {
            server.load(wish.database(), backup.manifest().form(), unpacked.stream());
            unpacked.requireUnchanged();
        } catch (IOException | RuntimeException e) {
            server.drop(wish.database());
            aside.ifPresent(other -> server.rename(other, wish.database()));
            throw e;
        }
        progress.accept("comparing with the manifest");
        return new Report(
                backup.manifest(), aside, VerifyBackup.differences(backup.manifest(), server.dumpOf(wish.database())));
    }
}
