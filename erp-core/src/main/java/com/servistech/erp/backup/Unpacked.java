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

    private final String key;
    private final Manifest.Bytes asStored;
    private final Manifest.Bytes asPlain;
    private final MessageDigest storedDigest = Counted.sha256();
    private final MessageDigest plainDigest = Counted.sha256();
    private final InputStream stored;
    private final InputStream plain;

    private Unpacked(String key, Manifest.Bytes asStored, Manifest.Bytes asPlain, InputStream opened, Packing packing)
            throws IOException {
        this.key = key;
        this.asStored = asStored;
        this.asPlain = asPlain;
        this.stored = new DigestInputStream(new BufferedInputStream(opened, BUFFER), storedDigest);
        this.plain = new DigestInputStream(packing.unpack(stored), plainDigest);
    }

    /** How the stored bytes become the plain ones. */
    private interface Packing {
        InputStream unpack(InputStream stored) throws IOException;
    }

    /** The database. @throws IOException when the data is gone, or cannot be unsealed */
    static Unpacked data(Shelf shelf, StoredBackup backup, Sealing sealing) throws IOException {
        Manifest manifest = backup.manifest();
        Sealing used = used(manifest, sealing);
        boolean zipped = manifest.form() == BackupForm.PLAIN;
        return open(shelf, backup.dataKey(), manifest.stored(), manifest.plain(), in -> {
            InputStream unsealed = used.unseal(in);
            return zipped ? new GZIPInputStream(unsealed, BUFFER) : unsealed;
        });
    }

    /** The uploaded files, of a backup that has some. @throws IOException as data */
    static Unpacked files(Shelf shelf, StoredBackup backup, Sealing sealing) throws IOException {
        Sealing used = used(backup.manifest(), sealing);
        PackedFiles files = backup.manifest().files();
        return open(shelf, backup.filesKey(), files.stored(), files.plain(), used::unseal);
    }

    private static Sealing used(Manifest manifest, Sealing sealing) throws IOException {
        String sealed = manifest.sealing();
        Sealing used = sealed.equals(Sealing.NONE) ? Sealing.OPEN : sealing;
        if (!used.name().equals(sealed)) {
            throw new IOException(
                    "the backup is encrypted (" + sealed + ") and no ERP_BACKUP_ENCRYPTION_KEY is set to read it with");
        }
        return used;
    }

    private static Unpacked open(Shelf shelf, String key, Manifest.Bytes stored, Manifest.Bytes plain, Packing packing)
            throws IOException {
        InputStream opened = shelf.store().open(key);
        try {
            return new Unpacked(key, stored, plain, opened, packing);
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
        if (!hex(storedDigest).equals(asStored.sha256())) {
            throw new IOException(key + " was changed: its SHA-256 is not the manifest's");
        }
        if (!hex(plainDigest).equals(asPlain.sha256())) {
            throw new IOException(key + " unpacks to something else than the manifest says");
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
