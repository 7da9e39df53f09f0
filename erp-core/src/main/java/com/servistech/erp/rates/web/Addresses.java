package com.servistech.erp.rates.web;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses may be asked: https anywhere, plain http on this machine. */
public final class Addresses {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private Addresses() {}

    /** @throws IllegalArgumentException that says what is wrong with it */
    public static URI requireTrustworthy(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a web server: " + address);
        }
        if (scheme.equals("https")
                || (scheme.equals("http") && LOOPBACK.matcher(host).matches())) {
            return address;
        }
        throw new IllegalArgumentException("plain http is for this machine only, use https: " + address);
    }
}
