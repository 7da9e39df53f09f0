package com.servistech.erp.backup.cms;

import com.servistech.erp.backup.Sealing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataParser;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEKAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEKRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;

/** Sealed for whoever has the key: each backup under a fresh key of its own, which is wrapped with the operator's. */
public final class CmsSealing implements Sealing {

    private static final String NAME = "cms-aes256-gcm";
    private static final byte[] KEY_ID = "erp1".getBytes(StandardCharsets.US_ASCII);
    /** The JDK's own GCM keeps everything in memory until the end; this one does not. */
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final SecretKey key;

    /** @param hex 64 hexadecimal digits */
    public CmsSealing(String hex) {
        this.key = new SecretKeySpec(HexFormat.of().parseHex(hex.toLowerCase(java.util.Locale.ROOT)), "AES");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OutputStream seal(OutputStream stored) throws IOException {
        try {
            CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
            generator.addRecipientInfoGenerator(new JceKEKRecipientInfoGenerator(KEY_ID, key).setProvider(PROVIDER));
            return generator.open(
                    stored, (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                            .setProvider(PROVIDER)
                            .build());
        } catch (CMSException e) {
            throw new IOException("cannot encrypt: " + e.getMessage(), e);
        }
    }

    @Override
    public InputStream unseal(InputStream stored) throws IOException {
        try {
            Collection<RecipientInformation> recipients =
                    new CMSAuthEnvelopedDataParser(stored).getRecipientInfos().getRecipients();
            return recipients
                    .iterator()
                    .next()
                    .getContentStream(new JceKEKAuthEnvelopedRecipient(key).setProvider(PROVIDER))
                    .getContentStream();
        } catch (CMSException | RuntimeException e) {
            throw new IOException(
                    "it was encrypted with another key than ERP_BACKUP_ENCRYPTION_KEY, or was changed", e);
        }
    }
}
