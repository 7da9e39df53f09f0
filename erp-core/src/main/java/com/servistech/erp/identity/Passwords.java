package com.servistech.erp.identity;

import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a password may be (NIST SP 800-63B, OWASP ASVS 6.2): long enough, none that an attacker tries first, no rules of
 * composition. Length counts characters as a person does, an emoji is one.
 */
final class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int PERSONAL = 4;
    private static final Pattern REPEATED = Pattern.compile("(.{1,8}?)\\1+.{0,3}", Pattern.DOTALL);

    private Passwords() {}

    /**
     * Before anything is done for a password that was sent to be checked: none of ours is longer, and hashing is dear.
     *
     * @throws Refused {@code auth.password-too-long}
     */
    static void refuseEndless(String password) {
        if (characters(password) > LONGEST) {
            throw new Refused("auth.password-too-long", "A password has at most " + LONGEST + " characters");
        }
    }

    /** @param owner whose address must not be the password; null when nothing is known of them */
    static void check(String pointer, String password, Email owner, List<Problem> problems) {
        int length = characters(password);
        if (length < SHORTEST || length > LONGEST) {
            problems.add(new Problem(
                    pointer, "password.length", "A password has " + SHORTEST + " to " + LONGEST + " characters"));
        } else if (!new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(password)) {
            problems.add(new Problem(pointer, "password.text", "This is not text that can be typed again"));
        } else if (REPEATED.matcher(password).matches() || CommonPasswords.contain(password)) {
            problems.add(new Problem(
                    pointer, "password.common", "This is among the first passwords that an attacker tries"));
        } else if (owner != null && personal(password, owner)) {
            problems.add(new Problem(pointer, "password.personal", "A password does not contain the own address"));
        }
    }

    private static boolean personal(String password, Email owner) {
        String name = owner.localPart();
        return name.length() >= PERSONAL
                && password.toLowerCase(Locale.ROOT).contains(name)
                && characters(password) - name.length() < SHORTEST;
    }

    private static int characters(String password) {
        // a character takes at most two chars: what is endless is not counted to its end
        return password.length() > 2 * LONGEST ? password.length() : password.codePointCount(0, password.length());
    }
}
