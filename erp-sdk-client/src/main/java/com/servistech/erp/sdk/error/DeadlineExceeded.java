package com.servistech.erp.sdk.error;

/**
 * The time that the call had, retries and body included, is over. The act may or may not have happened on the server.
 */
public final class DeadlineExceeded extends ErpClientException {

    public DeadlineExceeded(String request, Throwable cause, String idempotencyKey, int attempts) {
        super("out of time for " + request + " (" + counted(attempts) + ")", cause, idempotencyKey, attempts);
    }
}
