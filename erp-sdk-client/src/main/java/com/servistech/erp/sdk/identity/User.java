package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person who works with the system. */
public final class User extends Model {

    private User(JsonView view) {
        super(view);
    }

    public static User over(JsonView view) {
        return new User(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String name() {
        return view().string("name");
    }

    public String email() {
        return view().string("email");
    }

    public String role() {
        return view().string("role");
    }

    /** The home store; a SUPER_ADMIN may have none. */
    public Optional<UUID> storeId() {
        return view().optional("storeId", view()::uuid);
    }

    /** The stores in which the person works. */
    public List<UUID> storeIds() {
        return view().strings("storeIds").stream().map(UUID::fromString).toList();
    }

    /** The same with the role in each, as far as the caller may see. */
    public List<Membership> memberships() {
        return view().objects("memberships").stream().map(Membership::over).toList();
    }

    /** Whether the person may sign in. */
    public boolean active() {
        return view().flag("active");
    }
}
