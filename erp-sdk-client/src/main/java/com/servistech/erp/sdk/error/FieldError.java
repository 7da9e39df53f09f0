package com.servistech.erp.sdk.error;

/**
 * One wrong place of the input.
 *
 * @param pointer JSON pointer (RFC 6901) into the body that was sent, for example {@code /lines/0/quantity}
 * @param code stable name of what is wrong
 * @param detail one sentence that says how to put it right
 */
public record FieldError(String pointer, String code, String detail) {}
