package com.servistech.erp.stores;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Every switch as it stood for an issuer on a day. Documents freeze it and print its id: equal switches have equal ids,
 * whoever computes them.
 */
public record PolicySet(LocalDate day, Map<Policy, String> values) {

    public PolicySet {
        values = Map.copyOf(values);
        for (Policy policy : Policy.values()) {
            if (!values.containsKey(policy)) {
                throw new IllegalArgumentException(policy + " has no value");
            }
        }
    }

    public String of(Policy policy) {
        return values.get(policy);
    }

    /** The switch as the enum that gives it its meaning. */
    public <E extends Enum<E>> E of(Policy policy, Class<E> meaning) {
        return Enum.valueOf(meaning, of(policy));
    }

    /** {@code P} and the first eight hexadecimal digits of the SHA-256 over {@link #text()}. */
    public String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
            return "P" + HexFormat.of().withUpperCase().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** {@code CHANGE_CURRENCY=ANY_DRAWER;...}, in the order of the names. */
    public String text() {
        return new TreeMap<>(values.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)))
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(";"));
    }
}
