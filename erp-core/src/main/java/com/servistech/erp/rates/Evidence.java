package com.servistech.erp.rates;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a rate was read from, as it was received: so that it can be read again before an auditor. Immutable.
 */
public final class Evidence {

    private final String sha256;
    private final byte[] body;
    private final String origin;
    private final Instant requestedAt;
    private final String contentType;
    private final String parser;

    private Evidence(
            String sha256, byte[] body, String origin, Instant requestedAt, String contentType, String parser) {
        this.sha256 = sha256;
        this.body = body;
        this.origin = Objects.requireNonNull(origin, "origin");
        this.requestedAt = Objects.requireNonNull(requestedAt, "requestedAt");
        this.contentType = contentType;
        this.parser = Objects.requireNonNull(parser, "parser");
    }

    /**
     * @param body unpacked, otherwise as it came
     * @param origin the address that was asked, or the file that was read
     * @param contentType null when the sender did not say
     * @param parser name and version of the rules that read it
     */
    public static Evidence of(byte[] body, String origin, Instant requestedAt, String contentType, String parser) {
        return new Evidence(sha256(body), body.clone(), origin, requestedAt, contentType, parser);
    }

    /** Lower-case hexadecimal SHA-256 of {@link #body()}. */
    public String sha256() {
        return sha256;
    }

    public byte[] body() {
        return body.clone();
    }

    public int size() {
        return body.length;
    }

    public String origin() {
        return origin;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public String contentType() {
        return contentType;
    }

    public String parser() {
        return parser;
    }

    byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
