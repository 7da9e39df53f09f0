package com.servistech.erp.identity;

import java.time.Duration;

/**
 * Tokens of a person who signed in. Prints neither of them.
 *
 * @param expiresIn of the access token, counted from when it was issued
 */
public record SignedIn(String accessToken, Duration expiresIn, String refreshToken, UserCard user) {

    static SignedIn of(Person person, Sessions.Opened session, AccessTokens tokens) {
        AccessTokens.Issued issued = tokens.issue(person, session);
        return new SignedIn(issued.text(), issued.expiresIn(), session.token().text(), person.card());
    }

    @Override
    public String toString() {
        return "SignedIn[" + user.id() + "]";
    }
}
