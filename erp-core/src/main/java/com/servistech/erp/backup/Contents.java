package com.servistech.erp.backup;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a database holds at one moment, counted by the database itself.
 *
 * @param serverVersion as PostgreSQL names it, {@code 15.19}
 * @param schemaVersion of the newest migration
 * @param rows by table, {@code erp.invoices}
 * @param catalogue SHA-256 over the definitions of a kind: constraints, indexes, policies, triggers, functions, grants,
 *     roles
 */
public record Contents(
        String serverVersion, String schemaVersion, Map<String, Long> rows, Map<String, String> catalogue) {

    public Contents {
        rows = new TreeMap<>(rows);
        catalogue = new TreeMap<>(catalogue);
    }
}
