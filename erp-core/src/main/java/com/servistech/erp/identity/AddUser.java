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
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Lets a person in, with a first role in one store. */
final class AddUser {

    private final Work work;
    private final PasswordHash passwords;

    AddUser(Work work, PasswordHash passwords) {
        this.work = work;
        this.passwords = passwords;
    }

    UserCard add(NewUser input) {
        work.require(Permission.USERS_WRITE);
        String email = input.email().strip().toLowerCase(Locale.ROOT);
        check(input, email);
        boolean chainWide = input.role() == Role.SUPER_ADMIN;
        if (chainWide && work.caller() instanceof UserCaller user && !user.superAdmin()) {
            throw new Forbidden("users.role", "Only a SUPER_ADMIN makes another one");
        }
        if (work.sql()
                .first(row -> true, "select 1 from erp.users where email = ?", email)
                .isPresent()) {
            throw new Conflict("users.email-taken", "Somebody already signs in with this address");
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.users (id, email, name, super_admin, home_store_id, active, password_hash, created_at)"
                                + " values (?, ?, ?, ?, ?::uuid, true, ?, ?)",
                        id,
                        email,
                        input.name().strip(),
                        chainWide,
                        input.storeId(),
                        passwords.of(input.password()),
                        work.now());
        if (!chainWide) {
            work.sql()
                    .update(
                            "insert into erp.memberships (store_id, id, user_id, role, started_at) values (?, ?, ?, ?, ?)",
                            input.storeId(),
                            work.newId(),
                            id,
                            input.role(),
                            work.now());
        }
        List<UUID> stores = chainWide ? List.of() : List.of(input.storeId());
        return new UserCard(id, input.name().strip(), email, input.role(), input.storeId(), stores, true, 1);
    }

    private void check(NewUser input, String email) {
        List<Problem> problems = new ArrayList<>();
        if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || email.length() > 254) {
            problems.add(new Problem("/email", "users.email", "Write an address like ana@example.com"));
        }
        if (input.name().isBlank() || input.name().length() > 120) {
            problems.add(new Problem("/name", "text.length", "A name has 1 to 120 characters"));
        }
        Passwords.check("/password", input.password(), problems);
        if (input.role() == Role.SUPER_ADMIN ? input.storeId() != null : input.storeId() == null) {
            problems.add(new Problem("/storeId", "users.store", "Everybody but a SUPER_ADMIN belongs to a store"));
        } else if (input.storeId() != null && !reaches(input.storeId())) {
            problems.add(new Problem("/storeId", "stores.not-found", "There is no store with this id"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** A store that does not exist is as unknown as one of somebody else. */
    private boolean reaches(UUID store) {
        boolean may = !(work.caller() instanceof UserCaller user)
                || user.may(Permission.USERS_WRITE, new com.servistech.erp.tenancy.StoreId(store));
        return may
                && work.sql()
                        .first(row -> true, "select 1 from erp.stores where id = ?", store)
                        .isPresent();
    }
}
