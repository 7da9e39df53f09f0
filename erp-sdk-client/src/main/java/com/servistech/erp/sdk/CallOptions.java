package com.servistech.erp.sdk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What one call does differently from the client's defaults. Immutable: each method returns changed options. */
public final class CallOptions {

    private static final CallOptions NONE =
            new CallOptions(Map.of(), Map.of(), new Settings(null, null, true, false, false, false));

    private record Settings(
            Duration timeout, Integer retries, boolean automaticKey, boolean raw, boolean anonymous, boolean atRoot) {

        Settings withTimeout(Duration value) {
            return new Settings(value, retries, automaticKey, raw, anonymous, atRoot);
        }

        Settings withRetries(Integer value) {
            return new Settings(timeout, value, automaticKey, raw, anonymous, atRoot);
        }

        Settings withAutomaticKey(boolean value) {
            return new Settings(timeout, retries, value, raw, anonymous, atRoot);
        }

        Settings withRaw(boolean value) {
            return new Settings(timeout, retries, automaticKey, value, anonymous, atRoot);
        }

        Settings withAnonymous(boolean value) {
            return new Settings(timeout, retries, automaticKey, raw, value, atRoot);
        }

        Settings withAtRoot(boolean value) {
            return new Settings(timeout, retries, automaticKey, raw, anonymous, value);
        }
    }

    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final Settings settings;

    private CallOptions(Map<String, String> query, Map<String, String> headers, Settings settings) {
        this.query = query;
        this.headers = headers;
        this.settings = settings;
    }

    /** The client's defaults. */
    public static CallOptions none() {
        return NONE;
    }

    /** Every answer is returned, whatever its status; without this, one outside 2xx is thrown. */
    public static CallOptions raw() {
        return NONE.asRaw();
    }

    /** See {@link #raw()}. */
    public CallOptions asRaw() {
        return set(settings.withRaw(true));
    }

    /**
     * The key of this act instead of a random one. Derive it from the business ({@code "invoice-" + orderId}) and the
     * act can be sent again even after a crash of the program.
     */
    public CallOptions idempotencyKey(String key) {
        return header("Idempotency-Key", key);
    }

    /** A POST goes out without any key (and is then never repeated). */
    public CallOptions withoutIdempotencyKey() {
        return set(settings.withAutomaticKey(false));
    }

    /** The version that this update changes, as {@link Model#etag()} gave it. */
    public CallOptions ifMatch(String etag) {
        return header("If-Match", etag);
    }

    /** A parameter of the query string, set or replaced. */
    public CallOptions query(String name, String value) {
        return new CallOptions(with(query, name, value), headers, settings);
    }

    /** How many items a page has at most; the server's default is 20, its maximum 100. */
    public CallOptions limit(int items) {
        return query("limit", Integer.toString(items));
    }

    /** A header, set or replaced; an Authorization set here takes the place of the client's credentials. */
    public CallOptions header(String name, String value) {
        return new CallOptions(query, with(headers, name, value), settings);
    }

    /** The time that the whole call has, retries and body included. */
    public CallOptions timeout(Duration whole) {
        Objects.requireNonNull(whole, "whole");
        return set(settings.withTimeout(whole));
    }

    /** How many times the call may be sent again. */
    public CallOptions retries(int times) {
        return set(settings.withRetries(times));
    }

    /** The call goes out without credentials, as public addresses are meant to be called. */
    public CallOptions anonymous() {
        return set(settings.withAnonymous(true));
    }

    /** The path starts at the server's root and not at {@code /api/v1}: {@code /health}, {@code /openapi}. */
    public CallOptions atRoot() {
        return set(settings.withAtRoot(true));
    }

    /** The same, with refusals thrown: who wants a model cannot do with a refusal. */
    CallOptions refusing() {
        return set(settings.withRaw(false));
    }

    Map<String, String> queries() {
        return query;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<Duration> timeout() {
        return Optional.ofNullable(settings.timeout);
    }

    OptionalInt retries() {
        return settings.retries == null ? OptionalInt.empty() : OptionalInt.of(settings.retries);
    }

    boolean takesAutomaticKey() {
        return settings.automaticKey;
    }

    boolean isRaw() {
        return settings.raw;
    }

    boolean isAnonymous() {
        return settings.anonymous;
    }

    boolean isAtRoot() {
        return settings.atRoot;
    }

    private CallOptions set(Settings changed) {
        return new CallOptions(query, headers, changed);
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(map);
        more.put(name, Objects.requireNonNull(value, name));
        return more;
    }
}
