package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Signs people out: their refresh tokens at once, their access tokens within seconds. */
final class EndSessions {

    private final Work work;
    private final StandingCache cache;

    EndSessions(Work work, StandingCache cache) {
        this.work = work;
        this.cache = cache;
    }

    /** One session of the caller. */
    void one(UUID session) {
        new Sessions(work).end(session);
        work.afterCommit(() -> cache.sessionEnded(session));
    }

    /** The session of whoever holds this refresh token, used or not; nothing when there is none. */
    void of(String refreshToken) {
        new Sessions(work)
                .endOf(new RefreshToken(refreshToken))
                .ifPresent(session -> work.afterCommit(() -> cache.sessionEnded(session)));
    }

    /** All of a person's, wherever they are. */
    void all(UUID userId) {
        new TokenVersion(work, cache).raise(userId);
        new Sessions(work).endAll(userId);
    }
}
