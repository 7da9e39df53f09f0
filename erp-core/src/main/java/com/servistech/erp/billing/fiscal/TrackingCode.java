package com.servistech.erp.billing.fiscal;

import java.security.SecureRandom;
import java.util.Base64;

/** What the QR of a paper says of itself beside its number: 128 random bits, so that nobody finds a document by counting. */
final class TrackingCode {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TrackingCode() {}

    /** 22 letters, digits, dashes and underscores. */
    static String next() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
