package com.servistech.erp.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/** Counts and hashes what passes by. */
final class Counted extends FilterOutputStream {

    private static final long NEWS_EVERY = 4L << 20;

    private final MessageDigest digest = sha256();
    private final LongConsumer progress;
    private long size;
    private long told;

    Counted(OutputStream out, LongConsumer progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        digest.update(bytes, offset, length);
        size += length;
        if (size - told >= NEWS_EVERY) {
            told = size;
            progress.accept(size);
        }
    }

    /** Ends the hash: to be asked once, after the last byte. */
    Manifest.Bytes bytes() {
        return new Manifest.Bytes(size, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
