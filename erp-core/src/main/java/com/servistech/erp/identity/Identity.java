package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Optional;
import java.util.UUID;

/** The people of the chain and their sessions, inside one open transaction; coming in is {@link Entrance}. */
public final class Identity {

    private final Work work;
    private final PasswordHash passwords;
    private final AccessTokens tokens;
    private final StandingCache cache;

    public Identity(Work work, PasswordHash passwords, AccessTokens tokens, StandingCache cache) {
        this.work = work;
        this.passwords = passwords;
        this.tokens = tokens;
        this.cache = cache;
    }

    /**
     * New tokens for a refresh token, which is used up. Empty when it is not good; that must be committed, not thrown:
     * a token that comes twice ends its session.
     */
    public Optional<SignedIn> refresh(String refreshToken) {
        return new RefreshSession(work, tokens, cache).refresh(refreshToken);
    }

    /** Ends one session of the caller. */
    public void signOut(UUID session) {
        new EndSessions(work, cache).one(session);
    }

    /** Ends the session of whoever holds the refresh token; nothing happens when it is nobody's. */
    public void signOut(String refreshToken) {
        new EndSessions(work, cache).of(refreshToken);
    }

    /** Ends all sessions of the caller, on every device. */
    public void signOutEverywhere() {
        new EndSessions(work, cache).all(work.userId());
    }

    public UserCard me() {
        return new People(work).card(work.userId()).orElseThrow(People::notFound);
    }

    /**
     * Lets a person in.
     *
     * @throws com.servistech.erp.error.Conflict {@code users.email-taken}
     * @throws com.servistech.erp.error.Forbidden {@code users.rank} for a role that is not below the caller's
     */
    public UserCard add(NewUser input) {
        return new AddUser(work, passwords).add(input);
    }

    /**
     * @throws com.servistech.erp.error.Stale when somebody else changed the person since that version
     * @throws com.servistech.erp.error.Forbidden {@code users.rank}, {@code users.elsewhere}, {@code users.self}
     */
    public UserCard change(UUID id, int expectedVersion, UserChange change) {
        return new ChangeUser(work, cache).change(id, expectedVersion, change);
    }

    /** @throws com.servistech.erp.error.Forbidden {@code users.rank}, {@code users.elsewhere}, {@code users.self} */
    public void resetPassword(UUID id, String password) {
        new ResetPassword(work, passwords, cache).reset(id, password);
    }

    /** A person of the scope, also one who no longer works there; somebody of another store is unknown. */
    public UserCard get(UUID id) {
        work.require(Permission.USERS_READ);
        return new People(work).require(id);
    }

    /** The people who work in the scope's stores, by address. */
    public Page<UserCard> list(Page.Request page) {
        work.require(Permission.USERS_READ);
        return new People(work).list(page);
    }
}
