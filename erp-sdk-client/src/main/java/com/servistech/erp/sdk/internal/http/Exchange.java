package com.servistech.erp.sdk.internal.http;

import java.io.IOException;

/**
 * Sends a call once and reads the whole answer before the deadline. The parts of the pipeline are exchanges around an
 * exchange; the innermost is the network.
 */
@FunctionalInterface
public interface Exchange {

    /** @throws IOException if no whole answer came, for whatever reason, an ended deadline included */
    Reply send(Call call, Deadline deadline) throws IOException, InterruptedException;
}
