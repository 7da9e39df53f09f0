package com.servistech.erp.sdk.backup;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of one backup. */
public final class Backup extends Model {

    private Backup(JsonView view) {
        super(view);
    }

    public static Backup over(JsonView view) {
        return new Backup(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** DAILY, WEEKLY, MONTHLY or MANUAL. */
    public String tier() {
        return view().string("tier");
    }

    /** RUNNING, COMPLETED, PROVEN, SUSPECT or FAILED. */
    public String state() {
        return view().string("state");
    }

    public Instant startedAt() {
        return view().instant("startedAt");
    }

    public Optional<Instant> completedAt() {
        return view().optional("completedAt", view()::instant);
    }

    /** As it is stored. */
    public Optional<Long> sizeBytes() {
        return view().optional("sizeBytes", view()::integer);
    }

    /** Of the stored bytes. */
    public Optional<String> sha256() {
        return view().optional("sha256", view()::string);
    }

    /** The stores that have it. */
    public List<String> locations() {
        return view().strings("locations");
    }

    /** How many rows it has of a table. */
    public long rows(String table) {
        return view().object("tables").integer(table);
    }

    /** When it was last restored and found the same. */
    public Optional<Instant> provenAt() {
        return view().optional("provenAt", view()::instant);
    }

    /** What is being done, or was done last. */
    public String step() {
        return view().string("step");
    }

    /** How much of the database was written so far, uncompressed. */
    public long progressBytes() {
        return view().integer("progressBytes");
    }

    /** Why it failed, is suspect or is not everywhere. */
    public Optional<String> trouble() {
        return view().optional("trouble", view()::string);
    }
}
