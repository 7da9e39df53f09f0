package com.servistech.erp.http.json;

import com.servistech.erp.error.Invalid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;

/** One text as the value that it stands for, the same in a body and in a query. */
public final class Scalar {

    static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LAST_YEAR = 9999;

    private Scalar() {}

    public static boolean knows(Class<?> kind) {
        return kind.isEnum()
                || kind == String.class
                || kind == Integer.class
                || kind == Boolean.class
                || kind == BigDecimal.class
                || kind == UUID.class
                || kind == LocalDate.class
                || kind == Instant.class;
    }

    /**
     * @param pointer where the text stands
     * @throws Invalid when it stands for no value of this kind
     */
    public static Object read(String pointer, Class<?> kind, String text) {
        if (!isText(text)) {
            throw Invalid.at(pointer, "text.character", "A text has no NUL and no half of a surrogate pair");
        } else if (kind == String.class) {
            return text;
        } else if (kind.isEnum()) {
            return constant(pointer, kind, text);
        } else if (kind == Integer.class) {
            require(WHOLE, text, pointer, "field.type", "This is a whole number");
            return Integer.valueOf(text);
        } else if (kind == Boolean.class) {
            require(FLAG, text, pointer, "field.type", "true or false");
            return Boolean.valueOf(text);
        } else if (kind == BigDecimal.class) {
            require(DECIMAL, text, pointer, "number.decimal", "Write a decimal like 12.50");
            return new BigDecimal(text);
        } else if (kind == UUID.class) {
            require(ID, text, pointer, "field.type", "This is a UUID");
            return UUID.fromString(text);
        }
        return kind == LocalDate.class ? day(pointer, text) : instant(pointer, text);
    }

    /** Whether every character can be kept by a database in UTF-8. */
    static boolean isText(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Object constant(String pointer, Class<?> kind, String text) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Invalid.at(pointer, "field.value", "One of " + Arrays.toString(kind.getEnumConstants())));
    }

    private static LocalDate day(String pointer, String text) {
        require(DAY, text, pointer, "field.type", "Write a day like 2026-11-24");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.at(pointer, "field.type", "There is no such day; write one like 2026-11-24");
        }
    }

    private static Instant instant(String pointer, String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.at(pointer, "field.type", "Write an instant like 2026-11-24T14:00:00Z");
        }
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > LAST_YEAR) {
            throw Invalid.at(pointer, "time.range", "The year is between 1 and " + LAST_YEAR);
        }
        return instant;
    }

    private static void require(Pattern pattern, String text, String pointer, String code, String detail) {
        if (!pattern.matcher(text).matches()) {
            throw Invalid.at(pointer, code, detail);
        }
    }
}
