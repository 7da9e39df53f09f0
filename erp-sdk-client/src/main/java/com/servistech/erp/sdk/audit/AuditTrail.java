package com.servistech.erp.sdk.audit;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The audit of the store, or of the whole chain. */
public final class AuditTrail {

    private final ErpClient erp;

    private AuditTrail(ErpClient erp) {
        this.erp = erp;
    }

    public static AuditTrail over(ErpClient erp) {
        return new AuditTrail(erp);
    }

    /** All of them, page by page. */
    public Page<AuditEntry> list() {
        return list(CallOptions.none());
    }

    public Page<AuditEntry> list(AuditFilter filter) {
        return list(filter.options());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<AuditEntry> list(CallOptions options) {
        return erp.page("/audit", options, AuditEntry::over);
    }

    /** Everything that happened to one thing. */
    public Page<AuditEntry> list(String entity, String id) {
        return list(CallOptions.none().query("entity", entity).query("id", id));
    }

    /** Recomputes the chain of the store, or of every store. */
    public AuditVerdict verify() {
        return verify(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** @param anchor the line of an anchor that was kept outside: shows also what was cut off at the end */
    public AuditVerdict verify(String anchor) {
        return verify(Json.createObjectBuilder().add("anchor", anchor).build());
    }

    /** Also holds the rows of the business against the record, which takes longer. */
    public AuditVerdict verifyRows() {
        return verify(Json.createObjectBuilder().add("rows", true).build());
    }

    private AuditVerdict verify(JsonObject body) {
        return AuditVerdict.over(erp.post("/audit/verify", body, CallOptions.none()));
    }
}
