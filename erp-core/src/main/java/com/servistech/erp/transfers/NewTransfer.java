package com.servistech.erp.transfers;

import com.servistech.erp.error.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Parts that one store wants from another, written down by either of the two.
 *
 * @param note for the people of the other store; null for none
 */
public record NewTransfer(UUID fromStoreId, UUID toStoreId, List<Pieces> lines, String note) {

    private static final int LARGEST = 100_000;
    private static final int LINES = 200;

    /** So many of a part. */
    public record Pieces(UUID partId, int quantity) {}

    void check() {
        Problems problems = new Problems();
        if (fromStoreId == null) {
            problems.add("/fromStoreId", "value.required", "This is required");
        }
        if (toStoreId == null) {
            problems.add("/toStoreId", "value.required", "This is required");
        } else if (toStoreId.equals(fromStoreId)) {
            problems.add("/toStoreId", "transfers.same-store", "A transfer goes to another store");
        }
        problems.optional("/note", note, 400);
        check(lines, problems);
        problems.refuseIfAny();
    }

    static void check(List<Pieces> lines, Problems problems) {
        if (lines == null || lines.isEmpty()) {
            problems.add("/lines", "value.required", "At least one part");
            return;
        } else if (lines.size() > LINES) {
            problems.add("/lines", "list.too-long", "At most " + LINES + " parts");
        }
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Pieces each = lines.get(i);
            if (each.partId() == null) {
                problems.add("/lines/" + i + "/partId", "value.required", "This is required");
            } else if (!seen.add(each.partId())) {
                problems.add("/lines/" + i + "/partId", "transfers.part-twice", "This part is on the transfer already");
            }
            if (each.quantity() < 1 || each.quantity() > LARGEST) {
                problems.add("/lines/" + i + "/quantity", "number.range", "Between 1 and " + LARGEST);
            }
        }
    }
}
