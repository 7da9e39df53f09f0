package com.servistech.erp.identity;

import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.tenancy.RefusalNote;
import com.servistech.erp.tenancy.Work;

/** Begins a session for whoever knows the password. */
final class SignIn {

    private static final String WHAT = "sign-in";

    private final Work work;

    SignIn(Work work) {
        this.work = work;
    }

    PasswordAttempt attempt(PasswordHash passwords, String address, String password) {
        Passwords.refuseEndless(password);
        return PasswordAttempt.begin(work, passwords, WHAT, Email.of(address), wrong());
    }

    SignedIn begin(RightPassword right, AccessTokens tokens) {
        right.passed(work);
        // since the password was judged somebody may have disabled the person or changed it
        Person person = new People(work)
                .active(right.userId())
                .filter(found -> found.tokenVersion() == right.version())
                .orElseThrow(SignIn::wrong);
        Sessions.Opened session = new Sessions(work).open(person).orElseThrow(SignIn::wrong);
        new RefusalNote(WHAT, person.id(), "auth.signed-in", "Signed in").writeIn(work);
        return SignedIn.of(person, session, tokens);
    }

    private static Unauthenticated wrong() {
        return new Unauthenticated("auth.invalid-credentials", "The address or the password is wrong");
    }
}
