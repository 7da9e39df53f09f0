package com.servistech.erp.inventory;

import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Where a part stands in the catalogue: its category, the devices that it fits, the words by which it is found. */
final class Fittings {

    private final Work work;

    Fittings(Work work) {
        this.work = work;
    }

    /** From now on it fits these and no others. */
    void set(UUID partId, UUID categoryIdOrNull, List<UUID> modelIds) {
        work.sql()
                .update(
                        "update erp.parts set category_id = ?::uuid where id = ? and category_id is distinct from ?::uuid",
                        categoryIdOrNull,
                        partId,
                        categoryIdOrNull);
        work.sql()
                .update(
                        "update erp.part_models set fits = not fits where part_id = ? and fits <> (model_id = any (?::uuid[]))",
                        partId,
                        modelIds);
        for (UUID modelId : modelIds) {
            work.sql()
                    .update(
                            "insert into erp.part_models (id, part_id, model_id, fits) values (?, ?, ?, true)"
                                    + " on conflict (part_id, model_id) do nothing",
                            work.newId(),
                            partId,
                            modelId);
        }
        work.sql()
                .update(
                        "update erp.parts set search = erp.part_search(id) where id = ? and search <> erp.part_search(id)",
                        partId);
    }
}
