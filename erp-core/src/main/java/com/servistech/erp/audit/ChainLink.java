package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import java.util.List;

/**
 * One transaction's link in a store's chain.
 *
 * @param ordinals the entries, in order
 * @param leaves the SHA-256 of each entry's line, 64 hexadecimal digits each, in the same order
 */
record ChainLink(long position, List<Long> ordinals, String leaves, String previousHash, String hash) {

    static final String COLUMNS = "position, ordinals, encode(leaves, 'hex') leaves, previous_hash, hash";
    static final String BEGINNING = "0".repeat(64);

    private static final int DIGITS = 64;

    static ChainLink of(Sql.Row row) {
        return new ChainLink(
                row.bigint("position"),
                row.array("ordinals"),
                row.text("leaves"),
                row.text("previous_hash"),
                row.text("hash"));
    }

    String leaf(int index) {
        int end = (index + 1) * DIGITS;
        return leaves.length() < end ? "" : leaves.substring(end - DIGITS, end);
    }

    /** As {@code audit_link_hash} in the database; docs/audit.md says it in words. */
    String computedHash(StoreId store) {
        return Sha256.hex(
                "servistech-audit/1\n" + store + "\n" + position + "\n" + previousHash + "\n" + leaves + "\n");
    }

    boolean holds(StoreId store) {
        return hash.equals(computedHash(store));
    }
}
