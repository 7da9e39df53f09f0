package com.servistech.erp;

import com.servistech.erp.backup.BackupPorts;
import com.servistech.erp.backup.BackupState;
import com.servistech.erp.backup.BackupView;
import com.servistech.erp.backup.CompleteStores;
import com.servistech.erp.backup.DatabaseDump.Claim;
import com.servistech.erp.backup.DatabaseRestore;
import com.servistech.erp.backup.ExpireBackups;
import com.servistech.erp.backup.Inventory;
import com.servistech.erp.backup.Proof;
import com.servistech.erp.backup.RestoreBackup;
import com.servistech.erp.backup.RestoreFiles;
import com.servistech.erp.backup.Shelf;
import com.servistech.erp.backup.StoredBackup;
import com.servistech.erp.backup.TakeBackup;
import com.servistech.erp.backup.Tier;
import com.servistech.erp.backup.VerifyBackup;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Unavailable;
import com.servistech.erp.tenancy.Caller;
import com.servistech.erp.tenancy.Uuid7;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Backups from the outside: the work is done outside of any transaction, for it takes minutes, and short ones write down
 * what became of it. Listing and restoring need no database at all.
 */
public final class Archive {

    private static final long NEWS_EVERY_NANOS = 2_000_000_000L;

    /** A backup that has its place and its record, and waits to be taken; whoever has it must run it. */
    public static final class Begun {
        private final Caller caller;
        private final Claim claim;
        private final TakeBackup.Order order;
        private final BackupView view;

        private Begun(Caller caller, Claim claim, TakeBackup.Order order, BackupView view) {
            this.caller = caller;
            this.claim = claim;
            this.order = order;
            this.view = view;
        }

        public BackupView view() {
            return view;
        }
    }

    private final Erp erp;
    private final BackupPorts ports;
    private final Clock clock;

    Archive(Erp erp, BackupPorts ports) {
        this.erp = erp;
        this.ports = ports;
        this.clock = erp.runtime().clock();
    }

    /**
     * Takes the only place of a dump, seals the audit, and writes down that a backup begins.
     *
     * @throws com.servistech.erp.error.Conflict {@code backups.running}
     */
    public Begun begin(Caller caller, Tier tier) {
        Erp.Door chain = erp.inChain(caller);
        Claim claim = ports.dump().claim();
        try {
            UUID id = Uuid7.next(clock);
            return chain.write(s -> {
                BackupView view = s.backups().begin(id, tier);
                String anchor = s.audit().seal().toJson();
                return new Begun(caller, claim, new TakeBackup.Order(id, tier, anchor), view);
            });
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    /** @throws Unavailable {@code backups.failed} with the reason, which is written down as well */
    public BackupView run(Begun begun) {
        UUID id = begun.order.id();
        Erp.Door chain = erp.inChain(begun.caller);
        long[] told = {System.nanoTime()};
        try (Claim claim = begun.claim) {
            TakeBackup.Outcome outcome = new TakeBackup(ports.shelves(), ports.files(), ports.sealing(), clock)
                    .take(claim, begun.order, bytes -> {
                        if (System.nanoTime() - told[0] > NEWS_EVERY_NANOS) {
                            told[0] = System.nanoTime();
                            tell(begun.caller, id, "writing", bytes);
                        }
                    });
            return chain.write(s -> {
                s.backups().completed(outcome);
                return s.backups().get(id);
            });
        } catch (IOException | RuntimeException e) {
            chain.write(s -> {
                s.backups().failed(id, String.valueOf(e.getMessage()));
                return null;
            });
            throw new Unavailable("backups.failed", "There is no backup: " + e.getMessage(), e);
        }
    }

    /** Gives the place of one back that will not be taken after all. */
    public void abandon(Begun begun, String why) {
        begun.claim.close();
        erp.inChain(begun.caller).write(s -> {
            s.backups().failed(begun.order.id(), why);
            return null;
        });
    }

    /** Takes one now. */
    public BackupView take(Caller caller, Tier tier) {
        return run(begin(caller, tier));
    }

    /**
     * Proves a backup: the copy that is farthest away is restored and compared, the others are held against its hash. Where
     * that copy is bad the next one is restored. A store that cannot be reached says nothing of its copy.
     *
     * @return what was found in all copies; each store keeps what was found in its own
     * @throws NotFound {@code backups.not-found}
     */
    public Proof verify(Caller caller, UUID id, Consumer<String> progress) throws IOException {
        Erp.Door chain = erp.inChain(caller);
        Map<Shelf, StoredBackup> copies = copies(id, progress);
        VerifyBackup verify = new VerifyBackup(restore(), ports.sealing(), clock);
        Proof good = null;
        List<String> problems = new ArrayList<>();
        for (Map.Entry<Shelf, StoredBackup> copy : copies.entrySet()) {
            Proof proof = good == null
                    ? verify.verify(copy.getKey(), copy.getValue(), progress)
                    : verify.alike(copy.getKey(), copy.getValue(), good);
            good = good == null && proof.holds() ? proof : good;
            problems.addAll(proof.problems());
        }
        Proof all = new Proof(id, clock.instant().truncatedTo(ChronoUnit.SECONDS), problems);
        List<String> places =
                copies.keySet().stream().map(shelf -> shelf.store().name()).toList();
        StoredBackup any = copies.values().iterator().next();
        chain.write(s -> {
            s.backups().proven(any, places, all);
            return null;
        });
        return all;
    }

    /** Proves the newest daily and the newest full backup, whichever stores can be reached. */
    public List<Proof> proveNewest(Caller caller, Consumer<String> progress) throws IOException {
        List<StoredBackup> newest = new ArrayList<>();
        for (Shelf shelf : ports.shelves()) {
            try {
                newest.addAll(shelf.inventory().backups());
            } catch (IOException e) {
                progress.accept(shelf.store().name() + ": " + e.getMessage());
            }
        }
        newest.sort(Comparator.comparing(StoredBackup::startedAt).reversed());
        List<Proof> proofs = new ArrayList<>();
        for (Tier tier : List.of(Tier.DAILY, Tier.WEEKLY)) {
            Optional<StoredBackup> last = newest.stream()
                    .filter(backup -> backup.manifest().tier() == tier)
                    .findFirst();
            if (last.isPresent()) {
                proofs.add(verify(caller, last.get().id(), progress));
            }
        }
        return proofs;
    }

    /** Writes down what is being done with a backup that was begun before. */
    public void tell(Caller caller, UUID id, String step, long bytes) {
        erp.inChain(caller).write(s -> {
            s.backups().progress(id, step, bytes);
            return null;
        });
    }

    /** Brings each store what it missed while it was away. */
    public CompleteStores.Report complete(Caller caller) {
        CompleteStores.Report report = new CompleteStores(clock).complete(ports.shelves());
        if (!report.copied().isEmpty()) {
            erp.inChain(caller).write(s -> {
                report.copied().forEach(copy -> s.backups().added(copy.id(), copy.to()));
                return null;
            });
        }
        return report;
    }

    /** What retention lets go, store by store; one that cannot be reached is tried again the next time. */
    public List<ExpireBackups.Report> expire(Caller caller, boolean dryRun) {
        Erp.Door chain = erp.inChain(caller);
        List<ExpireBackups.Report> reports = new ArrayList<>();
        for (Shelf shelf : ports.shelves()) {
            ExpireBackups.Report report;
            try {
                report = new ExpireBackups(clock).expire(shelf, dryRun);
            } catch (IOException e) {
                report = ExpireBackups.Report.unreachable(shelf.store().name(), e);
            }
            ExpireBackups.Report said = report;
            reports.add(said);
            if (!dryRun) {
                chain.write(s -> {
                    said.removed().forEach(id -> s.backups().removed(id, said.store()));
                    return null;
                });
            }
        }
        return reports;
    }

    /** What each store has, asked of the stores themselves. */
    public Map<String, Inventory> inventories() throws IOException {
        Map<String, Inventory> inventories = new LinkedHashMap<>();
        for (Shelf shelf : ports.shelves()) {
            inventories.put(shelf.store().name(), shelf.inventory());
        }
        return inventories;
    }

    /** Keeps a backup for ever, or lets it go again. */
    public void pin(UUID id, boolean pinned) throws IOException {
        List<String> unreachable = new ArrayList<>();
        Map<Shelf, StoredBackup> copies = copies(id, unreachable::add);
        if (!unreachable.isEmpty()) {
            throw new IOException(String.join("; ", unreachable));
        }
        for (Map.Entry<Shelf, StoredBackup> copy : copies.entrySet()) {
            if (pinned) {
                copy.getKey().pin(copy.getValue());
            } else {
                copy.getKey().unpin(copy.getValue());
            }
        }
    }

    /**
     * Makes a database of a backup; needs no database of the ERP.
     *
     * @param id which; empty for the newest good one of that moment or before
     * @param filesInto the folder for uploaded files, which is not there yet or is empty; empty to leave them alone
     * @param dryRun whether only to say which it would be, and whether the targets may be used
     * @return empty after a dry run
     * @throws com.servistech.erp.error.Refused {@code backups.files-target} when that folder has something in it
     */
    public Optional<RestoreBackup.Report> restore(
            Optional<UUID> id,
            Instant moment,
            RestoreBackup.Wish wish,
            Optional<Path> filesInto,
            boolean dryRun,
            Consumer<String> progress)
            throws IOException {
        filesInto.ifPresent(RestoreFiles::requireEmpty);
        Map.Entry<Shelf, StoredBackup> chosen = choose(id, moment, progress);
        RestoreBackup restore = new RestoreBackup(restore(), ports.sealing());
        StoredBackup backup = chosen.getValue();
        progress.accept("%s of %s (%s), %d bytes, %s"
                .formatted(
                        backup.manifest().tier(),
                        backup.startedAt(),
                        backup.id(),
                        backup.manifest().stored().size(),
                        backup.state()));
        progress.accept("the database " + wish.database() + " is " + restore.check(wish));
        if (dryRun) {
            return Optional.empty();
        }
        RestoreBackup.Report report = restore.restore(chosen.getKey(), backup, wish, clock.instant(), progress);
        if (filesInto.isEmpty()) {
            return Optional.of(report);
        }
        List<String> differences = new RestoreFiles(ports.sealing())
                .restore(
                        RestoreFiles.sources(ports.shelves(), new RestoreFiles.Source(chosen.getKey(), backup)),
                        restore().dumpOf(wish.database()),
                        Adapters.filesIn(filesInto.get()),
                        progress);
        return Optional.of(report.and(differences));
    }

    /** The first store that has it: those of this computer are read first. */
    private Map.Entry<Shelf, StoredBackup> choose(Optional<UUID> id, Instant moment, Consumer<String> progress) {
        List<Map.Entry<Shelf, StoredBackup>> found = new ArrayList<>();
        for (Shelf shelf : ports.shelves()) {
            try {
                Inventory inventory = shelf.inventory();
                found.add(Map.entry(
                        shelf,
                        id.isPresent()
                                ? RestoreBackup.byId(inventory, id.get())
                                : RestoreBackup.asOf(inventory, moment)));
            } catch (IOException | NotFound e) {
                progress.accept(shelf.store().name() + ": " + e.getMessage());
            }
        }
        return found.stream()
                .filter(copy -> copy.getValue().state() != BackupState.SUSPECT || id.isPresent())
                // the newest; of equal ones the nearest, which the sort leaves in front
                .sorted(Comparator.comparing((Map.Entry<Shelf, StoredBackup> copy) ->
                                copy.getValue().startedAt())
                        .reversed())
                .findFirst()
                .orElseThrow(() -> new NotFound("backups.not-found", "No store has such a backup"));
    }

    private Map<Shelf, StoredBackup> copies(UUID id, Consumer<String> unreachable) {
        Map<Shelf, StoredBackup> copies = new LinkedHashMap<>();
        List<Shelf> farthestFirst = ports.shelves().stream()
                .sorted(Comparator.comparing(shelf -> !shelf.store().remote()))
                .toList();
        for (Shelf shelf : farthestFirst) {
            try {
                shelf.find(id).ifPresent(backup -> copies.put(shelf, backup));
            } catch (IOException e) {
                unreachable.accept(shelf.store().name() + ": " + e.getMessage());
            }
        }
        if (copies.isEmpty()) {
            throw new NotFound("backups.not-found", "No store has the backup " + id);
        }
        return copies;
    }

    private DatabaseRestore restore() {
        if (ports.restore() == null) {
            throw new Unavailable(
                    "backups.no-restore",
                    "Nothing can be restored: ERP_RESTORE_PASSWORD is missing, that of erp_restore");
        }
        return ports.restore();
    }
}
