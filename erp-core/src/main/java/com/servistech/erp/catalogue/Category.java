package com.servistech.erp.catalogue;

import java.util.UUID;

/** A category of parts: screens, batteries, cases. */
public record Category(UUID id, String name) {}
