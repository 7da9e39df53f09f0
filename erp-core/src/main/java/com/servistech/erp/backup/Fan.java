package com.servistech.erp.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes the same objects into several stores at once; a store that fails drops out, and the others go on. What was not
 * published in the end leaves nothing behind.
 */
final class Fan extends OutputStream {

    /** One copy in the making, and what became of it. */
    static final class Copy {
        final Shelf shelf;
        final Tier tier;
        final UUID id;
        private final String folder;
        private final List<String> begun = new ArrayList<>();
        private BackupStore.Upload upload;
        private IOException failure;

        Copy(Shelf shelf, Tier tier, UUID id, String folder) {
            this.shelf = shelf;
            this.tier = tier;
            this.id = id;
            this.folder = folder;
        }

        String failed() {
            return shelf.store().name() + ": " + failure.getMessage();
        }

        private void begin(String name) throws IOException {
            String key = folder + "/" + name;
            upload = shelf.store().begin(key, tier.storageClass());
            begun.add(key);
        }

        private void commit() throws IOException {
            upload.commit();
            upload.close();
            upload = null;
        }

        /** It has no manifest: what cannot be removed now is found by the next sweep. */
        private void discard() {
            try {
                if (upload != null) {
                    upload.close();
                }
                for (String key : begun) {
                    shelf.store().delete(key);
                }
            } catch (IOException e) {
                if (failure != null) {
                    failure.addSuppressed(e);
                }
            }
        }
    }

    private interface Step {
        void on(Copy copy) throws IOException;
    }

    private final List<Copy> copies;
    private final List<Copy> published = new ArrayList<>();
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

    /** The next object; what is written from now on belongs to it. */
    void begin(String name) throws IOException {
        each(copy -> copy.begin(name));
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        each(copy -> copy.upload.write(bytes, offset, length));
    }

    /** Makes the object appear in the stores, still without a manifest. */
    void commit() throws IOException {
        each(Copy::commit);
    }

    /** From now on it is the store's. */
    void published(Copy copy) {
        published.add(copy);
    }

    void drop(Copy copy, IOException why) {
        copy.failure = why;
        lost.add(copy);
        copies.remove(copy);
        copy.discard();
    }

    @Override
    public void close() {
        copies.stream().filter(copy -> !published.contains(copy)).forEach(Copy::discard);
    }

    private void each(Step step) throws IOException {
        for (Copy copy : living()) {
            try {
                step.on(copy);
            } catch (IOException e) {
                drop(copy, e);
            }
        }
        if (copies.isEmpty()) {
            throw new IOException("no store could be written: " + String.join("; ", failures()));
        }
    }
}
