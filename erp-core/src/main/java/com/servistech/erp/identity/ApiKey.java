package com.servistech.erp.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits by which a program comes in. The database knows the hash only. Prints nothing of itself. */
record ApiKey(String text) {

    /** What scanners for secrets that were left in a repository look for. */
    static final String PREFIX = "erpk_";

    private static final int BYTES = 32;
    private static final int HINT = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiKey(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        return Sha256.hex(("key of a program " + text).getBytes(StandardCharsets.UTF_8));
    }

    /** Enough to tell two keys of an account apart, and no help to a guesser. */
    String hint() {
        return text.substring(text.length() - HINT);
    }

    @Override
    public String toString() {
        return "ApiKey";
    }
}
