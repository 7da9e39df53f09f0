package com.servistech.erp.http;

import com.servistech.erp.Erp;
import com.servistech.erp.identity.Bearer;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;

/** First in: the request's id and who sends it. Whether they may is asked by the gate. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class RequestFilter implements ContainerRequestFilter {

    private static final Pattern NO_WEIGHT = Pattern.compile(
            ";\\s*q\\s*=(?!\\s*(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)\\s*(,|;|$))", Pattern.CASE_INSENSITIVE);
    private static final String BEARER = "Bearer ";

    @Inject
    private RequestContext context;

    @Inject
    private Erp erp;

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        context.begin(RequestId.of(servlet), servlet.getRemoteAddr());
        context.bearer(bearer(request.getHeaderString("Authorization")));
        requireReadableAccept(request);
    }

    /** A weight that is none would make the search for a resource fail, with no answer that says why. */
    private static void requireReadableAccept(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept != null && NO_WEIGHT.matcher(accept).find()) {
            throw new BadRequestException("The Accept header cannot be read");
        }
    }

    private Bearer bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? erp.entrance()
                        .bearer(
                                context.origin(),
                                authorization.substring(BEARER.length()).strip())
                        .orElse(null)
                : null;
    }
}
