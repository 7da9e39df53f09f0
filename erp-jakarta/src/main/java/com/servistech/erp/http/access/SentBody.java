package com.servistech.erp.http.access;

import com.servistech.erp.error.Refused;
import com.servistech.erp.files.Files;
import com.servistech.erp.http.json.Body;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A body as it was sent.
 *
 * @param json null when nothing was sent
 * @param sha256 tells the same body from another one under the same Idempotency-Key
 */
record SentBody(Body json, String sha256) {

    private static final int LARGEST = 1 << 20;
    private static final Pattern JSON_IN_UTF8 =
            Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*)?");

    /** @param needed whether the act can do without one */
    static SentBody of(ContainerRequestContext request, boolean needed) throws IOException {
        refusePacked(request);
        byte[] bytes = request.getEntityStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ClientErrorException("A body has at most 1 MiB", 413);
        } else if (bytes.length == 0 && needed) {
            throw Body.missing();
        }
        request.setEntityStream(new ByteArrayInputStream(bytes));
        return new SentBody(bytes.length == 0 ? null : json(request, bytes), sha256(bytes));
    }

    /** Asked first: the server would unpack it while it is read. */
    private static void refusePacked(ContainerRequestContext request) {
        String packed = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (packed != null && !packed.strip().equalsIgnoreCase("identity")) {
            throw new NotSupportedException("Send the body as it is, without Content-Encoding");
        }
    }

    /** What is no JSON but a picture or a scan; the resource takes the bytes. */
    static SentBody file(ContainerRequestContext request) throws IOException {
        refusePacked(request);
        byte[] bytes = request.getEntityStream().readNBytes(Files.LARGEST + 1);
        if (bytes.length > Files.LARGEST) {
            throw new ClientErrorException("A file has at most %d MiB".formatted(Files.LARGEST >> 20), 413);
        } else if (bytes.length == 0) {
            throw new Refused("request.malformed", "The body is empty; send the file itself");
        }
        request.setEntityStream(new ByteArrayInputStream(bytes));
        return new SentBody(null, sha256(bytes));
    }

    private static Body json(ContainerRequestContext request, byte[] bytes) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null
                || !JSON_IN_UTF8.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
            throw new NotSupportedException("Send the body as Content-Type: application/json, in UTF-8");
        }
        return Body.parse(bytes);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
