package com.servistech.erp.customers;

import com.servistech.erp.error.Invalid;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with an input before any of it is refused. */
final class Problems {

    private final List<Invalid.Problem> found = new ArrayList<>();

    void add(String pointer, String code, String detail) {
        found.add(new Invalid.Problem(pointer, code, detail));
    }

    /** The text without surrounding space; null and a problem when it is missing or too long. */
    String required(String pointer, String value, int max) {
        if (value == null || value.isBlank()) {
            add(pointer, "text.required", "This is required");
            return null;
        }
        return optional(pointer, value, max);
    }

    /** The text without surrounding space, null when there is none. */
    String optional(String pointer, String value, int max) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        if (text.length() > max) {
            add(pointer, "text.too-long", "At most " + max + " characters");
        }
        return text;
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
