package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.util.UUID;

/** The users of the chain. */
public final class Users {

    private final ErpClient erp;

    private Users(ErpClient erp) {
        this.erp = erp;
    }

    public static Users over(ErpClient erp) {
        return new Users(erp);
    }

    /** All of them, page by page. */
    public Page<User> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<User> list(CallOptions options) {
        return erp.page("/users", options, User::over);
    }

    public User get(UUID id) {
        return User.over(erp.get("/users/" + id, CallOptions.none()));
    }

    public User create(UserDraft draft) {
        return create(draft, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public User create(UserDraft draft, CallOptions options) {
        return User.over(erp.post("/users", draft.json(), options));
    }

    /** Changes a user. Fails if somebody else changed it since it was read. */
    public User update(User known, UserChange change) {
        return update(known.id(), etag(known), change);
    }

    /** The same for a version kept elsewhere. */
    public User update(UUID id, String etag, UserChange change) {
        return User.over(erp.put("/users/" + id, etag, change.json(), CallOptions.none()));
    }

    /** A new password for somebody who forgot theirs; their sessions end. */
    public void resetPassword(User known, String newPassword) {
        erp.send(
                "PUT",
                "/users/" + known.id() + "/password",
                Body.of("newPassword", newPassword),
                CallOptions.none().ifMatch(etag(known)));
    }

    private static String etag(User known) {
        return known.etag()
                .orElseThrow(() ->
                        new IllegalArgumentException("read it with get(id) first: an item of a list has no version"));
    }
}
