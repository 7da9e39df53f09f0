package com.servistech.erp.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of the configured origins read answers of the API. An origin is compared whole with the list and never
 * repeated from the request; cookies play no part, so no credentials are allowed. On every answer, also of a refusal.
 */
@WebFilter("/api/*")
public class CrossOrigin implements Filter {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SENT =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, X-Request-ID, X-Store-ID";
    private static final String READ =
            "Allow, ETag, Idempotency-Replayed, Location, Retry-After, WWW-Authenticate, X-Request-ID";
    private static final String SECONDS = "600";

    private Origins origins;

    @Inject
    void configure(@ConfigProperty(name = "ERP_CORS_ORIGINS") Optional<String> list) {
        origins = Origins.of(list.orElse(""));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        if (origins.any()) {
            answer.addHeader("Vary", "Origin");
        }
        Optional<String> origin = origins.named(asked.getHeader("Origin"));
        origin.ifPresent(known -> {
            answer.setHeader("Access-Control-Allow-Origin", known);
            answer.setHeader("Access-Control-Expose-Headers", READ);
        });
        boolean preflight =
                asked.getMethod().equals("OPTIONS") && asked.getHeader("Access-Control-Request-Method") != null;
        if (origin.isPresent() && preflight) {
            answer.setHeader("Access-Control-Allow-Methods", METHODS);
            answer.setHeader("Access-Control-Allow-Headers", SENT);
            answer.setHeader("Access-Control-Max-Age", SECONDS);
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            next.doFilter(request, response);
        }
    }
}
