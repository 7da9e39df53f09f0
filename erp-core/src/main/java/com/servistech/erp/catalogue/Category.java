package com.servistech.erp.catalogue;

import java.util.UUID;

/**
 * A category of parts: screens, batteries, cases.
 *
 * @param active whether parts are still put into it
 */
public record Category(UUID id, String name, boolean active, int version) {}
