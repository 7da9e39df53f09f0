package com.servistech.erp.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;

/** The database, to be written out as it is at one moment. */
public interface DatabaseDump {

    /**
     * Claims the only place of a dump of this database, over all computers; a process that dies frees it.
     *
     * @throws com.servistech.erp.error.Conflict {@code backups.running} when somebody else has it
     * @throws com.servistech.erp.error.Unavailable when the database or its programs cannot be used, and why
     */
    Claim claim();

    /** What is done with one file after the other. */
    interface EachFile {
        void take(NamedFile file) throws IOException;
    }

    /** The place of one dump. Closing it frees the place, whatever happened. */
    interface Claim extends AutoCloseable {

        /** Freezes the moment that is dumped, and counts what there is. */
        Contents contents();

        /**
         * Writes the database of that moment, uncompressed, and returns when the program that reads it has ended well.
         *
         * @throws IOException when it did not, with its own words; or when out failed
         */
        Written write(BackupForm form, OutputStream out) throws IOException;

        /** The uploaded files that the database of that moment names, stored then or later, by store and id. */
        void files(Instant since, EachFile each) throws IOException;

        @Override
        void close();
    }

    /**
     * What was written.
     *
     * @param program the program and its version
     * @param warnings what it complained about, empty for nothing
     * @param tables as they passed by, by the names of {@link Contents#rows()}
     */
    record Written(String program, String warnings, Map<String, TableContent> tables) {}
}
