package com.servistech.erp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Origins OURS = Origins.of("https://app.example.com, http://localhost:5173");

    @Test
    void anOriginOfTheListIsNamedAndAnEmptyListNamesNone() {
        assertThat(OURS.named("https://app.example.com")).contains("https://app.example.com");
        assertThat(OURS.named("http://localhost:5173")).isPresent();
        assertThat(Origins.of("").any()).isFalse();
        assertThat(Origins.of(" ").named("null")).isEmpty();
    }

    /** A61. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "null",
                "",
                "*",
                "http://app.example.com",
                "https://app.example.com:8443",
                "https://app.example.com.evil.test",
                "https://evil-app.example.com",
                "https://app.example.com/",
                "https://APP.example.com",
                "https://app.example.com, https://evil.test"
            })
    void anythingElseIsNot(String origin) {
        assertThat(OURS.named(origin)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example.com", "https://app.example.com/", "app.example.com", "null"})
    void whatNoBrowserWouldSendIsNotConfigured(String list) {
        assertThatThrownBy(() -> Origins.of(list)).isInstanceOf(IllegalArgumentException.class);
    }
}
