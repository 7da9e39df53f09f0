package com.servistech.erp.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Encryption of the data before it leaves this computer. */
public interface Sealing {

    /** As a manifest names it. */
    String NONE = "none";

    /** As the bytes are: what a shop restores with gunzip and psql alone. */
    Sealing OPEN = new Sealing() {
        @Override
        public String name() {
            return NONE;
        }

        @Override
        public OutputStream seal(OutputStream stored) {
            return stored;
        }

        @Override
        public InputStream unseal(InputStream stored) {
            return stored;
        }
    };

    /** The format, as manifests name it. */
    String name();

    /** Closing the answer ends the format and leaves what is below open. */
    OutputStream seal(OutputStream stored) throws IOException;

    /** @throws IOException with a clear word when it was sealed with another key */
    InputStream unseal(InputStream stored) throws IOException;
}
