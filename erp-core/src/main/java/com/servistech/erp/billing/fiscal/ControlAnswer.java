package com.servistech.erp.billing.fiscal;

/** What a channel said about a document. */
public sealed interface ControlAnswer {

    /**
     * @param reference the provider's own name for it; may be null
     * @param answerSha256 over the bytes that were answered, for the record
     */
    record Assigned(String controlNumber, String reference, String answerSha256) implements ControlAnswer {}

    /** The provider looked at it and will not have it: a person must look. */
    record Refused(String reason) implements ControlAnswer {}

    /** Nobody knows whether it arrived; ask again. */
    record Unanswered(String reason) implements ControlAnswer {}
}
