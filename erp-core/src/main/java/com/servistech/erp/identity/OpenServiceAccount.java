package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Lets a program into one store. It counts as somebody of its role there, so whoever opens the account stands above that
 * role; and it may do what was granted, never more.
 */
final class OpenServiceAccount {

    /** Roles whose work is done with the hands, or over several stores, are no program's. */
    private static final Set<Role> ROLES =
            EnumSet.of(Role.MANAGER, Role.SUPERVISOR, Role.FRONT_DESK, Role.WAREHOUSE, Role.ACCOUNTANT);

    private final Work work;

    OpenServiceAccount(Work work) {
        this.work = work;
    }

    IssuedKey open(NewServiceAccount input) {
        work.require(Permission.USERS_WRITE);
        IssueApiKey keys = new IssueApiKey(work);
        check(input, keys);
        UUID store = work.store().value();
        new Authority(work).requireOver(store, input.role());
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.users (id, email, name, super_admin, home_store_id, active, service, created_at)"
                                + " values (?, ?, ?, false, ?, true, true, ?)",
                        id,
                        // an address that nobody can have (RFC 2606): programs are written to by nobody
                        id + "@service.invalid",
                        input.name().strip(),
                        store,
                        work.now());
        new Memberships(work).begin(store, id, input.role());
        work.sql()
                .update(
                        "insert into erp.service_accounts (store_id, id, permissions, created_by, created_at)"
                                + " values (?, ?, ?, ?::uuid, ?)",
                        store,
                        id,
                        input.permissions().stream()
                                .map(Permission::name)
                                .sorted()
                                .toList(),
                        work.user().orElse(null),
                        work.now());
        return keys.issue(id, input.lastDay());
    }

    private static void check(NewServiceAccount input, IssueApiKey keys) {
        List<Problem> problems = new ArrayList<>();
        UserRules.name(input.name(), problems);
        if (!ROLES.contains(input.role())) {
            problems.add(new Problem("/role", "service-accounts.role", "A program can be one of " + ROLES));
        }
        if (input.permissions().isEmpty()) {
            problems.add(new Problem("/permissions", "service-accounts.permissions", "Grant at least one permission"));
        }
        input.permissions().stream().sorted().forEach(permission -> {
            if (permission.isForPeopleOnly()) {
                problems.add(new Problem(
                        "/permissions", "service-accounts.people-only", permission + " is for people, not programs"));
            } else if (!permission.isGivenTo(input.role())) {
                problems.add(new Problem(
                        "/permissions", "service-accounts.beyond-role", "A " + input.role() + " has no " + permission));
            }
        });
        keys.check(input.lastDay(), "/lastDay", problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
