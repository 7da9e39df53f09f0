package com.servistech.erp.http;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Refused;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/** First in, last out: the request's id, its body's hash, who sends it, and the headers that every answer carries. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class RequestFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int LARGEST_BODY = 1 << 20;
    private static final String BEARER = "Bearer ";

    @Inject
    private RequestContext context;

    @Inject
    private Erp erp;

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String id = request.getHeaderString("X-Request-ID");
        boolean usable = id != null && id.matches("[A-Za-z0-9._:-]{1,64}");
        context.begin(usable ? id : UUID.randomUUID().toString(), servlet.getRemoteAddr());
        String key = request.getHeaderString("Idempotency-Key");
        if (key != null && !key.matches("[\\x21-\\x7e]{1,200}")) {
            throw new Refused("idempotency.key-invalid", "Idempotency-Key has 1 to 200 printable characters");
        }
        context.headers(request.getHeaderString("X-Store-ID"), key, request.getHeaderString("If-Match"));
        byte[] body = request.getEntityStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ClientErrorException("A body has at most 1 MiB", 413);
        }
        request.setEntityStream(new ByteArrayInputStream(body));
        context.body(request.getMethod() + " " + request.getUriInfo().getPath(), sha256(body));
        String authorization = request.getHeaderString("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            erp.tokens().verify(authorization.substring(BEARER.length())).ifPresent(context::bearer);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Request-ID", context.requestId());
        headers.putSingle("Cache-Control", "no-store");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "SAMEORIGIN");
        headers.putSingle("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.putSingle("Permissions-Policy", "geolocation=(), microphone=(), camera=()");
        headers.putSingle("Content-Security-Policy", "default-src 'none'; frame-ancestors 'self'");
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
