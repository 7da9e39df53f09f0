package com.servistech.erp.server;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names a request before anything can fail, and says the name in the answer. It is the caller's own X-Request-ID if it
 * has one that can be written into a log, else a new one; the application finds it as {@link #ATTRIBUTE}.
 */
public final class RequestName implements Filter {

    public static final String ATTRIBUTE = "com.servistech.erp.request-id";

    private static final String HEADER = "X-Request-ID";
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && response instanceof HttpServletResponse answer) {
            String name = nameOf(asked);
            asked.setAttribute(ATTRIBUTE, name);
            answer.setHeader(HEADER, name);
        }
        next.doFilter(request, response);
    }

    private static String nameOf(HttpServletRequest request) {
        String own = request.getHeader(HEADER);
        return own != null && USABLE.matcher(own).matches()
                ? own
                : UUID.randomUUID().toString();
    }
}
