package com.servistech.erp.rates.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The issuers that the JDK trusts, and further ones for the servers of one source. It only ever adds issuers; what they
 * signed, for which name and until when is verified as always.
 */
public final class TrustStore {

    private final List<X509Certificate> issuers = new ArrayList<>();

    private TrustStore() {}

    /** What the JDK trusts. */
    public static TrustStore ofTheJdk() {
        try {
            TrustStore store = new TrustStore();
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager x509) {
                    store.issuers.addAll(List.of(x509.getAcceptedIssuers()));
                }
            }
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the certificates of a PEM stream. */
    public TrustStore and(InputStream pem) {
        try (pem) {
            Collection<? extends Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            read.forEach(certificate -> issuers.add((X509Certificate) certificate));
            return this;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not certificates in PEM: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException that names the file when it cannot be read or holds no certificates */
    public TrustStore and(Path pem) {
        try {
            int before = issuers.size();
            and(Files.newInputStream(pem));
            if (issuers.size() == before) {
                throw new IllegalStateException("no certificate in it");
            }
            return this;
        } catch (IOException | IllegalStateException | UncheckedIOException e) {
            throw new IllegalStateException(pem + " cannot be used as further issuers: " + e.getMessage(), e);
        }
    }

    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < issuers.size(); i++) {
                store.setCertificateEntry("issuer-" + i, issuers.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
