package com.servistech.erp.tenancy;

import com.servistech.erp.error.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A part of a list, and where the next part begins.
 *
 * @param nextCursor opaque; null on the last page
 */
public record Page<T>(List<T> items, String nextCursor) {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAX_LIMIT = 100;

    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    public Page {
        items = List.copyOf(items);
    }

    /**
     * What to ask for.
     *
     * @param limit 1 to 100
     * @param cursor a {@link Page#nextCursor()} of before, or null for the beginning
     */
    public record Request(int limit, String cursor) {

        public Request {
            if (limit < 1 || limit > MAX_LIMIT) {
                throw Invalid.at("/limit", "number.range", "limit is between 1 and " + MAX_LIMIT);
            }
        }

        public static Request first() {
            return new Request(DEFAULT_LIMIT, null);
        }

        /** The sort key after which this page begins. */
        public Optional<String> after() {
            return after(key -> key);
        }

        /** The id before which this page begins, where lists are newest first; the last possible one without a cursor. */
        public UUID beforeId() {
            return after(UUID::fromString).orElse(LAST_ID);
        }

        /** The id after which this page begins, where lists are oldest first; the first possible one without a cursor. */
        public UUID afterId() {
            return after(UUID::fromString).orElse(FIRST_ID);
        }

        /** The number before which this page begins, where lists are newest first. */
        public long beforeNumber() {
            return after(Long::valueOf).orElse(Long.MAX_VALUE);
        }

        private <K> Optional<K> after(Function<String, K> key) {
            if (cursor == null) {
                return Optional.empty();
            }
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (text.indexOf('\0') >= 0) {
                    throw new IllegalArgumentException("no key has this character");
                }
                return Optional.of(key.apply(text));
            } catch (IllegalArgumentException e) {
                throw Invalid.at("/cursor", "cursor.invalid", "Use nextCursor of the page before, unchanged");
            }
        }
    }

    /** Makes a page of up to limit + 1 rows that were read: the extra row only tells that there is more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> sortKey) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        String key = sortKey.apply(rows.get(limit - 1));
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        return new Page<>(rows.subList(0, limit), cursor);
    }
}
