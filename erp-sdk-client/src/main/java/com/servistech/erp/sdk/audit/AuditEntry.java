package com.servistech.erp.sdk.audit;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One change, or a note that something happened. Its fields beyond these are in the view. */
public final class AuditEntry extends Model {

    private AuditEntry(JsonView view) {
        super(view);
    }

    public static AuditEntry over(JsonView view) {
        return new AuditEntry(view);
    }

    public String id() {
        return view().string("id");
    }

    public UUID storeId() {
        return view().uuid("storeId");
    }

    public Instant at() {
        return view().instant("at");
    }

    public String entity() {
        return view().string("entity");
    }

    /** INSERT, UPDATE, DELETE, or what the note is about. */
    public String action() {
        return view().string("action");
    }

    /** Empty where one statement added several rows. */
    public Optional<UUID> entityId() {
        return view().optional("entityId", view()::uuid);
    }

    public Optional<JsonView> oldValues() {
        return view().optional("oldValues", view()::object);
    }

    public Optional<JsonView> newValues() {
        return view().optional("newValues", view()::object);
    }

    public Optional<UUID> userId() {
        return view().optional("userId", view()::uuid);
    }

    public Optional<String> role() {
        return view().optional("role", view()::string);
    }

    public Optional<String> requestId() {
        return view().optional("requestId", view()::string);
    }

    public Optional<String> address() {
        return view().optional("address", view()::string);
    }
}
