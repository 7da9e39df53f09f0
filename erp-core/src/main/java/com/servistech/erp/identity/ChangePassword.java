package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;

/** Changes the own password; the old one is judged as at a sign-in, and every session ends. */
final class ChangePassword {

    private final Work work;

    ChangePassword(Work work) {
        this.work = work;
    }

    PasswordAttempt attempt(PasswordHash passwords, String current, String next) {
        Passwords.refuseEndless(current);
        Email email = new People(work)
                .active(work.userId())
                .map(person -> new Email(person.email()))
                .orElseThrow(People::notFound);
        List<Problem> problems = new ArrayList<>();
        Passwords.check("/newPassword", next, email, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return PasswordAttempt.begin(work, passwords, "change-password", email, wrong());
    }

    void change(RightPassword right, String hash, StandingCache cache) {
        right.passed(work);
        int changed = work.sql()
                .update(
                        "update erp.users set password_hash = ?, version = version + 1 where id = ? and token_version = ?",
                        hash,
                        work.userId(),
                        right.version());
        if (changed == 0) {
            throw wrong();
        }
        new EndSessions(work, cache).all(work.userId());
    }

    private static Invalid wrong() {
        return Invalid.at("/currentPassword", "password.wrong", "This is not your current password");
    }
}
