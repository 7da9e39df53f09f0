package com.servistech.erp.backup;

import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.backup.DatabaseDump.Written;
import com.servistech.erp.tenancy.Uuid7;
import java.io.FilterOutputStream;
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
    private final Sealing sealing;
    private final Clock clock;

    public TakeBackup(List<Shelf> shelves, Sealing sealing, Clock clock) {
        this.shelves = List.copyOf(shelves);
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * @param progress told how many bytes of the database were written so far
     * @throws IOException when there is no backup: nothing of it is visible then
     */
    public Outcome take(Claim claim, Order order, LongConsumer progress) throws IOException {
        Map<Shelf, Inventory> before = new LinkedHashMap<>();
        List<String> troubles = new ArrayList<>();
        for (Shelf shelf : shelvesOf(order.tier())) {
            try {
                before.put(shelf, shelf.inventory());
            } catch (IOException e) {
                troubles.add(shelf.store().name() + ": " + e.getMessage());
            }
        }
        Instant startedAt = after(before);
        Contents contents = claim.contents();
        List<Fan.Copy> copies = begin(order, before, startedAt, troubles);
        try (Fan fan = new Fan(copies)) {
            Manifest manifest = write(claim, order, contents, fan, startedAt, doubtless(before), progress);
            List<Taken> taken = publish(fan, manifest);
            troubles.addAll(fan.failures());
            return new Outcome(taken, troubles);
        }
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

    private static Manifest doubtless(Map<Shelf, Inventory> before) {
        return before.values().stream()
                .flatMap(inventory -> inventory.newestGood().stream())
                .map(StoredBackup::manifest)
                .max(java.util.Comparator.comparing(Manifest::startedAt))
                .orElse(null);
    }

    private List<Fan.Copy> begin(Order order, Map<Shelf, Inventory> before, Instant startedAt, List<String> troubles)
            throws IOException {
        UUID monthly = Uuid7.next(clock);
        List<Fan.Copy> copies = new ArrayList<>();
        boolean anyRemote =
                before.keySet().stream().anyMatch(shelf -> shelf.store().remote());
        before.forEach((shelf, inventory) -> {
            begin(shelf, order.tier(), order.id(), startedAt, copies, troubles);
            boolean forMonths = shelf.store().remote() || !anyRemote;
            if (order.tier() == Tier.DAILY && forMonths && firstOfMonth(inventory, startedAt)) {
                begin(shelf, Tier.MONTHLY, monthly, startedAt, copies, troubles);
            }
        });
        if (copies.isEmpty()) {
            throw new IOException("no store can be reached: " + String.join("; ", troubles));
        }
        return copies;
    }

    private void begin(
            Shelf shelf, Tier tier, UUID id, Instant startedAt, List<Fan.Copy> copies, List<String> troubles) {
        String key = Shelf.folder(tier, startedAt, id) + "/dump"
                + (tier == Tier.WEEKLY ? BackupForm.DIRECTORY : BackupForm.PLAIN).suffix()
                + (sealing.name().equals(Sealing.NONE) ? "" : ".cms");
        try {
            copies.add(new Fan.Copy(shelf, tier, id, key, shelf.store().begin(key, tier.storageClass())));
        } catch (IOException e) {
            troubles.add(shelf.store().name() + ": " + e.getMessage());
        }
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
            Manifest before,
            LongConsumer progress)
            throws IOException {
        BackupForm form = order.tier().form();
        Counted stored = new Counted(fan, size -> {});
        Counted plain;
        Written written;
        try (OutputStream sealed = sealing.seal(new Open(stored));
                OutputStream packed =
                        form == BackupForm.PLAIN ? new GZIPOutputStream(sealed, BUFFER) : new Open(sealed)) {
            plain = new Counted(packed, progress);
            written = claim.write(form, plain);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        requireWhole(contents, written);
        List<String> doubts = before == null ? List.of() : Plausibility.doubts(before, written.tables());
        fan.commit();
        return new Manifest(
                order.id(),
                order.tier(),
                form,
                startedAt,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                sealing.name(),
                plain.bytes(),
                stored.bytes(),
                written.program(),
                contents.serverVersion(),
                contents.schemaVersion(),
                written.tables(),
                contents.catalogue(),
                order.anchor(),
                written.warnings(),
                doubts);
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
                if (own.stored().size() <= READ_BACK_UP_TO) {
                    copy.shelf.reread(copy.key, own.stored());
                }
                copy.shelf.publish(own);
            } catch (IOException e) {
                discard(copy);
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

    private static void discard(Fan.Copy copy) {
        try {
            copy.shelf.store().delete(copy.key);
        } catch (IOException e) {
            // it has no manifest: the next sweep finds it
        }
    }

    /** Stays open when what writes into it is closed. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
