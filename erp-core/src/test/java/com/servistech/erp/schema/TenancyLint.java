package com.servistech.erp.schema;

import java.util.List;

/**
 * One rule over the catalogue.
 *
 * @param says the rule, in words; with the id of the leak that it stops, where there is one
 * @param query finds what breaks it
 * @param broken each breaks it
 */
record TenancyLint(String says, String query, List<String> broken) {

    /** A store table with one column more, as the start of something broken. */
    static final String TABLE = """
            create table broken (store_id uuid, id uuid, other_id uuid, primary key (store_id, id));
            call make_store_table('broken', 'select, insert, update', 'x');
            """;

    static TenancyLint rule(String says, String query, String... broken) {
        return new TenancyLint(says, query, List.of(broken));
    }

    @Override
    public String toString() {
        return says;
    }
}
