package com.servistech.erp.identity;

import java.time.Duration;

/** Tokens of a person who signed in. Prints neither of them. */
public record SignedIn(String accessToken, Duration expiresIn, String refreshToken, UserCard user) {

    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
