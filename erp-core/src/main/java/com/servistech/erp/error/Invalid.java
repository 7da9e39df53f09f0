package com.servistech.erp.error;

import java.util.List;

/**
 * The input itself is wrong (HTTP 422), and every place where it is wrong is named: a form shows each message beside
 * its field.
 */
public final class Invalid extends ErpException {

    /**
     * One wrong place.
     *
     * @param pointer JSON pointer (RFC 6901) into the input, for example {@code /lines/0/quantity}
     * @param code stable name of what is wrong, for example {@code number.not-positive}
     * @param detail one sentence that says how to put it right
     */
    public record Problem(String pointer, String code, String detail) {}

    private final List<Problem> problems;

    public Invalid(List<Problem> problems) {
        super("input.invalid", sentence(problems), null);
        this.problems = List.copyOf(problems);
    }

    /** The short form for a single wrong place. */
    public static Invalid at(String pointer, String code, String detail) {
        return new Invalid(List.of(new Problem(pointer, code, detail)));
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String sentence(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an Invalid names at least one wrong place");
        }
        Problem first = problems.get(0);
        String one = (first.pointer().isEmpty() ? "the body" : first.pointer()) + ": " + first.detail();
        return problems.size() == 1 ? one : one + " (and " + (problems.size() - 1) + " more)";
    }
}
