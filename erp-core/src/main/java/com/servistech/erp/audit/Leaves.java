package com.servistech.erp.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The hashes of many entries in the order of their numbers: one answer of the database instead of a row each, since to hand
 * rows over takes longer than to hash them.
 */
final class Leaves {

    /** Of a SHA-256. */
    static final int BYTES = 32;

    private final long[] ordinals;
    private final byte[] hashes;

    private Leaves(long[] ordinals, byte[] hashes) {
        this.ordinals = ordinals;
        this.hashes = hashes;
    }

    /** @param packed of each entry its number in eight bytes and its hash, by their numbers; null for none */
    static Leaves of(byte[] packed) {
        ByteBuffer rest = ByteBuffer.wrap(packed == null ? new byte[0] : packed);
        int count = rest.remaining() / (Long.BYTES + BYTES);
        long[] ordinals = new long[count];
        byte[] hashes = new byte[count * BYTES];
        for (int i = 0; i < count; i++) {
            ordinals[i] = rest.getLong();
            rest.get(hashes, i * BYTES, BYTES);
        }
        return new Leaves(ordinals, hashes);
    }

    /** @return where the entry stands, or less than zero when it is not there */
    int find(long ordinal) {
        return Arrays.binarySearch(ordinals, ordinal);
    }

    /** Whether an entry that was found has this hash, the given one of several in a row; false when those are fewer. */
    boolean matches(int found, byte[] others, int index) {
        int from = found * BYTES;
        int other = index * BYTES;
        return other + BYTES <= others.length
                && Arrays.equals(hashes, from, from + BYTES, others, other, other + BYTES);
    }
}
