package com.servistech.erp.error;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with an input before any of it is refused: people are told once, not five times. */
public final class Problems {

    private final List<Invalid.Problem> found = new ArrayList<>();

    /** @param pointer JSON pointer to the wrong place (RFC 6901) */
    public void add(String pointer, String code, String detail) {
        found.add(new Invalid.Problem(pointer, code, detail));
    }

    /** The text without surrounding space; null and a problem when it is missing or too long. */
    public String required(String pointer, String value, int max) {
        if (value == null || value.isBlank()) {
            add(pointer, "text.required", "This is required");
            return null;
        }
        return optional(pointer, value, max);
    }

    /** The text without surrounding space, null when there is none. */
    public String optional(String pointer, String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > max) {
            add(pointer, "text.too-long", "At most " + max + " characters");
        }
        return text;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws Invalid with all of them, when there are any */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
