package com.servistech.erp.rates;

import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Where bodies are kept, each once, by its hash. */
final class EvidenceRoom {

    private record Kept(UUID id, String sha256) {}

    private static final int BATCH = 50;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Work work;

    EvidenceRoom(Work work) {
        this.work = work;
    }

    /** @return the hash; null when there is no evidence */
    String keep(String source, String channel, Evidence evidence) {
        if (evidence == null) {
            return null;
        }
        work.sql()
                .update(
                        "insert into erp.rate_evidence (id, sha256, source, channel, origin, requested_at, content_type,"
                                + " size, parser, body) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (sha256) do nothing",
                        work.newId(),
                        evidence.sha256(),
                        source,
                        channel,
                        evidence.origin(),
                        evidence.requestedAt(),
                        evidence.contentType(),
                        evidence.size(),
                        evidence.parser(),
                        evidence.packed());
        return evidence.sha256();
    }

    Optional<Evidence> find(String sha256) {
        return work.sql()
                .first(
                        row -> Evidence.of(
                                Evidence.unpacked(row.bytes("body")),
                                row.text("origin"),
                                row.instant("requested_at"),
                                row.text("content_type"),
                                row.text("parser")),
                        "select * from erp.rate_evidence where sha256 = ?",
                        sha256);
    }

    /** Walks over the hashes, oldest first, without holding the bodies. */
    void hashes(Consumer<String> each) {
        UUID after = BEFORE_ALL;
        while (true) {
            List<Kept> batch = work.sql()
                    .list(
                            row -> new Kept(row.uuid("id"), row.text("sha256")),
                            "select id, sha256 from erp.rate_evidence where id > ? order by id limit ?",
                            after,
                            BATCH);
            for (Kept kept : batch) {
                each.accept(kept.sha256());
                after = kept.id();
            }
            if (batch.size() < BATCH) {
                return;
            }
        }
    }
}
