package com.servistech.erp.identity;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The keys of access tokens. One signs; the one before it still verifies what it signed, until its date, so that a key is
 * changed without signing anybody out.
 *
 * @param previous null when there is none
 * @param previousUntil from then on nothing that it signed counts; null when there is none
 */
public record TokenKeys(SigningKey current, SigningKey previous, Instant previousUntil) {

    public TokenKeys {
        Objects.requireNonNull(current, "current");
        if ((previous == null) != (previousUntil == null)) {
            throw new IllegalArgumentException("a previous key has a date until which it verifies");
        }
    }

    public static TokenKeys of(SigningKey current) {
        return new TokenKeys(current, null, null);
    }

    /** The key that a token names; known ones only, whatever else the token offers. */
    Optional<RSAPublicKey> verifying(String id, Instant now) {
        if (current.id().equals(id)) {
            return Optional.of(current.openKey());
        }
        return previous != null && previous.id().equals(id) && now.isBefore(previousUntil)
                ? Optional.of(previous.openKey())
                : Optional.empty();
    }
}
