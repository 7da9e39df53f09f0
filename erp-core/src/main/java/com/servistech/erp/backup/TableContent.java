package com.servistech.erp.backup;

/**
 * What one table holds.
 *
 * @param sha256 of the lines of its COPY block, in hexadecimal
 */
public record TableContent(long rows, String sha256) {}
