package com.servistech.erp.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A server on which a backup can become a database again. It never writes into one that has tables. */
public interface DatabaseRestore {

    /** What stands where a backup should go. */
    enum Target {
        MISSING,
        EMPTY,
        USED
    }

    Target look(String database);

    /** @throws com.servistech.erp.error.Unavailable when the server refuses, with its words */
    void create(String database);

    /**
     * Fills an empty database.
     *
     * @param data uncompressed, as {@link DatabaseDump.Claim#write} wrote it
     * @throws IOException when anything at all did not work, with the words of the program
     */
    void load(String database, BackupForm form, InputStream data) throws IOException;

    /** Reads the database that was filled. */
    DatabaseDump dumpOf(String database);

    void drop(String database);

    /** The databases whose name begins so. */
    List<String> named(String prefix);

    /** Puts a used database aside under another name; nothing is dropped. */
    void rename(String database, String aside);
}
