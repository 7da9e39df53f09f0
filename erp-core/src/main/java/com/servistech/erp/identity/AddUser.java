package com.servistech.erp.identity;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lets a person in, with a first role in one or more stores. */
final class AddUser {

    private final Work work;
    private final PasswordHash passwords;
    private final Authority authority;

    AddUser(Work work, PasswordHash passwords) {
        this.work = work;
        this.passwords = passwords;
        this.authority = new Authority(work);
    }

    UserCard add(NewUser input) {
        work.require(Permission.USERS_WRITE);
        Email email = Email.of(input.email());
        Set<UUID> stores = new LinkedHashSet<>();
        if (input.storeId() != null) {
            stores.add(input.storeId());
        }
        stores.addAll(input.storeIds());
        check(input, email, stores);
        refuseAboveOneself(input.role(), stores);
        if (work.sql()
                .first(row -> true, "select 1 from erp.users where email = ?", email.text())
                .isPresent()) {
            throw new Conflict("users.email-taken", "Somebody already signs in with this address");
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.users (id, email, name, super_admin, home_store_id, active, password_hash, created_at)"
                                + " values (?, ?, ?, ?, ?::uuid, true, ?, ?)",
                        id,
                        email.text(),
                        input.name().strip(),
                        input.role() == Role.SUPER_ADMIN,
                        input.storeId(),
                        passwords.of(input.password()),
                        work.now());
        Memberships memberships = new Memberships(work);
        stores.forEach(store -> memberships.begin(store, id, input.role()));
        return new People(work).card(id).orElseThrow();
    }

    private void check(NewUser input, Email email, Set<UUID> stores) {
        List<Problem> problems = new ArrayList<>();
        if (!email.wellFormed()) {
            problems.add(new Problem("/email", "users.email", "Write an address like ana@example.com"));
        }
        UserRules.name(input.name(), problems);
        Passwords.check("/password", input.password(), email, problems);
        if (input.role() == Role.SUPER_ADMIN ? !stores.isEmpty() : input.storeId() == null) {
            problems.add(new Problem("/storeId", "users.store", "Everybody but a SUPER_ADMIN belongs to a store"));
        } else if (!stores.stream().allMatch(authority::reaches)) {
            boolean home = input.storeId() != null && !authority.reaches(input.storeId());
            problems.add(
                    new Problem(home ? "/storeId" : "/storeIds", "stores.not-found", "There is no store with this id"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private void refuseAboveOneself(Role role, Set<UUID> stores) {
        if (role == Role.SUPER_ADMIN && work.caller() instanceof UserCaller user && !user.superAdmin()) {
            throw new Forbidden("users.rank", "Only a SUPER_ADMIN makes another one");
        }
        stores.forEach(store -> authority.requireOver(store, role));
    }
}
