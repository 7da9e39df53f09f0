package com.servistech.erp.rates.web;

import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Who vouches for a server: a digest over the chain that it sent, without its own certificate. */
final class Issuers {

    private Issuers() {}

    /** Null without TLS. */
    static String of(HttpResponse<?> response) {
        return response.sslSession().map(Issuers::digest).orElse(null);
    }

    private static String digest(SSLSession session) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Certificate[] chain = session.getPeerCertificates();
            // a certificate that stands alone is its own voucher
            for (int i = Math.min(1, chain.length - 1); i < chain.length; i++) {
                digest.update(chain[i].getEncoded());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a session that was not verified was used", e);
        }
    }
}
