package com.servistech.erp.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The data of a stored backup as it was before it was packed and sealed, held against the manifest as it is read. */
final class Unpacked implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final StoredBackup backup;
    private final MessageDigest storedDigest = Counted.sha256();
    private final MessageDigest plainDigest = Counted.sha256();
    private final InputStream stored;
    private final InputStream plain;

    private Unpacked(StoredBackup backup, InputStream opened, Sealing sealing) throws IOException {
        this.backup = backup;
        this.stored = new DigestInputStream(new BufferedInputStream(opened, BUFFER), storedDigest);
        InputStream unsealed = sealing.unseal(stored);
        InputStream unpacked =
                backup.manifest().form() == BackupForm.PLAIN ? new GZIPInputStream(unsealed, BUFFER) : unsealed;
        this.plain = new DigestInputStream(unpacked, plainDigest);
    }

    /** @throws IOException when the data is gone, or cannot be unsealed */
    static Unpacked open(Shelf shelf, StoredBackup backup, Sealing sealing) throws IOException {
        String sealed = backup.manifest().sealing();
        Sealing used = sealed.equals(Sealing.NONE) ? Sealing.OPEN : sealing;
        if (!used.name().equals(sealed)) {
            throw new IOException(
                    "the backup is encrypted (" + sealed + ") and no ERP_BACKUP_ENCRYPTION_KEY is set to read it with");
        }
        InputStream opened = shelf.open(backup);
        try {
            return new Unpacked(backup, opened, used);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    InputStream stream() {
        return plain;
    }

    /** @throws IOException when one byte of the object is not what the manifest says */
    void requireUnchanged() throws IOException {
        plain.transferTo(OutputStream.nullOutputStream());
        stored.transferTo(OutputStream.nullOutputStream());
        if (!hex(storedDigest).equals(backup.manifest().stored().sha256())) {
            throw new IOException(backup.dataKey() + " was changed: its SHA-256 is not the manifest's");
        }
        if (!hex(plainDigest).equals(backup.manifest().plain().sha256())) {
            throw new IOException(backup.dataKey() + " unpacks to something else than the manifest says");
        }
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
