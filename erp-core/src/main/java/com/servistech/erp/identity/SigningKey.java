package com.servistech.erp.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The RSA key that signs access tokens. Prints nothing of itself. */
public final class SigningKey {

    private static final int BITS = 2048;

    private final RSAPrivateCrtKey key;
    private final RSAPublicKey openKey;
    private final String id;

    private SigningKey(RSAPrivateCrtKey key) {
        this.key = key;
        this.openKey = openKey(key);
        this.id = thumbprint(openKey);
    }

    /**
     * Reads a key in PKCS#8, with or without the PEM lines around it.
     *
     * @throws IllegalArgumentException when it is none, or too short; the message tells nothing of the key
     */
    public static SigningKey fromPkcs8(String pem) {
        String base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\\\n|\\s", "");
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
            if (key.getModulus().bitLength() < BITS) {
                throw new IllegalArgumentException("the key has fewer than " + BITS + " bits");
            }
            return new SigningKey(key);
        } catch (GeneralSecurityException | ClassCastException e) {
            throw new IllegalArgumentException("the text is not a private RSA key");
        }
    }

    public static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return new SigningKey((RSAPrivateCrtKey) generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PKCS#8 in one line of base64, to be kept secret. */
    public String pkcs8() {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /** What verifiers need: X.509 in PEM. */
    public String publicPem() {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(openKey().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
    }

    /** The name by which tokens say that this key signed them: its thumbprint (RFC 7638). */
    String id() {
        return id;
    }

    RSAPublicKey openKey() {
        return openKey;
    }

    RSAPrivateCrtKey key() {
        return key;
    }

    private static RSAPublicKey openKey(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String thumbprint(RSAPublicKey key) {
        try {
            return new RSAKey.Builder(key).build().computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
