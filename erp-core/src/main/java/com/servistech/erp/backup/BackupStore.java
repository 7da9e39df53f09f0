package com.servistech.erp.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A place that keeps backups: whole or not at all, and nothing but what was given to it. */
public interface BackupStore extends AutoCloseable {

    /** Where it is, for people: {@code /var/backups/erp}, {@code s3://bucket/prefix}. */
    String name();

    /** Whether it is on another computer, so that a fire here does not reach it. */
    boolean remote();

    /** Begins an object, which nobody sees before {@link Upload#commit()}. */
    Upload begin(String key, StorageClass storageClass) throws IOException;

    /** Every object whose key begins so; in no order. */
    List<Stored> list(String prefix) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when it is not there */
    InputStream open(String key) throws IOException;

    /** One that is not there is no error. */
    void delete(String key) throws IOException;

    /** Clears away what uploads that never ended left behind. */
    void sweep(Duration olderThan, Instant now) throws IOException;

    /** Frees connections; nothing for a folder. */
    @Override
    default void close() {}

    record Stored(String key, long size, Instant at) {}

    /** An object in the making. Closing it without a commit leaves nothing behind. */
    abstract class Upload extends OutputStream {

        /** The object is there when this returns, with exactly the bytes that were written. */
        public abstract void commit() throws IOException;
    }
}
