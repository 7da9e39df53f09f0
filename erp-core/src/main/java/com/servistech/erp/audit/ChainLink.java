package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import java.util.HexFormat;
import java.util.List;

/**
 * One transaction's link in a store's chain.
 *
 * @param ordinals the entries, in order
 * @param leaves the SHA-256 of each entry's line, 32 bytes each, in the same order
 */
record ChainLink(long position, List<Long> ordinals, byte[] leaves, String previousHash, String hash) {

    static final String COLUMNS = "position, ordinals, leaves, previous_hash, hash";
    static final String BEGINNING = "0".repeat(64);

    static ChainLink of(Sql.Row row) {
        return new ChainLink(
                row.bigint("position"),
                row.array("ordinals"),
                row.bytes("leaves"),
                row.text("previous_hash"),
                row.text("hash"));
    }

    /** As {@code audit_link_hash} in the database; docs/audit.md says it in words. */
    String computedHash(StoreId store) {
        return Sha256.hex("servistech-audit/1\n" + store + "\n" + position + "\n" + previousHash + "\n"
                + HexFormat.of().formatHex(leaves) + "\n");
    }

    boolean holds(StoreId store) {
        return hash.equals(computedHash(store));
    }
}
