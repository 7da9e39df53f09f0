package com.servistech.erp.backup;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a store that was away the backups that it misses, out of one that has them: the same bytes, held against their
 * hashes on the way. What is suspect, or would expire at once, is left where it is.
 */
public final class CompleteStores {

    /** A backup that has a further copy. */
    public record Copied(UUID id, String from, String to) {}

    /** @param failures stores that cannot be reached, and copies that could not be made; tried again the next time */
    public record Report(List<Copied> copied, List<String> failures) {}

    /** A backup and one that has it. */
    private record Source(Shelf shelf, StoredBackup backup) {}

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");
    private static final int BUFFER = 64 * 1024;

    private final Clock clock;

    public CompleteStores(Clock clock) {
        this.clock = clock;
    }

    public Report complete(List<Shelf> shelves) {
        List<String> failures = new ArrayList<>();
        Map<Shelf, Inventory> inventories = new LinkedHashMap<>();
        for (Shelf shelf : shelves) {
            try {
                inventories.put(shelf, shelf.inventory());
            } catch (IOException e) {
                failures.add(shelf.store().name() + ": " + e.getMessage());
            }
        }
        Map<UUID, Source> sources = sources(inventories);
        boolean anyRemote =
                inventories.keySet().stream().anyMatch(shelf -> shelf.store().remote());
        List<Copied> copied = new ArrayList<>();
        inventories.forEach((shelf, inventory) -> sources.values().stream()
                .filter(source -> belongs(source.backup(), shelf, anyRemote))
                .filter(source -> isMissing(source.backup(), inventory))
                .forEach(source -> {
                    try {
                        copy(source, shelf);
                        copied.add(new Copied(
                                source.backup().id(),
                                source.shelf().store().name(),
                                shelf.store().name()));
                    } catch (IOException e) {
                        failures.add("%s of %s is not in %s: %s"
                                .formatted(
                                        source.backup().folder(),
                                        source.shelf().store().name(),
                                        shelf.store().name(),
                                        e.getMessage()));
                    }
                }));
        return new Report(copied, failures);
    }

    /** By id, oldest first, so that labels appear in their order. */
    private static Map<UUID, Source> sources(Map<Shelf, Inventory> inventories) {
        Map<UUID, Source> sources = new LinkedHashMap<>();
        inventories.entrySet().stream()
                .flatMap(entry -> entry.getValue().backups().stream().map(backup -> new Source(entry.getKey(), backup)))
                .filter(source -> source.backup().state() != BackupState.SUSPECT)
                .sorted(java.util.Comparator.comparing(source -> source.backup().startedAt()))
                .forEach(source -> sources.putIfAbsent(source.backup().id(), source));
        return sources;
    }

    private boolean belongs(StoredBackup backup, Shelf shelf, boolean anyRemote) {
        Tier tier = backup.manifest().tier();
        boolean here =
                tier == Tier.DAILY || tier == Tier.MANUAL || shelf.store().remote() || !anyRemote;
        return here && LocalDate.ofInstant(clock.instant(), CARACAS).isBefore(tier.expiryOf(backup.day()));
    }

    /** One backup a month is enough. */
    private static boolean isMissing(StoredBackup backup, Inventory inventory) {
        boolean monthly = backup.manifest().tier() == Tier.MONTHLY;
        return inventory.backups().stream()
                .noneMatch(other -> other.id().equals(backup.id())
                        || monthly
                                && other.manifest().tier() == Tier.MONTHLY
                                && YearMonth.from(other.day()).equals(YearMonth.from(backup.day())));
    }

    private static void copy(Source source, Shelf target) throws IOException {
        StoredBackup backup = source.backup();
        Manifest manifest = backup.manifest();
        copy(source, target, backup.dataKey(), manifest.stored());
        if (manifest.files().count() > 0) {
            copy(source, target, backup.filesKey(), manifest.files().stored());
        }
        target.publish(manifest);
        // the same bytes: what was found of them holds here as well
        Optional<Proof> proof = backup.proof();
        if (proof.isPresent()) {
            target.keep(backup, proof.get());
        }
        if (backup.pinned()) {
            target.pin(backup);
        }
    }

    private static void copy(Source source, Shelf target, String key, Manifest.Bytes expected) throws IOException {
        MessageDigest digest = Counted.sha256();
        StorageClass storageClass = source.backup().manifest().tier().storageClass();
        try (InputStream in = new DigestInputStream(source.shelf().store().open(key), digest);
                BackupStore.Upload upload = target.store().begin(key, storageClass)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                upload.write(buffer, 0, read);
                size += read;
            }
            if (size != expected.size()
                    || !HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
                throw new IOException(source.shelf().store().name() + "/" + key + " is not what was written there");
            }
            upload.commit();
        }
    }
}
