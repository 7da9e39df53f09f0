package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Gives somebody who forgot theirs a new password; their sessions end, and they may try again at once. */
final class ResetPassword {

    private final Work work;
    private final PasswordHash passwords;
    private final StandingCache cache;

    ResetPassword(Work work, PasswordHash passwords, StandingCache cache) {
        this.work = work;
        this.passwords = passwords;
        this.cache = cache;
    }

    void reset(UUID id, int expectedVersion, String password) {
        work.require(Permission.USERS_WRITE);
        UserCard person = new People(work).require(id);
        new Authority(work).requireOverAll(person);
        Email email = new Email(person.email());
        List<Problem> problems = new ArrayList<>();
        Passwords.check("/newPassword", password, email, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        int changed = work.sql()
                .update(
                        "update erp.users set password_hash = ?, version = version + 1 where id = ? and version = ?",
                        passwords.of(password),
                        id,
                        expectedVersion);
        if (changed == 0) {
            throw new Stale("version.stale", "The person was changed by somebody else: read it again");
        }
        new EndSessions(work, cache).all(id);
        new LoginThrottle(work).forget(email);
    }
}
