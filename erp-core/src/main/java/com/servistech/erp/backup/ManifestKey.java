package com.servistech.erp.backup;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/**
 * Signs manifests and proofs (JWS, HS256), so that whoever can write to a store cannot make up a backup or pass a
 * changed one off as whole. The key is the operator's and never lies beside the backups.
 */
public final class ManifestKey {

    private static final int SHORTEST = 32;

    private final byte[] secret;

    /** @throws IllegalArgumentException when it has fewer than 32 characters */
    public ManifestKey(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("at least " + SHORTEST + " characters");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    byte[] sign(String text) {
        try {
            JWSObject jws = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(text));
            jws.sign(new MACSigner(secret));
            return jws.serialize().getBytes(StandardCharsets.US_ASCII);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when it was signed with another key, or changed since */
    String open(byte[] signed) {
        try {
            JWSObject jws = JWSObject.parse(new String(signed, StandardCharsets.US_ASCII));
            if (jws.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) && jws.verify(new MACVerifier(secret))) {
                return jws.getPayload().toString();
            }
        } catch (JOSEException | ParseException e) {
            throw new IllegalArgumentException("not signed by this installation", e);
        }
        throw new IllegalArgumentException("not signed by this installation, or changed since");
    }

    @Override
    public String toString() {
        return "ManifestKey";
    }
}
