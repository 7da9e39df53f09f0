package com.servistech.erp.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for what no answer may say: a word of the poison store, and how the server is made inside. */
final class Watch {

    private static final Pattern TOKEN = Pattern.compile("(?i)\\nauthorization: bearer [\\w-]+\\.([\\w-]+)\\.");

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat [a-z]+(\\.\\w+)+\\(|\\bjava\\.(lang|util|sql|io)\\.|\\borg\\.(postgresql|eclipse|apache)\\.|\\bcom\\.(ibm|servistech\\.erp)\\."
                    + "|Exception\\b|SQLSTATE|\\bviolates |\\b(SRVE|CWW[A-Z]{2})(?!0005I: The request URI)\\d{4}|\\b[a-z_]+_(pkey|fkey|check|excl)\\b");

    private static final Pattern WORD = Pattern.compile("[a-z]+(_[a-z0-9]+)+");

    /** They describe the server on purpose, to whoever is let to them (docs/security.md). */
    private static final Pattern OF_THE_SERVER = Pattern.compile("^[A-Z]+ /(metrics|openapi|health)\\b");

    private final List<String> findings = new ArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger poisonToWhomItBelongs = new AtomicInteger();
    private volatile Set<String> constraints = Set.of();
    private volatile String poisonStore = "none";

    /** @param names of the database's constraints */
    void constraints(Set<String> names) {
        constraints = Set.copyOf(names);
    }

    /** @param id of the store whose people may read its marker */
    void poisonStore(String id) {
        poisonStore = id;
    }

    /** Called with each part of an answer, and the head of the request that it belongs to. */
    void answered(String request, String answer) {
        answers.incrementAndGet();
        if (answer.toLowerCase(Locale.ROOT).contains(Poison.MARKER.toLowerCase(Locale.ROOT))) {
            if (mayRead(request)) {
                poisonToWhomItBelongs.incrementAndGet();
            } else {
                note(request, answer, Poison.MARKER);
            }
        }
        if (!OF_THE_SERVER.matcher(request).find()) {
            Matcher inside = INSIDE.matcher(answer);
            if (inside.find()) {
                note(request, answer, inside.group());
            }
            WORD.matcher(answer)
                    .results()
                    .map(word -> word.group())
                    .filter(constraints::contains)
                    .findFirst()
                    .ifPresent(name -> note(request, answer, name));
        }
    }

    /** What was found since the last time. */
    synchronized List<String> taken() {
        List<String> taken = List.copyOf(findings);
        findings.clear();
        return taken;
    }

    int answers() {
        return answers.get();
    }

    int poisonToWhomItBelongs() {
        return poisonToWhomItBelongs.get();
    }

    private boolean mayRead(String request) {
        if (request.contains("." + Poison.CODE.toLowerCase(Locale.ROOT) + "@")) {
            return true;
        }
        Matcher token = TOKEN.matcher(request);
        if (!token.find()) {
            return false;
        }
        String claims = new String(Base64.getUrlDecoder().decode(token.group(1)), StandardCharsets.UTF_8);
        return claims.contains("\"admin\":true") || claims.contains(poisonStore);
    }

    private synchronized void note(String request, String answer, String word) {
        String asked = request.lines().findFirst().orElse("");
        String said = answer.length() > 1_500 ? answer.substring(0, 1_500) : answer;
        findings.add(word + " in the answer to " + asked + ": " + said);
    }
}
