package com.servistech.erp.audit;

import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;

/** Puts a note on record, for the store of the work or for the chain. Who and when are the database's to say. */
final class TakeNote {

    private final Work work;

    TakeNote(Work work) {
        this.work = work;
    }

    void take(AuditNote note) {
        JsonObjectBuilder details = Json.createObjectBuilder();
        new TreeMap<>(note.details()).forEach(details::add);
        work.sql()
                .call(
                        "select erp.note_audit(?, ?, ?, ?::uuid, ?::json)",
                        work.home(),
                        note.action(),
                        note.entity(),
                        note.entityId() == null ? null : note.entityId().toString(),
                        details.build().toString());
    }
}
