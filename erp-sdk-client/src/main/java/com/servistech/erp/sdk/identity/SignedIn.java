package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;

/** The tokens that a sign-in or a refresh gave. */
public final class SignedIn extends Model {

    private SignedIn(JsonView view) {
        super(view);
    }

    public static SignedIn over(JsonView view) {
        return new SignedIn(view);
    }

    public String accessToken() {
        return view().string("accessToken");
    }

    /** The life of the access token, in seconds. */
    public long expiresIn() {
        return view().integer("expiresIn");
    }

    public String refreshToken() {
        return view().string("refreshToken");
    }

    /** Who signed in; a refresh need not say so. */
    public Optional<User> user() {
        return view().optional("user", name -> User.over(view().object(name)));
    }
}
