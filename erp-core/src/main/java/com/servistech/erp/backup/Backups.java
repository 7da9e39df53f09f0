package com.servistech.erp.backup;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The record of backups over the open work: what runs, what became of it, what was proven. */
public final class Backups {

    private static final int LONGEST_TROUBLE = 2_000;
    private static final String OURS = "erp.";

    private final Work work;

    public Backups(Work work) {
        this.work = work;
    }

    /** Newest first. */
    public Page<BackupView> list(Page.Request page) {
        work.require(Permission.BACKUPS);
        int limit = page.limit();
        List<BackupView> found = work.sql()
                .list(
                        BackupView::of,
                        BackupView.ROWS + " where b.id < ? order by b.id desc limit ?",
                        page.beforeId(),
                        limit + 1);
        return Page.of(found, limit, backup -> backup.id().toString());
    }

    /** @throws NotFound {@code backups.not-found} */
    public BackupView get(UUID id) {
        work.require(Permission.BACKUPS);
        return work.sql()
                .first(BackupView::of, BackupView.ROWS + " where b.id = ?", id)
                .orElseThrow(() -> new NotFound("backups.not-found", "There is no backup " + id));
    }

    /**
     * Writes down that one begins; whoever calls this has the only place of a dump. What then still says that it runs has
     * died.
     */
    public BackupView begin(UUID id, Tier tier) {
        work.require(Permission.BACKUPS);
        work.sql()
                .update(
                        "update erp.backups set state = 'FAILED', trouble = 'it was interrupted' where state = 'RUNNING'");
        work.sql()
                .update(
                        "insert into erp.backups (id, tier, state, started_at) values (?, ?, 'RUNNING', ?)",
                        id,
                        tier,
                        work.now());
        progress(id, "waiting", 0);
        return get(id);
    }

    public void progress(UUID id, String step, long bytes) {
        work.sql().update("""
                        insert into erp.backup_progress (id, step, bytes, at) values (?, ?, ?, ?)
                        on conflict (id) do update set step = excluded.step, at = excluded.at,
                          bytes = greatest(backup_progress.bytes, excluded.bytes)
                        """, id, step, bytes, work.now());
    }

    /** Those that exist now, and what went wrong on the way all the same. */
    public void completed(TakeBackup.Outcome outcome) {
        for (TakeBackup.Taken taken : outcome.taken()) {
            List<String> troubles = new ArrayList<>(taken.manifest().doubts());
            troubles.addAll(outcome.troubles());
            write(taken.manifest(), taken.locations(), troubles);
        }
        Manifest manifest = outcome.taken().get(0).manifest();
        progress(manifest.id(), "done", manifest.plain().size());
        List<String> troubles = new ArrayList<>(manifest.doubts());
        troubles.addAll(outcome.troubles());
        announce(
                manifest.doubts().isEmpty() ? "backups.completed" : "backups.suspect",
                manifest.id(),
                Map.of(
                        "tier", manifest.tier().name(),
                        "bytes", Long.toString(manifest.stored().size()),
                        "files", Long.toString(manifest.files().count()),
                        "locations", String.join(", ", outcome.taken().get(0).locations())),
                troubles);
    }

    public void failed(UUID id, String reason) {
        work.sql()
                .update(
                        "update erp.backups set state = 'FAILED', trouble = ? where id = ? and state = 'RUNNING'",
                        shortened(reason),
                        id);
        announce("backups.failed", id, Map.of(), List.of(reason));
    }

    /** When the newest backup was taken that was proven to restore; empty while none was. */
    public Optional<Instant> lastProven() {
        return work.sql()
                .first(
                        row -> Optional.ofNullable(row.instant("taken")),
                        "select max(started_at) taken from erp.backups where state = 'PROVEN'")
                .flatMap(taken -> taken);
    }

    /** When the newest backup was taken that is not suspect; empty while there is none. */
    public Optional<Instant> lastGood() {
        return work.sql()
                .first(
                        row -> Optional.ofNullable(row.instant("taken")),
                        "select max(started_at) taken from erp.backups where state in ('COMPLETED', 'PROVEN')")
                .flatMap(taken -> taken);
    }

    /** When a proof held for the last time; empty while none did. */
    public Optional<Instant> lastProof() {
        return work.sql()
                .first(
                        row -> Optional.ofNullable(row.instant("proven")),
                        "select max(proven_at) proven from erp.backups where state = 'PROVEN'")
                .flatMap(proven -> proven);
    }

    /** Why the newest backup, or another form of the same moment, should not be relied on; empty when all of it may be. */
    public Optional<String> doubt() {
        return work.sql()
                .first(
                        row -> "SUSPECT".equals(row.text("state"))
                                ? Optional.of(row.text("trouble"))
                                : Optional.<String>empty(),
                        "select state, coalesce(trouble, '') trouble from erp.backups where state not in ('RUNNING', 'FAILED')"
                                + " order by started_at desc, state = 'SUSPECT' desc, id desc limit 1")
                .flatMap(doubt -> doubt);
    }

    /** What a restore into a scratch database found; also of a backup that this database does not know. */
    public void proven(StoredBackup backup, List<String> locations, Proof proof) {
        UUID id = backup.id();
        if (work.sql()
                .first(row -> row.uuid("id"), "select id from erp.backups where id = ?", id)
                .isEmpty()) {
            write(backup.manifest(), locations, backup.manifest().doubts());
        }
        boolean good = proof.holds() && backup.manifest().doubts().isEmpty();
        work.sql()
                .update(
                        "update erp.backups set state = ?, proven_at = coalesce(?, proven_at), trouble = coalesce(?, trouble)"
                                + " where id = ?",
                        good ? BackupState.PROVEN : BackupState.SUSPECT,
                        good ? proof.at() : null,
                        proof.holds() ? null : shortened(String.join("; ", proof.problems())),
                        id);
        announce(
                good ? "backups.proven" : "backups.suspect",
                id,
                Map.of("tier", backup.manifest().tier().name()),
                proof.problems());
    }

    /** A store that missed it has it now. */
    public void added(UUID id, String location) {
        work.sql()
                .update(
                        "update erp.backups set locations = array_append(locations, ?),"
                                + " trouble = case when state = 'SUSPECT' then trouble end"
                                + " where id = ? and not ? = any (locations)",
                        location,
                        id,
                        location);
    }

    /** A store does not have it any more. */
    public void removed(UUID id, String location) {
        work.sql().update("update erp.backups set locations = array_remove(locations, ?) where id = ?", location, id);
    }

    private void write(Manifest manifest, List<String> locations, List<String> troubles) {
        JsonObjectBuilder tables = Json.createObjectBuilder();
        manifest.tables()
                .forEach((name, table) ->
                        tables.add(name.startsWith(OURS) ? name.substring(OURS.length()) : name, table.rows()));
        work.sql()
                .update(
                        """
                        insert into erp.backups (id, tier, state, started_at, completed_at, size_bytes, sha256, locations, tables, trouble)
                          values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                        on conflict (id) do update set state = excluded.state, completed_at = excluded.completed_at,
                          size_bytes = excluded.size_bytes, sha256 = excluded.sha256, locations = excluded.locations,
                          tables = excluded.tables, trouble = excluded.trouble
                        """,
                        manifest.id(),
                        manifest.tier(),
                        manifest.doubts().isEmpty() ? BackupState.COMPLETED : BackupState.SUSPECT,
                        manifest.startedAt(),
                        manifest.completedAt(),
                        manifest.stored().size(),
                        manifest.stored().sha256(),
                        locations,
                        tables.build().toString(),
                        troubles.isEmpty() ? null : shortened(String.join("; ", troubles)));
    }

    private void announce(String topic, UUID id, Map<String, String> facts, List<String> troubles) {
        Map<String, String> payload = new TreeMap<>(facts);
        payload.put("trouble", shortened(String.join("; ", troubles)));
        new Outbox(work).add(topic, id, payload);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TROUBLE ? text : text.substring(0, LONGEST_TROUBLE);
    }
}
