package com.servistech.erp.billing.fiscal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A form that was spoiled.
 *
 * @param documentId the document that stood on it and moved to the next form; null for a blank form
 */
public record SpoiledForm(UUID id, String controlNumber, UUID documentId, String reason, LocalDate businessDay) {}
