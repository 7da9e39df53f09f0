package com.servistech.erp.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final int FEW = 5;

    private Plausibility() {}

    /** @return why it should not be relied on; empty for nothing */
    static List<String> doubts(Before before, Map<String, TableContent> now, PackedFiles files) {
        List<String> doubts = new ArrayList<>();
        before.newestGood().ifPresent(good -> rows(good, now, doubts));
        // a file that is lost for good is told once, and named by every manifest from then on
        List<String> newly = files.lacking().stream()
                .filter(name -> !before.lacking().contains(name))
                .toList();
        long more = files.lackingCount() - before.mostLacking();
        if (!newly.isEmpty() || more > 0) {
            doubts.add("uploaded files are lacking: %d, newly %s"
                    .formatted(files.lackingCount(), String.join("; ", newly.subList(0, Math.min(FEW, newly.size())))));
        }
        return doubts;
    }

    private static void rows(Manifest before, Map<String, TableContent> now, List<String> doubts) {
        before.tables().forEach((table, had) -> {
            long has = now.containsKey(table) ? now.get(table).rows() : 0;
            // at least three in five are expected to be there still
            if (had.rows() >= FEW_ROWS && has * 5 < had.rows() * 2 && !VOLATILE.contains(table)) {
                doubts.add("%s has %d rows, and had %d in the backup of %s"
                        .formatted(table, has, had.rows(), before.startedAt()));
            }
        });
    }
}
