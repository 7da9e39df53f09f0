package com.servistech.erp.counts;

import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Begins a count: says which parts are to be counted. */
public final class OpenCount {

    private final Work work;

    public OpenCount(Work work) {
        this.work = work;
    }

    public UUID open(NewCount input) {
        work.require(Permission.STOCK_MOVE);
        NewCount count = input.checked();
        CountRows rows = new CountRows(work);
        List<UUID> parts = count.partIds() == null ? rows.partsOnHand() : count.partIds();
        requireKnown(parts);
        UUID id = work.newId();
        rows.insert(id, count.name());
        parts.forEach(part -> rows.addLine(id, part));
        new Outbox(work).add("counts.opened", id, Map.of("parts", String.valueOf(parts.size())));
        return id;
    }

    private void requireKnown(List<UUID> parts) {
        Inventory inventory = new Inventory(work);
        Problems problems = new Problems();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == null || !inventory.knows(parts.get(i))) {
                problems.add("/partIds/" + i, "inventory.not-found", "There is no such part");
            }
        }
        problems.refuseIfAny();
    }
}
