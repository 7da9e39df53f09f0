package com.servistech.erp.sdk.audit;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.Optional;

/** One change. Its fields beyond these are in the view. */
public final class AuditEntry extends Model {

    private AuditEntry(JsonView view) {
        super(view);
    }

    public static AuditEntry over(JsonView view) {
        return new AuditEntry(view);
    }

    public Optional<String> id() {
        return view().optional("id", view()::string);
    }

    public Optional<String> entity() {
        return view().optional("entity", view()::string);
    }

    public Optional<Instant> at() {
        return view().optional("at", view()::instant);
    }
}
