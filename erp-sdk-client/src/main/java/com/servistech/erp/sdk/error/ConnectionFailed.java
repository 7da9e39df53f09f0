package com.servistech.erp.sdk.error;

/**
 * No answer came: the server could not be reached, hung up, or one attempt took too long; also when the calling thread
 * was interrupted (its interrupt flag is set again). The act may or may not have happened on the server.
 */
public final class ConnectionFailed extends ErpClientException {

    public ConnectionFailed(String request, Throwable cause, String idempotencyKey, int attempts) {
        super(
                "no answer to " + request + ": " + reason(cause) + " (" + counted(attempts) + ")",
                cause,
                idempotencyKey,
                attempts);
    }

    private static String reason(Throwable cause) {
        String said = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return said == null ? kind : kind + ": " + said.lines().findFirst().orElse("");
    }
}
