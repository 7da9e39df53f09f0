package com.servistech.erp.identity;

import com.servistech.erp.error.Unavailable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id in the PHC string format, so that cost can rise later and old hashes still verify. Passwords are compared
 * exactly, byte by byte in UTF-8: nothing is cut off, folded or normalized.
 *
 * <p>A hash costs memory and time on purpose, so only as many as there are processors are made at once, and whoever
 * would wait too long is told to come back.
 */
public final class PasswordHash {

    /** The first choice of the OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. */
    private static final Cost CURRENT = new Cost(19_456, 2, 1);

    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final int QUEUE = 64;
    private static final long PATIENCE_SECONDS = 5;
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    record Cost(int memoryKib, int passes, int lanes) {}

    private final SecureRandom random = new SecureRandom();
    private final Cost cost;
    private final Semaphore permits;
    private final String nobodys;

    public PasswordHash() {
        this(CURRENT, Runtime.getRuntime().availableProcessors());
    }

    /** @param atOnce how many hashes may be made at the same time */
    PasswordHash(Cost cost, int atOnce) {
        this.cost = cost;
        this.permits = new Semaphore(atOnce, true);
        this.nobodys = of("nobody has this password");
    }

    /** @throws Unavailable {@code auth.busy} when too many wait for theirs */
    public String of(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] hash = argon2(password, salt, cost, LENGTH);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib,
                        cost.passes,
                        cost.lanes,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /** @throws Unavailable {@code auth.busy} when too many wait for theirs */
    public boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            return false;
        }
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] actual = argon2(password, Base64.getDecoder().decode(parts.group(4)), cost(parts), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** Takes as long as a real check: an unknown address must not answer faster than a wrong password. */
    boolean matchesNobody(String password) {
        return matches(password, nobodys) && false;
    }

    /** Whether the hash was made at another cost than today's, and the password should be hashed again. */
    boolean outdated(String phc) {
        Matcher parts = PHC.matcher(phc);
        return !parts.matches() || !cost(parts).equals(cost);
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private byte[] argon2(String password, byte[] salt, Cost at, int length) {
        takePermit();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(at.memoryKib)
                    .withIterations(at.passes)
                    .withParallelism(at.lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            permits.release();
        }
    }

    private void takePermit() {
        try {
            if (permits.getQueueLength() < QUEUE && permits.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable("auth.busy", "Too many people sign in at this moment: try again shortly");
    }
}
