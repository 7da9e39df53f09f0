package com.servistech.erp.audit;

import java.util.Map;
import java.util.UUID;

/**
 * Something that happened and is no change of a row: a refused sign-in, a revealed credential, an export.
 *
 * @param action what happened, in small letters with dots and hyphens: {@code audit.exported}
 * @param entity what it is about, the name of a table
 * @param entityId which one; null where there is none
 * @param details small facts; never a secret
 */
public record AuditNote(String action, String entity, UUID entityId, Map<String, String> details) {

    public AuditNote {
        details = Map.copyOf(details);
    }
}
