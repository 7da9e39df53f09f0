package com.servistech.erp.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares a new backup with the good one before it: a database rarely loses most of what it had. */
final class Plausibility {

    /** Their rows come and go by themselves. */
    private static final Set<String> VOLATILE = Set.of(
            "erp.sessions",
            "erp.refresh_tokens",
            "erp.login_failures",
            "erp.idempotency",
            "erp.outbox",
            "erp.backup_progress");

    private static final int FEW_ROWS = 100;

    private Plausibility() {}

    /** @return why it should not be relied on; empty for nothing */
    static List<String> doubts(Manifest before, java.util.Map<String, TableContent> now) {
        List<String> doubts = new ArrayList<>();
        before.tables().forEach((table, had) -> {
            long has = now.containsKey(table) ? now.get(table).rows() : 0;
            // at least three in five are expected to be there still
            if (had.rows() >= FEW_ROWS && has * 5 < had.rows() * 2 && !VOLATILE.contains(table)) {
                doubts.add("%s has %d rows, and had %d in the backup of %s"
                        .formatted(table, has, had.rows(), before.startedAt()));
            }
        });
        return doubts;
    }
}
