package com.servistech.erp.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.kit.SettableClock;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on access tokens (RFC 8725); each forgery starts from a token that is good. */
class AccessTokensTest {

    private static final SigningKey KEY = SigningKey.generate();
    private static final Instant NOON = Instant.parse("2026-11-24T16:00:00Z");
    private static final StoreId STORE = new StoreId(UUID.randomUUID());

    private final SettableClock clock = new SettableClock(NOON);
    private final AccessTokens tokens = new AccessTokens(TokenKeys.of(KEY), clock);
    private final Person ana = new Person(
            UUID.randomUUID(), "ana@servistech.test", "Ana", false, STORE.value(), 3, Map.of(STORE, Role.MANAGER));
    private final Sessions.Opened session =
            new Sessions.Opened(UUID.randomUUID(), 1, NOON, NOON.plus(Sessions.LIFETIME), RefreshToken.random());
    private final String good = tokens.issue(ana, session).text();

    @Test
    void aTokenSpeaksForThePersonItWasIssuedTo() {
        Bearer bearer = tokens.verify(good).orElseThrow();
        assertThat(bearer)
                .isEqualTo(new Bearer(
                        ana.id(),
                        false,
                        STORE.value(),
                        Map.of(STORE, Role.MANAGER),
                        Optional.empty(),
                        session.id(),
                        3));
        assertThat(good).doesNotContain("ana");
        assertThat(payload().toString())
                .as("no more of the person than it needs")
                .doesNotContain("ana@");
    }

    /** A19. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "noNe", ""})
    void aTokenThatSaysItNeedsNoSignatureIsNobodys(String algorithm) {
        String header = encoded(header(h -> h.add("alg", algorithm)));
        String payload = good.split("\\.")[1];
        assertNobodys(header + "." + payload + ".");
        assertNobodys(header + "." + payload);
        assertNobodys(header + "." + payload + "." + good.split("\\.")[2]);
    }

    /** A20. */
    @Test
    void thePublicKeyIsNoSecretToSignWith() throws GeneralSecurityException {
        String signed = encoded(header(h -> h.add("alg", "HS256"))) + "." + good.split("\\.")[1];
        for (byte[] secret : new byte[][] {
            KEY.publicPem().getBytes(StandardCharsets.UTF_8), KEY.openKey().getEncoded()
        }) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            assertNobodys(signed + "." + encoded(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256", "ES256", "rs256"})
    void onlyTheAlgorithmThatWeSignWithCounts(String algorithm) {
        assertNobodys(signed(header(h -> h.add("alg", algorithm)), payload(), KEY));
    }

    /** A21: the attacker's own key, offered in the token or by an address. */
    @Test
    void aKeyThatTheTokenBringsAlongOrPointsToIsNotLookedAt() {
        SigningKey attackers = SigningKey.generate();
        String n = encoded(attackers.openKey().getModulus().toByteArray());
        for (UnaryOperator<JsonObjectBuilder> offer : java.util.List.<UnaryOperator<JsonObjectBuilder>>of(
                h -> h.add(
                        "jwk",
                        Json.createObjectBuilder()
                                .add("kty", "RSA")
                                .add("e", "AQAB")
                                .add("n", n)),
                h -> h.add("jku", "http://127.0.0.1:9/jwks.json"),
                h -> h.add("x5u", "http://127.0.0.1:9/cert.pem"),
                h -> h.add(
                        "x5c",
                        Json.createArrayBuilder()
                                .add(encoded(attackers.openKey().getEncoded()))))) {
            assertNobodys(signed(header(offer), payload(), attackers));
            assertNobodys(signed(header(h -> offer.apply(h).add("kid", attackers.id())), payload(), attackers));
            assertNobodys(signed(header(offer), payload(), KEY));
        }
        assertNobodys(signed(header(h -> h.add("crit", Json.createArrayBuilder().add("exp"))), payload(), KEY));
    }

    /** A22. */
    @ParameterizedTest
    @ValueSource(strings = {"../../dev/null", "' or 1=1 --", "\0", "file:///etc/passwd", ""})
    void aKeyIsFoundByItsNameAmongOursOnly(String name) {
        assertNobodys(signed(header(h -> h.add("kid", name)), payload(), KEY));
        assertNobodys(signed(header(h -> h.add("kid", name.repeat(700))), payload(), KEY));
    }

    @Test
    void aTokenWithoutTheNameOfItsKeyIsNobodys() {
        assertNobodys(signed(header(h -> h.remove("kid")), payload(), KEY));
    }

    /** A23. */
    @Test
    void aTokenIsGoodForAQuarterOfAnHourAndTheTenSecondsThatClocksDiffer() {
        clock.set(NOON.plus(Duration.ofMinutes(15)).plusSeconds(9));
        assertThat(tokens.verify(good)).isPresent();
        clock.set(NOON.plus(Duration.ofMinutes(15)).plusSeconds(10));
        assertNobodys(good);
        clock.set(NOON.minusSeconds(10));
        assertThat(tokens.verify(good))
                .as("issued by a machine whose clock is ahead")
                .isPresent();
        clock.set(NOON.minusSeconds(11));
        assertNobodys(good);
    }

    /** A23. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        exp | null
        exp | "1795536900"
        exp | 1795536900.5
        exp | 1e99
        exp | -1
        exp | 0
        exp | 99999999999999999999
        exp | true
        exp | [1795536900]
        iat | null
        iat | "1795536000"
        iat | 1795537000
        nbf | 1795537000
        nbf | "now"
        nbf | 1e99
        """)
    void aTimeThatIsMissingOrNoNumberOfOursIsNoTime(String claim, String value) {
        assertNobodys(signed(header(h -> h), with(claim, value), KEY));
    }

    @Test
    void aTokenThatWouldLiveLongerThanOursIsNotOurs() {
        long exp = NOON.plus(Duration.ofHours(5)).getEpochSecond();
        assertNobodys(signed(header(h -> h), with("exp", Long.toString(exp)), KEY));
        String begun = signed(header(h -> h), with("nbf", Long.toString(NOON.getEpochSecond())), KEY);
        assertThat(tokens.verify(begun)).isPresent();
    }

    /** A24. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        iss | "somebody-else"
        iss | null
        iss | ["servistech-erp"]
        aud | "servistech-erp"
        aud | null
        aud | []
        aud | ["servistech-erp-api", "another"]
        sub | null
        sub | "ana"
        sub | 7
        sid | null
        sid | "1"
        ver | null
        ver | "3"
        ver | 99999999999
        stores | null
        stores | "all"
        stores | [1]
        stores | ["*:MANAGER"]
        stores | ["MANAGER"]
        stores | ["00000000-0000-7000-8000-000000000000:EMPEROR"]
        home | "here"
        """)
    void aClaimThatIsNotAsWeWriteItMakesItNobodys(String claim, String value) {
        assertNobodys(signed(header(h -> h), with(claim, value), KEY));
    }

    /** A24: a token of another kind is no access token, though the same key signed it. */
    @ParameterizedTest
    @ValueSource(strings = {"JWT", "refresh+jwt", "ticket+jwt", "jwt", ""})
    void aTokenOfAnotherTypeGivesNoAccess(String type) {
        assertNobodys(signed(header(h -> h.add("typ", type)), payload(), KEY));
        assertNobodys(signed(header(h -> h.remove("typ")), payload(), KEY));
    }

    /** A25. */
    @Test
    void aSignatureThatIsStrippedCutOrChangedIsNone() {
        String[] parts = good.split("\\.");
        assertNobodys(parts[0] + "." + parts[1] + ".");
        assertNobodys(parts[0] + "." + parts[1]);
        assertNobodys(good.substring(0, good.length() - 4));
        for (int at = 0; at < parts[2].length(); at += 17) {
            char other = parts[2].charAt(at) == 'A' ? 'B' : 'A';
            String changed = parts[2].substring(0, at) + other + parts[2].substring(at + 1);
            assertNobodys(parts[0] + "." + parts[1] + "." + changed);
        }
    }

    /** A25: 2048 bits leave the last character four bits that mean nothing. */
    @Test
    void aSignatureHasOneSpellingOnly() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(good.charAt(good.length() - 1));
        int spellings = 0;
        for (int bits = 1; bits < 16; bits++) {
            String other = good.substring(0, good.length() - 1) + alphabet.charAt(last / 16 * 16 + (last + bits) % 16);
            assertThat(Base64.getUrlDecoder().decode(other.split("\\.")[2]))
                    .isEqualTo(Base64.getUrlDecoder().decode(good.split("\\.")[2]));
            assertNobodys(other);
            spellings++;
        }
        assertThat(spellings).isEqualTo(15);
    }

    /** A25. */
    @Test
    void whatIsAddedToATokenMakesItNobodys() {
        for (String more : new String[] {".", ".x", ".e30", "=", "==", " ", "\n", "\0", "&", "%3D", "~"}) {
            assertNobodys(good + more);
            assertNobodys(more + good);
        }
        assertNobodys(good.replace(".", ".."));
        assertNobodys(good + "." + good);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "...", "a.b.c", "null", "Bearer", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9..", "ñ.ñ.ñ"
            })
    void whatIsNoTokenIsNobodys(String text) {
        assertNobodys(text);
    }

    /** A26: what is far longer than any of ours is not even taken apart. */
    @Test
    void aTokenOfSixtyFourKilobytesCostsNothing() {
        String long64k = "eyJhbGciOiJSUzI1NiJ9." + "e".repeat(65_536) + ".AAAA";
        long begin = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            assertNobodys(long64k);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
    }

    /** A27. */
    @Test
    void anEditedRoleOrStoreIsNotSigned() {
        String[] parts = good.split("\\.");
        String[] edits = {
            payload().toString().replace("MANAGER", "REGIONAL_MANAGER"),
            payload().toString().replace("\"admin\":false", "\"admin\":true"),
            payload().toString().replace(STORE.toString(), UUID.randomUUID().toString())
        };
        for (String edited : edits) {
            assertThat(edited).isNotEqualTo(payload().toString());
            assertNobodys(parts[0] + "." + encoded(edited) + "." + parts[2]);
            assertNobodys(signed(header(h -> h), edited, SigningKey.generate()));
        }
    }

    /** A29. */
    @Test
    void aNewKeySignsWhileTheOldOneVerifiesUntilItsDate() {
        SigningKey next = SigningKey.generate();
        Instant until = NOON.plus(Duration.ofMinutes(5));
        AccessTokens rotated = new AccessTokens(new TokenKeys(next, KEY, until), clock);
        String signedByNext = rotated.issue(ana, session).text();
        assertThat(rotated.verify(good)).isPresent();
        assertThat(rotated.verify(signedByNext)).isPresent();
        assertThat(tokens.verify(signedByNext))
                .as("by a node that does not know it yet")
                .isEmpty();
        clock.set(until.minusMillis(1));
        assertThat(rotated.verify(good)).isPresent();
        clock.set(until);
        assertThat(rotated.verify(good)).isEmpty();
        assertThat(rotated.verify(signedByNext)).isPresent();
    }

    @Test
    void aProcessThatHoldsNoKeyBelievesNobody() {
        assertThat(new AccessTokens(null, clock).verify(good)).isEmpty();
    }

    private void assertNobodys(String token) {
        assertThat(tokens.verify(token))
                .as(token.substring(0, Math.min(200, token.length())))
                .isEmpty();
    }

    private String header(UnaryOperator<JsonObjectBuilder> change) {
        return change.apply(Json.createObjectBuilder(decoded(good.split("\\.")[0])))
                .build()
                .toString();
    }

    private JsonObject payload() {
        return decoded(good.split("\\.")[1]);
    }

    /** @param value JSON, written as it stands; null takes the claim away */
    private String with(String claim, String value) {
        Map<String, String> members = new LinkedHashMap<>();
        payload().forEach((name, old) -> members.put(name, old.toString()));
        if (value.equals("null")) {
            members.remove(claim);
        } else {
            members.put(claim, value);
        }
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    private static String signed(Object header, Object payload, SigningKey key) {
        String signed = encoded(header.toString()) + "." + encoded(payload.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.key());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject decoded(String part) {
        String json = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
        return Json.createReader(new StringReader(json)).readObject();
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
