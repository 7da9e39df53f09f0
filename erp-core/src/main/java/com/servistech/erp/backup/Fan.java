package com.servistech.erp.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the same bytes into several stores at once; a store that fails drops out, and the others go on. */
final class Fan extends OutputStream {

    /** One copy in the making, and what became of it. */
    static final class Copy {
        final Shelf shelf;
        final Tier tier;
        final java.util.UUID id;
        final String key;
        private final BackupStore.Upload upload;
        private IOException failure;

        Copy(Shelf shelf, Tier tier, java.util.UUID id, String key, BackupStore.Upload upload) {
            this.shelf = shelf;
            this.tier = tier;
            this.id = id;
            this.key = key;
            this.upload = upload;
        }

        String failed() {
            return shelf.store().name() + ": " + failure.getMessage();
        }
    }

    private interface Step {
        void on(BackupStore.Upload upload) throws IOException;
    }

    private final List<Copy> copies;
    private final List<Copy> lost = new ArrayList<>();

    Fan(List<Copy> copies) {
        this.copies = new ArrayList<>(copies);
    }

    /** Those that have all bytes so far. */
    List<Copy> living() {
        return List.copyOf(copies);
    }

    List<String> failures() {
        return lost.stream().map(Copy::failed).toList();
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        each(upload -> upload.write(bytes, offset, length));
    }

    /** Makes the data appear in the stores, still without a manifest. */
    void commit() throws IOException {
        each(BackupStore.Upload::commit);
    }

    void drop(Copy copy, IOException why) {
        copy.failure = why;
        lost.add(copy);
        copies.remove(copy);
        close(copy);
    }

    /** Whatever was not committed leaves nothing behind. */
    @Override
    public void close() {
        copies.forEach(Fan::close);
    }

    private void each(Step step) throws IOException {
        for (Copy copy : living()) {
            try {
                step.on(copy.upload);
            } catch (IOException e) {
                drop(copy, e);
            }
        }
        if (copies.isEmpty()) {
            throw new IOException("no store could be written: " + String.join("; ", failures()));
        }
    }

    private static void close(Copy copy) {
        try {
            copy.upload.close();
        } catch (IOException e) {
            if (copy.failure != null) {
                copy.failure.addSuppressed(e);
            }
        }
    }
}
