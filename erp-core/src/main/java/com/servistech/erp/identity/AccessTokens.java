package com.servistech.erp.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Access tokens: RS256, short-lived, carrying who the person is and the role in each store. Issuer and audience are the
 * names that the server pins.
 */
public final class AccessTokens {

    public static final String ISSUER = "servistech-erp";
    public static final String AUDIENCE = "servistech-erp-api";
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final Duration SKEW = Duration.ofSeconds(10);

    private final SigningKey key;
    private final Clock clock;

    /** @param key null where nobody signs in */
    public AccessTokens(SigningKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String issue(Person person) {
        if (key == null) {
            throw new IllegalStateException("ERP_JWT_PRIVATE_KEY is not set: this process cannot sign anybody in");
        }
        Instant now = clock.instant();
        List<String> stores = person.memberships().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(person.id().toString())
                .jwtID(UUID.randomUUID().toString())
                .claim("upn", person.email())
                .claim("groups", List.of("user"))
                .claim("admin", person.superAdmin())
                .claim("stores", stores)
                .claim("ver", person.tokenVersion())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        if (person.homeStoreId() != null) {
            claims.claim("home", person.homeStoreId().toString());
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }

    /**
     * Who a token speaks for.
     *
     * @return nobody when the token is not ours, not signed with RS256 by our key, or expired
     */
    public Optional<Bearer> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (key == null
                    || !jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
                    || !jwt.verify(new RSASSAVerifier(key.openKey()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant now = clock.instant();
            boolean ours = ISSUER.equals(claims.getIssuer())
                    && claims.getAudience().contains(AUDIENCE)
                    && claims.getExpirationTime() != null
                    && now.minus(SKEW).isBefore(claims.getExpirationTime().toInstant());
            return ours ? Optional.of(Bearer.of(claims)) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
