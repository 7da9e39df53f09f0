package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** The newest version of a person's access tokens. Whatever changes what they may do raises it; the older ones end. */
final class TokenVersion {

    private final Work work;
    private final StandingCache cache;

    TokenVersion(Work work, StandingCache cache) {
        this.work = work;
        this.cache = cache;
    }

    void raise(UUID userId) {
        int version = work.sql()
                .first(
                        row -> row.integer("token_version"),
                        "update erp.users set token_version = token_version + 1 where id = ? returning token_version",
                        userId)
                .orElseThrow(People::notFound);
        work.afterCommit(() -> cache.versionRose(userId, version));
    }
}
