package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A program that calls for one store. */
public final class ServiceAccount extends Model {

    private ServiceAccount(JsonView view) {
        super(view);
    }

    static ServiceAccount over(JsonView view) {
        return new ServiceAccount(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String name() {
        return view().string("name");
    }

    public String role() {
        return view().string("role");
    }

    /** What it may do, of what its role may. */
    public List<String> permissions() {
        return view().strings("permissions");
    }

    /** Since when it may do nothing; empty while it may. */
    public Optional<Instant> closedAt() {
        return view().optional("closedAt", view()::instant);
    }

    /** The newest first. */
    public List<ApiKey> keys() {
        return view().objects("keys").stream().map(ApiKey::over).toList();
    }
}
