package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The people of the chain and their sessions, inside one open transaction. Signing in and changing the own password take
 * several: each begins with an attempt, which is judged between two of them.
 */
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

    /** Counts a sign-in, and finds what its password is to be compared with. */
    public PasswordAttempt attemptSignIn(String email, String password) {
        return new SignIn(work).attempt(passwords, email, password);
    }

    /** The same for the caller's own password, if the next one is good enough. */
    public PasswordAttempt attemptChange(String current, String next) {
        return new ChangePassword(work).attempt(passwords, current, next);
    }

    /** Puts an attempt on record that was judged wrong. */
    public void failed(PasswordAttempt attempt) {
        attempt.note().writeIn(work);
    }

    public SignedIn signIn(RightPassword right) {
        return new SignIn(work).begin(right, tokens);
    }

    /** @param hash of the new password */
    public void changePassword(RightPassword right, String hash) {
        new ChangePassword(work).change(right, hash, cache);
    }

    /** What decides whether an access token still counts. */
    public Standing standing(Bearer bearer) {
        return work.sql()
                .first(
                        row -> new Standing(row.integer("token_version"), row.bool("session_open")),
                        "select * from erp.standing(?, ?, ?)",
                        bearer.userId(),
                        bearer.session(),
                        work.now())
                .orElseThrow();
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

    /**
     * An access token for a program's key.
     *
     * @throws com.servistech.erp.error.Unauthenticated {@code auth.invalid-key}
     */
    public ProgramAccess useKey(String key) {
        return new UseApiKey(work, tokens).use(key);
    }

    /**
     * Lets a program into the store, with its first key.
     *
     * @throws com.servistech.erp.error.Forbidden {@code users.rank} for a role that is not below the caller's
     */
    public IssuedKey openServiceAccount(NewServiceAccount input) {
        return new OpenServiceAccount(work).open(input);
    }

    /**
     * @param lastDay on which the key is good; null for a year from today
     * @throws com.servistech.erp.error.Conflict {@code service-accounts.closed}, {@code service-accounts.too-many-keys}
     */
    public IssuedKey addKey(UUID account, LocalDate lastDay) {
        return new IssueApiKey(work).add(account, lastDay);
    }

    /** Ends a key; what was let in by it is out within seconds. */
    public ServiceAccountCard revokeKey(UUID account, UUID key) {
        return new RevokeAccess(work, cache).key(account, key);
    }

    /** Ends the account with all its keys, for good. */
    public ServiceAccountCard closeServiceAccount(UUID account) {
        return new RevokeAccess(work, cache).account(account);
    }

    public ServiceAccountCard serviceAccount(UUID id) {
        work.require(Permission.USERS_READ);
        return new ServiceAccounts(work).require(id);
    }

    /** The programs of the store, the newest first. */
    public Page<ServiceAccountCard> serviceAccounts(Page.Request page) {
        work.require(Permission.USERS_READ);
        return new ServiceAccounts(work).list(page);
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

    /**
     * A new password for somebody who forgot theirs.
     *
     * @throws com.servistech.erp.error.Stale when somebody else changed the person since that version
     * @throws com.servistech.erp.error.Forbidden {@code users.rank}, {@code users.elsewhere}, {@code users.self}
     */
    public void resetPassword(UUID id, int expectedVersion, String password) {
        new ResetPassword(work, passwords, cache).reset(id, expectedVersion, password);
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
