package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid.Problem;
import java.util.List;

/** What a new password must be (NIST SP 800-63B: length, no rules of composition). */
final class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;

    private Passwords() {}

    static void check(String pointer, String password, List<Problem> problems) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            problems.add(new Problem(
                    pointer, "password.length", "A password has " + SHORTEST + " to " + LONGEST + " characters"));
        }
    }
}
