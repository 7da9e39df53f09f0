package com.servistech.erp.http;

/**
 * A file as an answer.
 *
 * @param name letters, digits, dots and dashes only
 */
public record Download(String name, byte[] bytes) {}
