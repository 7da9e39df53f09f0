package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signing in and the people of the chain. */
public final class Identity {

    private static final String CARD = """
            select u.id, u.name, u.email, u.super_admin, u.home_store_id, u.active, u.version,
                   coalesce(array_agg(m.store_id order by m.store_id) filter (where m.store_id is not null), '{}') stores,
                   coalesce(array_agg(m.role order by (m.store_id = u.home_store_id) desc, m.store_id)
                            filter (where m.store_id is not null), '{}') roles
              from erp.users u left join erp.memberships m on m.user_id = u.id and m.ended_at is null
            """;

    private final Work work;
    private final PasswordHash passwords;
    private final AccessTokens tokens;

    public Identity(Work work, PasswordHash passwords, AccessTokens tokens) {
        this.work = work;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    /** @throws Unauthenticated {@code auth.invalid-credentials}, the same for an unknown address and a wrong password */
    public SignedIn signIn(String email, String password) {
        Optional<Person> person = person(email.strip());
        boolean right = person.isPresent()
                ? passwords.matches(password, person.get().passwordHash())
                : passwords.matchesNobody(password);
        if (!right) {
            throw new Unauthenticated("auth.invalid-credentials", "The address or the password is wrong");
        }
        return signedIn(
                person.get(), new Refreshes(work).openFamily(person.get().id()));
    }

    /**
     * New tokens for a refresh token, which is used up. Empty when it is not good; that must be committed, not thrown:
     * a token that comes twice ends its family.
     */
    public Optional<SignedIn> refresh(String refreshToken) {
        Refreshes refreshes = new Refreshes(work);
        return refreshes
                .use(refreshToken)
                .flatMap(used -> person(used.email()).map(person -> {
                    String next = refreshes.open(person.id(), used.family(), used.expiresAt());
                    return signedIn(person, next);
                }));
    }

    /** Ends all sessions of the caller. */
    public void signOut() {
        work.sql().call("select erp.end_sessions(?)", work.userId());
    }

    public UserCard me() {
        return card(work.userId()).orElseThrow(Identity::notFound);
    }

    /** Changes the caller's own password and ends all their sessions. */
    public void changePassword(String current, String next) {
        UserCard me = me();
        Person person = person(me.email()).orElseThrow(Identity::notFound);
        if (!passwords.matches(current, person.passwordHash())) {
            throw Invalid.at("/currentPassword", "password.wrong", "This is not your current password");
        }
        List<Problem> problems = new ArrayList<>();
        Passwords.check("/newPassword", next, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        work.sql()
                .update(
                        "update erp.users set password_hash = ?, token_version = token_version + 1, version = version + 1 where id = ?",
                        passwords.of(next),
                        me.id());
        signOut();
    }

    public UserCard add(NewUser input) {
        return new AddUser(work, passwords).add(input);
    }

    /** A person of the scope; somebody of another store is unknown. */
    public UserCard get(UUID id) {
        work.require(Permission.USERS_READ);
        return card(id).filter(
                        card -> work.caller().reachesChain() || !card.storeIds().isEmpty())
                .orElseThrow(Identity::notFound);
    }

    /** The people of the scope, by address. */
    public Page<UserCard> list(Page.Request page) {
        work.require(Permission.USERS_READ);
        boolean everybody = work.scope() instanceof com.servistech.erp.tenancy.Scope.Chain;
        return Page.of(
                work.sql()
                        .list(
                                Identity::toCard,
                                CARD
                                        + " where u.email > ? group by u.id having ? or count(m.id) > 0 order by u.email limit ?",
                                page.after().orElse(""),
                                everybody,
                                page.limit() + 1),
                page.limit(),
                UserCard::email);
    }

    private Optional<UserCard> card(UUID id) {
        return work.sql().first(Identity::toCard, CARD + " where u.id = ? group by u.id", id);
    }

    private Optional<Person> person(String email) {
        return work.sql().first(Person::of, "select * from erp.sign_in(?)", email);
    }

    private SignedIn signedIn(Person person, String refreshToken) {
        return new SignedIn(tokens.issue(person), AccessTokens.LIFETIME, refreshToken, person.card());
    }

    private static NotFound notFound() {
        return new NotFound("users.not-found", "There is no user with this id");
    }

    private static UserCard toCard(Sql.Row row) {
        List<String> roles = row.array("roles");
        Role role = row.bool("super_admin") ? Role.SUPER_ADMIN : roles.isEmpty() ? null : Role.valueOf(roles.get(0));
        return new UserCard(
                row.uuid("id"),
                row.text("name"),
                row.text("email"),
                role,
                row.uuid("home_store_id"),
                row.array("stores"),
                row.bool("active"),
                row.integer("version"));
    }
}
