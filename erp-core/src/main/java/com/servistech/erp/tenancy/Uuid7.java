package com.servistech.erp.tenancy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Identities for new rows (RFC 9562 version 7): time first, so indexes grow at their end; the rest is random. */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {}

    public static UUID next(Clock clock) {
        long random = RANDOM.nextLong();
        long high = clock.millis() << 16 | 0x7000 | (random >>> 52);
        long low = RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
