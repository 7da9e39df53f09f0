package com.servistech.erp.billing.fiscal;

/**
 * A document that got its number.
 *
 * @param controlNumber null where a provider will assign it, or where none is needed
 */
public record Numbered(String number, String controlNumber) {}
