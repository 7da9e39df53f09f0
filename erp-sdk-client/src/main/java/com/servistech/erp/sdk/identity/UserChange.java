package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.Draft;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;

/** How a user is to be from now on; begins as the user is. */
public final class UserChange extends Draft<UserChange> {

    private UserChange(JsonObject json) {
        super(json);
    }

    /** No change yet: the memberships are those that the caller sees, and one that is taken out ends. */
    public static UserChange of(User known) {
        UserChange same = new UserChange(
                Body.of("name", known.name(), "active", known.active(), "memberships", JsonValue.EMPTY_JSON_ARRAY));
        for (Membership membership : known.memberships()) {
            same = same.role(membership.storeId(), membership.role());
        }
        return same;
    }

    public UserChange name(String value) {
        return put("name", value);
    }

    /** Whether the person may sign in. */
    public UserChange active(boolean value) {
        return put("active", value);
    }

    /** The home store, one of those where the person works. */
    public UserChange home(UUID value) {
        return put("storeId", value);
    }

    /** A role in a store, instead of what it was there. */
    public UserChange role(UUID storeId, String role) {
        return without(storeId).append("memberships", Body.of("storeId", storeId, "role", role));
    }

    /** The person leaves the store. */
    public UserChange without(UUID storeId) {
        return put(
                "memberships",
                json().getJsonArray("memberships").getValuesAs(JsonObject.class).stream()
                        .filter(membership -> !membership.getString("storeId").equals(storeId.toString()))
                        .toList());
    }

    @Override
    protected UserChange copy(JsonObject changed) {
        return new UserChange(changed);
    }
}
