package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A key of a service account, without what makes it one. */
public final class ApiKey extends Model {

    private ApiKey(JsonView view) {
        super(view);
    }

    static ApiKey over(JsonView view) {
        return new ApiKey(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    /** Its last letters. */
    public String hint() {
        return view().string("hint");
    }

    public Instant expiresAt() {
        return view().instant("expiresAt");
    }

    public Optional<Instant> revokedAt() {
        return view().optional("revokedAt", view()::instant);
    }

    /** To the minute; empty when it never was. */
    public Optional<Instant> lastUsedAt() {
        return view().optional("lastUsedAt", view()::instant);
    }
}
