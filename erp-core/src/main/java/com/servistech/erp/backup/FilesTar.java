package com.servistech.erp.backup;

import com.servistech.erp.files.Files;
import com.servistech.erp.tenancy.StoreId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar of uploaded files, which {@code tar -x} unpacks as well. */
final class FilesTar {

    /** One file out of the archive. */
    record Packed(StoreId store, UUID id, byte[] bytes) {

        String path() {
            return store + "/" + id;
        }
    }

    private static final String FOLDER = "files/";
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern NAME = Pattern.compile(FOLDER + "(" + ID + ")/(" + ID + ")");

    private final TarArchiveOutputStream tar;

    FilesTar(OutputStream out) {
        tar = new TarArchiveOutputStream(out);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void add(NamedFile file, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(FOLDER + file.path());
        entry.setSize(bytes.length);
        // readable by whoever unpacks it, and the same bytes whenever it is packed
        entry.setMode(0100600);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    void finish() throws IOException {
        tar.finish();
        tar.flush();
    }

    /** Reads one. */
    static final class Reader {

        private final TarArchiveInputStream tar;

        Reader(InputStream in) {
            tar = new TarArchiveInputStream(in);
        }

        /** @return null at the end */
        Packed next() throws IOException {
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null) {
                return null;
            }
            Matcher name = NAME.matcher(entry.getName());
            if (!name.matches() || !entry.isFile() || entry.getSize() > Files.LARGEST) {
                throw new IOException("no file of the ERP: " + entry.getName());
            }
            return new Packed(
                    StoreId.of(name.group(1)),
                    UUID.fromString(name.group(2)),
                    tar.readNBytes(Math.toIntExact(entry.getSize())));
        }
    }
}
