package com.servistech.erp.sdk.audit;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;

/** The audit of the store. */
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

    /** The same with a page size or a filter of the contract. */
    public Page<AuditEntry> list(CallOptions options) {
        return erp.page("/audit", options, AuditEntry::over);
    }

    /** Everything that happened to one thing. */
    public Page<AuditEntry> list(String entity, String id) {
        return list(CallOptions.none().query("entity", entity).query("id", id));
    }
}
