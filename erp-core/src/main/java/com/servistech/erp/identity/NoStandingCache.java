package com.servistech.erp.identity;

import java.util.Optional;
import java.util.UUID;

/** For a server without Redis: the database is asked for every request. */
public final class NoStandingCache implements StandingCache {

    @Override
    public Optional<Standing> find(UUID user, UUID session) {
        return Optional.empty();
    }

    @Override
    public void remember(UUID user, UUID session, Standing standing) {
        // it never remembers
    }

    @Override
    public void versionRose(UUID user, int version) {
        // nothing here to correct
    }

    @Override
    public void sessionEnded(UUID session) {
        // nothing here to correct
    }

    @Override
    public void close() {
        // nothing here to free
    }
}
