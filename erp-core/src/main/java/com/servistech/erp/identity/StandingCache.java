package com.servistech.erp.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Remembers for seconds what the database said of a person and a session, for all nodes of the server. May forget at any
 * time, and must not fail: when it is gone, {@link #find} finds nothing and the database is asked.
 */
public interface StandingCache extends AutoCloseable {

    Optional<Standing> find(UUID user, UUID session);

    /** Keeps what the database said; what {@link #versionRose} or {@link #sessionEnded} told meanwhile stays. */
    void remember(UUID user, UUID session, Standing standing);

    void versionRose(UUID user, int version);

    void sessionEnded(UUID session);

    @Override
    void close();
}
