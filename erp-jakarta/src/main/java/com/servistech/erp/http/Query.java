package com.servistech.erp.http;

import com.servistech.erp.error.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;

/** Query parameters that are more than a text; a null or empty one stays null. */
public final class Query {

    private Query() {}

    public static Instant instant(String name, String text) {
        try {
            return blank(text) ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.at("/" + name, "field.type", "Write an instant like 2026-11-24T14:00:00Z");
        }
    }

    public static LocalDate day(String name, String text) {
        try {
            return blank(text) ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.at("/" + name, "field.type", "Write a day like 2026-11-24");
        }
    }

    public static UUID uuid(String name, String text) {
        try {
            return blank(text) ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Invalid.at("/" + name, "field.type", "This is a UUID");
        }
    }

    public static <E extends Enum<E>> E value(String name, Class<E> type, String text) {
        try {
            return blank(text) ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw Invalid.at("/" + name, "field.value", "One of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
