package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Refresh tokens: random, kept by hash, each good for one use; a family ends 24 hours after sign-in. */
final class Refreshes {

    private static final Duration SESSION = Duration.ofHours(24);
    private static final SecureRandom RANDOM = new SecureRandom();

    record Used(String email, UUID family, Instant expiresAt, String outcome) {
        static Used of(Sql.Row row) {
            return new Used(row.text("user_email"), row.uuid("family"), row.instant("expires_at"), row.text("outcome"));
        }
    }

    private final Work work;

    Refreshes(Work work) {
        this.work = work;
    }

    String openFamily(UUID userId) {
        return open(userId, work.newId(), work.now().plus(SESSION));
    }

    String open(UUID userId, UUID family, Instant expiresAt) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        work.sql()
                .call(
                        "select erp.open_session(?, ?, ?, ?, ?, ?)",
                        work.newId(),
                        userId,
                        hash(token),
                        family,
                        work.now(),
                        expiresAt);
        return token;
    }

    /** Uses a token up; a token that comes a second time ends its family. */
    Optional<Used> use(String token) {
        return work.sql()
                .first(Used::of, "select * from erp.use_session(?, ?)", hash(token), work.now())
                .filter(used -> used.outcome().equals("OK"));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
