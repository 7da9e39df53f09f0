package com.servistech.erp.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The claims of a token whose signature is good, read strictly: a claim of another type than ours is no claim. */
record Claims(Map<String, Object> all) {

    /** Seconds up to the year 5138; beyond it a number is a mistake or a trick. */
    private static final long LAST_SECOND = 100_000_000_000L;

    /** @param payload null when it is no JSON object */
    static Optional<Claims> of(Map<String, Object> payload) {
        return Optional.ofNullable(payload).map(Claims::new);
    }

    /** Ours, issued, begun and not over, with a little patience for clocks that differ. */
    boolean validAt(Instant now) {
        Optional<Instant> issued = second("iat");
        Optional<Instant> expiry = second("exp");
        Optional<Instant> begin = all.containsKey("nbf") ? second("nbf") : issued;
        Instant soon = now.plus(AccessTokens.SKEW);
        return AccessTokens.ISSUER.equals(all.get("iss"))
                && meantForUs()
                && issued.filter(at -> !at.isAfter(soon)).isPresent()
                && begin.filter(at -> !at.isAfter(soon)).isPresent()
                && expiry.filter(at -> now.minus(AccessTokens.SKEW).isBefore(at))
                        .filter(at -> !at.isAfter(issued.get().plus(AccessTokens.LIFETIME)))
                        .isPresent();
    }

    Optional<String> text(String name) {
        return all.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Absent when it is missing, or any member is no text. */
    Optional<List<String>> texts(String name) {
        return all.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list.stream().map(String.class::cast).toList())
                : Optional.empty();
    }

    Optional<Long> number(String name) {
        return all.get(name) instanceof Long || all.get(name) instanceof Integer
                ? Optional.of(((Number) all.get(name)).longValue())
                : Optional.empty();
    }

    boolean has(String name) {
        return all.containsKey(name);
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(all.get(name));
    }

    private boolean meantForUs() {
        return AccessTokens.AUDIENCE.equals(all.get("aud"))
                || texts("aud").filter(List.of(AccessTokens.AUDIENCE)::equals).isPresent();
    }

    private Optional<Instant> second(String name) {
        return number(name).filter(at -> at > 0 && at < LAST_SECOND).map(Instant::ofEpochSecond);
    }
}
