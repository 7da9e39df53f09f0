package com.servistech.erp.events;

import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.UUID;

/** The transactional outbox of the open work. */
public final class Outbox {

    private final Work work;

    public Outbox(Work work) {
        this.work = work;
    }

    /**
     * Announces that something happened, once the transaction commits.
     *
     * @param topic feature and past participle, {@code orders.received}
     * @param payload small facts for those who listen; never a secret or a credential
     */
    public void add(String topic, UUID entityId, Map<String, String> payload) {
        work.announce();
        JsonObjectBuilder json = Json.createObjectBuilder();
        payload.forEach(json::add);
        work.sql()
                .update(
                        "insert into erp.outbox (store_id, id, topic, entity_id, payload, occurred_at)"
                                + " values (?, ?, ?, ?, ?::jsonb, ?)",
                        work.home(),
                        work.newId(),
                        topic,
                        entityId,
                        json.build().toString(),
                        work.now());
    }
}
