package com.servistech.erp.sdk.backup;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;

/** The backups of the chain. They are done behind: ask {@link #get} how far one is. */
public final class Backups {

    private final ErpClient erp;

    private Backups(ErpClient erp) {
        this.erp = erp;
    }

    public static Backups over(ErpClient erp) {
        return new Backups(erp);
    }

    /** Newest first, page by page. */
    public Page<Backup> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size. */
    public Page<Backup> list(CallOptions options) {
        return erp.page("/backups", options, Backup::over);
    }

    public Backup get(UUID id) {
        return Backup.over(erp.get("/backups/" + id, CallOptions.none()));
    }

    /** Begins one now; refused while another is at work. */
    public Backup take() {
        return take(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** @param tier DAILY, WEEKLY, MONTHLY or MANUAL: how long it is kept, and where */
    public Backup take(String tier) {
        return take(Json.createObjectBuilder().add("tier", tier).build());
    }

    /** Begins to restore it into a scratch database and to compare everything. */
    public Backup verify(UUID id) {
        return Backup.over(erp.post("/backups/" + id + "/verify", null, CallOptions.none()));
    }

    private Backup take(JsonObject body) {
        return Backup.over(erp.post("/backups", body, CallOptions.none()));
    }
}
