package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;

/** Changes the own password; the old one is checked as at a sign-in, and every session ends. */
final class ChangePassword {

    private final UnitOfWork unit;
    private final PasswordHash passwords;
    private final StandingCache cache;

    ChangePassword(UnitOfWork unit, PasswordHash passwords, StandingCache cache) {
        this.unit = unit;
        this.passwords = passwords;
        this.cache = cache;
    }

    void change(String current, String next) {
        Email email = unit.read(work -> new People(work)
                .active(work.userId())
                .map(person -> new Email(person.email()))
                .orElseThrow(() -> new Unauthenticated("auth.required", "Sign in again")));
        refuseUnlessGood(next, email);
        PasswordCheck.Right right =
                new PasswordCheck(unit, passwords).check("change-password", email, current, wrong());
        String hash = passwords.of(next);
        unit.write(work -> {
            replace(work, email, right, hash);
            return null;
        });
    }

    private void replace(Work work, Email email, PasswordCheck.Right right, String hash) {
        PasswordCheck.passed(work, email, right);
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

    private static void refuseUnlessGood(String next, Email email) {
        List<Problem> problems = new ArrayList<>();
        Passwords.check("/newPassword", next, email, problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static Invalid wrong() {
        return Invalid.at("/currentPassword", "password.wrong", "This is not your current password");
    }
}
