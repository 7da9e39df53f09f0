package com.servistech.erp.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.servistech.erp.tenancy.Permission;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Access tokens: RS256, a quarter of an hour at most and never longer than their session, carrying who the person is and
 * the role in each store. Everything about a token that is not exactly as we make it makes it nobody's.
 */
public final class AccessTokens {

    public static final String ISSUER = "servistech-erp";
    public static final String AUDIENCE = "servistech-erp-api";
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    /** What clocks of two machines may differ by. */
    static final Duration SKEW = Duration.ofSeconds(10);

    /** Of JWT access tokens (RFC 9068): no other token of ours has it. */
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private static final int LONGEST = 16_384;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");

    /** @param expiresIn from when it was issued */
    record Issued(String text, Duration expiresIn) {
        @Override
        public String toString() {
            return "Issued";
        }
    }

    private final TokenKeys keys;
    private final Clock clock;

    /** @param keys null where nobody signs in */
    public AccessTokens(TokenKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The same token for the same generation of a session, as long as the person stays the same. */
    Issued issue(Person person, Sessions.Opened session) {
        String id = session.id() + "." + session.generation();
        return issued(claims(person, session.id()).jwtID(id), session.since(), session.expiresAt());
    }

    /** A token for a program, whose session is as long as the token. */
    Issued issue(Person program, Set<Permission> only, UUID session, Instant since, Instant end) {
        List<String> names = only.stream().map(Permission::name).sorted().toList();
        return issued(claims(program, session).jwtID(session.toString()).claim(Bearer.ONLY, names), since, end);
    }

    private Issued issued(JWTClaimsSet.Builder claims, Instant since, Instant sessionEnd) {
        if (keys == null) {
            throw new IllegalStateException("ERP_JWT_PRIVATE_KEY is not set: this process cannot sign anybody in");
        }
        Instant end = since.plus(LIFETIME);
        Instant expiry = end.isBefore(sessionEnd) ? end : sessionEnd;
        claims.issueTime(Date.from(since)).expirationTime(Date.from(expiry));
        return new Issued(signed(claims.build()), Duration.between(since, expiry));
    }

    private static JWTClaimsSet.Builder claims(Person person, UUID session) {
        List<String> stores = person.memberships().entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .toList();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(person.id().toString())
                .claim(Bearer.SESSION, session.toString())
                .claim(Bearer.VERSION, person.tokenVersion())
                .claim(Bearer.ADMIN, person.superAdmin())
                .claim(Bearer.STORES, stores);
        if (person.homeStoreId() != null) {
            claims.claim(Bearer.HOME, person.homeStoreId().toString());
        }
        return claims;
    }

    /**
     * Whom a token speaks for, as far as the token itself tells; whether it still counts is another question ({@link Standing}).
     *
     * @return nobody when the token is not ours, not signed with RS256 by a key of ours, not yet or no longer valid
     */
    public Optional<Bearer> verify(String token) {
        if (keys == null || token.length() > LONGEST || !CompactForm.isCanonical(token)) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            Optional<RSAPublicKey> key = keyOf(jwt.getHeader());
            if (key.isEmpty() || !jwt.verify(new RSASSAVerifier(key.get()))) {
                return Optional.empty();
            }
            return Claims.of(jwt.getPayload().toJSONObject())
                    .filter(claims -> claims.validAt(clock.instant()))
                    .flatMap(Bearer::of);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key is ours by configuration: one that the token brings along or points to makes it nobody's. */
    private Optional<RSAPublicKey> keyOf(JWSHeader header) {
        boolean plain = HEADERS.equals(header.toJSONObject().keySet())
                && JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && TYPE.equals(header.getType());
        return plain ? keys.verifying(header.getKeyID(), clock.instant()) : Optional.empty();
    }

    private String signed(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(TYPE)
                        .keyID(keys.current().id())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(keys.current().key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }
}
