package com.servistech.erp.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that renew a session once. The database knows the hash only. Prints nothing of itself. */
record RefreshToken(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    private static RefreshToken of(byte[] bytes) {
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String hash() {
        return Sha256.hex(bytes("known by "));
    }

    /** A token so that only whoever holds this one can read it: this one's own pad, used once, over random bits. */
    byte[] seal(RefreshToken next) {
        return xor(Base64.getUrlDecoder().decode(next.text));
    }

    RefreshToken unseal(byte[] sealed) {
        return of(xor(sealed));
    }

    private byte[] xor(byte[] bytes) {
        byte[] pad = Sha256.of(bytes("followed by "));
        byte[] mixed = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            mixed[i] = (byte) (bytes[i] ^ pad[i]);
        }
        return mixed;
    }

    private byte[] bytes(String purpose) {
        return (purpose + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "RefreshToken";
    }
}
