package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.backup.DatabaseDump.Written;
import com.servistech.erp.files.FileStore;
import com.servistech.erp.tenancy.Uuid7;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.zip.GZIPOutputStream;

/**
 * Takes a backup in one pass and two phases: the data goes into every store at once, and when it is known to be whole, a
 * manifest makes it exist.
 */
public final class TakeBackup {

    /**
     * What is wanted.
     *
     * @param anchor of the audit, in JSON, sealed just before
     */
    public record Order(UUID id, Tier tier, String anchor) {}

    /**
     * A backup that exists.
     *
     * @param locations the stores that have it
     */
    public record Taken(Manifest manifest, List<String> locations) {}

    /**
     * @param taken the one that was asked for, and perhaps the same for the month
     * @param troubles stores that do not have it, and why
     */
    public record Outcome(List<Taken> taken, List<String> troubles) {}

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");
    private static final int BUFFER = 64 * 1024;
    /** Larger data is read back by the proof, smaller at once. */
    private static final long READ_BACK_UP_TO = 64L << 20;

    private final List<Shelf> shelves;
    private final FileStore files;
    private final Sealing sealing;
    private final Clock clock;

    public TakeBackup(List<Shelf> shelves, FileStore files, Sealing sealing, Clock clock) {
        this.shelves = List.copyOf(shelves);
        this.files = files;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * @param progress told how many bytes of the database, and then of the files, were written so far
     * @throws IOException when there is no backup: nothing of it is visible then
     */
    public Outcome take(Claim claim, Order order, LongConsumer progress) throws IOException {
        List<String> troubles = new ArrayList<>();
        List<Shelf> wanted = shelvesOf(order.tier());
        Map<Shelf, Inventory> before = inventories(wanted, troubles);
        if (before.isEmpty()) {
            // better here than nowhere: it is copied to where it belongs when that can be reached again
            before = inventories(
                    shelves.stream().filter(shelf -> !wanted.contains(shelf)).toList(), troubles);
        }
        Instant startedAt = after(before);
        Contents contents = claim.contents();
        List<Fan.Copy> copies = copies(order, before, startedAt, troubles);
        try (Fan fan = new Fan(copies)) {
            Manifest manifest = write(claim, order, contents, fan, startedAt, new Before(before.values()), progress);
            List<Taken> taken = publish(fan, manifest);
            troubles.addAll(fan.failures());
            return new Outcome(taken, troubles);
        }
    }

    private static Map<Shelf, Inventory> inventories(List<Shelf> shelves, List<String> troubles) {
        Map<Shelf, Inventory> inventories = new LinkedHashMap<>();
        for (Shelf shelf : shelves) {
            try {
                inventories.put(shelf, shelf.inventory());
            } catch (IOException e) {
                troubles.add(shelf.store().name() + ": " + e.getMessage());
            }
        }
        return inventories;
    }

    private List<Shelf> shelvesOf(Tier tier) {
        List<Shelf> remote =
                shelves.stream().filter(shelf -> shelf.store().remote()).toList();
        boolean everywhere = tier == Tier.DAILY || tier == Tier.MANUAL || remote.isEmpty();
        return everywhere ? shelves : remote;
    }

    /** Labels stay in order and differ, also when the clock was set back. */
    private Instant after(Map<Shelf, Inventory> before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return before.values().stream()
                .flatMap(inventory -> inventory.backups().stream())
                .map(StoredBackup::startedAt)
                .filter(newest -> !newest.isBefore(now))
                .max(Instant::compareTo)
                .map(newest -> newest.plusSeconds(1))
                .orElse(now);
    }

    private List<Fan.Copy> copies(Order order, Map<Shelf, Inventory> before, Instant startedAt, List<String> troubles)
            throws IOException {
        if (before.isEmpty()) {
            throw new IOException("no store can be reached: " + String.join("; ", troubles));
        }
        UUID monthly = Uuid7.next(clock);
        List<Fan.Copy> copies = new ArrayList<>();
        boolean anyRemote =
                before.keySet().stream().anyMatch(shelf -> shelf.store().remote());
        before.forEach((shelf, inventory) -> {
            copies.add(copy(shelf, order.tier(), order.id(), startedAt));
            boolean forMonths = shelf.store().remote() || !anyRemote;
            if (order.tier() == Tier.DAILY && forMonths && firstOfMonth(inventory, startedAt)) {
                copies.add(copy(shelf, Tier.MONTHLY, monthly, startedAt));
            }
        });
        return copies;
    }

    private static Fan.Copy copy(Shelf shelf, Tier tier, UUID id, Instant startedAt) {
        return new Fan.Copy(shelf, tier, id, Shelf.folder(tier, startedAt, id));
    }

    private static boolean firstOfMonth(Inventory inventory, Instant startedAt) {
        YearMonth month = YearMonth.from(LocalDate.ofInstant(startedAt, CARACAS));
        return inventory.backups().stream()
                .filter(backup -> backup.manifest().tier() == Tier.MONTHLY)
                .noneMatch(backup -> YearMonth.from(backup.day()).equals(month));
    }

    private Manifest write(
            Claim claim,
            Order order,
            Contents contents,
            Fan fan,
            Instant startedAt,
            Before before,
            LongConsumer progress)
            throws IOException {
        BackupForm form = order.tier().form();
        fan.begin(Shelf.dataName(form, sealing.name()));
        // what is stored as it comes is hashed once
        boolean asItIs = form == BackupForm.DIRECTORY && sealing.name().equals(Sealing.NONE);
        Counted stored = new Counted(fan, asItIs ? progress : size -> {});
        Counted plain = null;
        Written written;
        try (OutputStream sealed = sealing.seal(new StaysOpen(stored));
                OutputStream packed = form == BackupForm.PLAIN
                        ? new Behind(new GZIPOutputStream(new StaysOpen(sealed), BUFFER))
                        : new BufferedOutputStream(new StaysOpen(sealed), BUFFER)) {
            plain = asItIs ? null : new Counted(packed, progress);
            written = claim.write(form, asItIs ? packed : plain);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        requireWhole(contents, written);
        fan.commit();
        Manifest.Bytes kept = stored.bytes();
        Manifest.Bytes dumped = plain == null ? kept : plain.bytes();
        PackedFiles packed = pack(claim, order.tier(), fan, before, bytes -> progress.accept(dumped.size() + bytes));
        return new Manifest(
                order.id(),
                order.tier(),
                form,
                startedAt,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                sealing.name(),
                dumped,
                kept,
                written.program(),
                contents.serverVersion(),
                contents.schemaVersion(),
                written.tables(),
                contents.catalogue(),
                packed,
                order.anchor(),
                written.warnings(),
                Plausibility.doubts(before, written.tables(), packed));
    }

    /** A full backup has all of them; others have those that came since the last full one. */
    private PackedFiles pack(Claim claim, Tier tier, Fan fan, Before before, LongConsumer progress) throws IOException {
        Optional<Manifest> base = tier == Tier.WEEKLY ? Optional.empty() : before.newestFull();
        boolean[] any = {false};
        PackFiles.Begin begin = () -> {
            any[0] = true;
            fan.begin(Shelf.filesName(sealing.name()));
            return fan;
        };
        PackedFiles packed = new PackFiles(files, sealing).pack(claim, base, begin, progress);
        if (any[0]) {
            fan.commit();
        }
        return packed;
    }

    /** What passed by must be what the database counted at the same moment. */
    private static void requireWhole(Contents contents, Written written) throws IOException {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(contents.rows().keySet());
        names.addAll(written.tables().keySet());
        for (String name : names) {
            Long counted = contents.rows().get(name);
            TableContent dumped = written.tables().get(name);
            if (dumped == null) {
                wrong.add(name + " is missing");
            } else if (counted == null || counted != dumped.rows()) {
                // in front of those that are missing altogether: it says more about what went wrong
                wrong.add(0, name + " has " + counted + " rows in the database and " + dumped.rows() + " in the dump");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IOException("the dump is not whole: "
                    + String.join("; ", wrong.subList(0, Math.min(5, wrong.size())))
                    + (wrong.size() > 5 ? " and " + (wrong.size() - 5) + " more" : ""));
        }
    }

    private List<Taken> publish(Fan fan, Manifest manifest) throws IOException {
        Map<UUID, Taken> taken = new LinkedHashMap<>();
        for (Fan.Copy copy : fan.living()) {
            Manifest own = copy.id.equals(manifest.id()) ? manifest : manifest.also(copy.id, copy.tier);
            try {
                if (own.stored().size() + own.files().stored().size() <= READ_BACK_UP_TO) {
                    copy.shelf.reread(own);
                }
                copy.shelf.publish(own);
                fan.published(copy);
            } catch (IOException e) {
                fan.drop(copy, e);
                continue;
            }
            List<String> locations = new ArrayList<>(
                    taken.containsKey(own.id()) ? taken.get(own.id()).locations() : List.of());
            locations.add(copy.shelf.store().name());
            taken.put(own.id(), new Taken(own, locations));
        }
        if (!taken.containsKey(manifest.id())) {
            throw new IOException("no store keeps the backup: " + String.join("; ", fan.failures()));
        }
        return List.copyOf(taken.values());
    }
}
