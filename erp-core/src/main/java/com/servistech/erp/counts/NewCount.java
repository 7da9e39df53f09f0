package com.servistech.erp.counts;

import com.servistech.erp.error.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/**
 * A count that begins.
 *
 * @param name how people call it: "Vitrina, noviembre"
 * @param partIds what is to be counted; null for everything of which something is written down
 */
public record NewCount(String name, List<UUID> partIds) {

    private static final int PARTS = 5_000;

    NewCount checked() {
        Problems problems = new Problems();
        String good = problems.required("/name", name, 120);
        if (partIds != null && partIds.isEmpty()) {
            problems.add("/partIds", "value.required", "At least one part, or none named for all");
        } else if (partIds != null && partIds.size() > PARTS) {
            problems.add("/partIds", "list.too-long", "At most " + PARTS + " parts");
        }
        problems.refuseIfAny();
        return new NewCount(good, partIds == null ? null : List.copyOf(new LinkedHashSet<>(partIds)));
    }
}
