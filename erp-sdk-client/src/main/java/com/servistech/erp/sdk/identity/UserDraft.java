package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** A user to be made. */
public final class UserDraft extends Draft<UserDraft> {

    private UserDraft(JsonObject json) {
        super(json);
    }

    /** A person with a first password. */
    public static UserDraft of(String name, String email, String role, String password) {
        return new UserDraft(Body.of("name", name, "email", email, "role", role, "password", password));
    }

    /** The home store. */
    public UserDraft store(UUID value) {
        return put("storeId", value);
    }

    /** All stores in which the person works with this role. */
    public UserDraft stores(List<UUID> value) {
        return put("storeIds", value);
    }

    @Override
    protected UserDraft copy(JsonObject changed) {
        return new UserDraft(changed);
    }
}
