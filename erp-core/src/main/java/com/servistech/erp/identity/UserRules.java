package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid.Problem;
import java.util.List;

/** What is asked of a person's card. */
final class UserRules {

    private static final int LONGEST_NAME = 120;

    private UserRules() {}

    static void name(String name, List<Problem> problems) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add(new Problem("/name", "text.length", "A name has 1 to " + LONGEST_NAME + " characters"));
        }
    }
}
