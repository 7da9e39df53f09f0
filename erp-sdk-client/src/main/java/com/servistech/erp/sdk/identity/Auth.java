package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.internal.json.Body;

/** Sign-in by hand. A client with {@link com.servistech.erp.sdk.Credentials#signIn} does all of this by itself. */
public final class Auth {

    private final ErpClient erp;

    private Auth(ErpClient erp) {
        this.erp = erp;
    }

    public static Auth over(ErpClient erp) {
        return new Auth(erp);
    }

    public SignedIn login(String email, String password) {
        return SignedIn.over(
                erp.post("/auth/login", Body.of("email", email, "password", password), CallOptions.none()));
    }

    /** New tokens for a refresh token, which ends by this. */
    public SignedIn refresh(String refreshToken) {
        return SignedIn.over(erp.post("/auth/refresh", Body.of("refreshToken", refreshToken), CallOptions.none()));
    }

    /** Ends the session of the refresh token, and that of this client when it is signed in. */
    public void logout(String refreshToken) {
        erp.send("POST", "/auth/logout", Body.of("refreshToken", refreshToken), CallOptions.none());
    }

    /** Ends all sessions of the caller, on every device; their tokens of before give no access any more. */
    public void logoutEverywhere() {
        erp.send("POST", "/auth/logout-everywhere", CallOptions.none());
    }

    /** The caller, as the server knows the person. */
    public User me() {
        return User.over(erp.get("/auth/me", CallOptions.none()));
    }

    public void changePassword(String current, String next) {
        erp.send(
                "POST",
                "/auth/change-password",
                Body.of("currentPassword", current, "newPassword", next),
                CallOptions.none());
    }
}
