package com.servistech.erp.kit;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** A store that speaks S3 and checks signatures, on this computer and in memory, with one empty bucket. */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "respaldos";
    public static final String REGION = "us-east-1";
    public static final String ACCESS_KEY = "AKTEST";
    public static final String SECRET_KEY = "a secret of the test's own bucket";

    private final S3Proxy proxy;

    private S3Server(S3Proxy proxy) {
        this.proxy = proxy;
    }

    public static S3Server start() {
        return start(builder().endpoint(URI.create("http://127.0.0.1:0")));
    }

    /** Over HTTPS, with a certificate that nobody else has signed. */
    public static S3Server startSecure() {
        return start(builder()
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .sslContext(TestCertificates.presenting(TestCertificates.server("127.0.0.1", null))));
    }

    private static S3Proxy.Builder builder() {
        TransientNio2BlobStore store = new TransientNio2BlobStore();
        store.createContainer(BUCKET);
        return S3Proxy.builder()
                .blobStore(store)
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true);
    }

    private static S3Server start(S3Proxy.Builder builder) {
        S3Proxy proxy = builder.build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not start", e);
        }
        return new S3Server(proxy);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** Of one that speaks HTTPS. */
    public int securePort() {
        return proxy.getSecurePort();
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server does not stop", e);
        }
    }
}
