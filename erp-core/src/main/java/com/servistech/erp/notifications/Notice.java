package com.servistech.erp.notifications;

import java.util.Objects;

/**
 * Something that people should know.
 *
 * @param text for people, in Spanish; never a secret, nor anything about a customer
 */
public record Notice(Level level, String title, String text) {

    /** How much it matters. */
    public enum Level {
        GOOD,
        INFO,
        BAD
    }

    public Notice {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
    }
}
