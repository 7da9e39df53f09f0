package com.servistech.erp.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which web pages may read answers, by the origin that browsers send. */
record Origins(Set<String> list) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?");

    /**
     * @param text separated by commas
     * @throws IllegalArgumentException when one of them could never be what a browser sends, as {@code *} or with a path
     */
    static Origins of(String text) {
        Set<String> list = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        list.stream().filter(origin -> !ORIGIN.matcher(origin).matches()).forEach(origin -> {
            throw new IllegalArgumentException("ERP_CORS_ORIGINS: " + origin
                    + " is no origin; write them as https://app.example.com, separated by commas");
        });
        return new Origins(list);
    }

    boolean any() {
        return !list.isEmpty();
    }

    /** The one of the list that this is, to the letter. */
    Optional<String> named(String origin) {
        return list.stream().filter(known -> known.equals(origin)).findFirst();
    }
}
