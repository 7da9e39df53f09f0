package com.servistech.erp.identity;

import com.servistech.erp.error.Unauthenticated;
import com.servistech.erp.tenancy.RefusalNote;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.Work;

/** Begins a session for whoever knows the password. */
final class SignIn {

    static final String WHAT = "sign-in";

    private final UnitOfWork unit;
    private final PasswordHash passwords;
    private final AccessTokens tokens;

    SignIn(UnitOfWork unit, PasswordHash passwords, AccessTokens tokens) {
        this.unit = unit;
        this.passwords = passwords;
        this.tokens = tokens;
    }

    SignedIn signIn(String address, String password) {
        Email email = Email.of(address);
        PasswordCheck.Right right = new PasswordCheck(unit, passwords).check(WHAT, email, password, wrong());
        return unit.write(work -> begin(work, email, right));
    }

    private SignedIn begin(Work work, Email email, PasswordCheck.Right right) {
        PasswordCheck.passed(work, email, right);
        // between the check and now somebody may have disabled the person or changed the password
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
