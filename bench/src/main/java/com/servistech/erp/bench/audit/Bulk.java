package com.servistech.erp.bench.audit;

import com.servistech.erp.tenancy.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements of a hundred thousand rows, as the application's role, up to and with the commit. */
final class Bulk {

    static final int ROWS = 100_000;

    private final Database database;
    private final StoreId store;

    Bulk(Database database, StoreId store) {
        this.database = database;
        this.store = store;
    }

    void prepare() throws SQLException {
        database.superuser(
                "set session_replication_role = replica",
                "alter table erp.parts disable trigger audit_insert",
                "insert into erp.parts (id, sku, name, type, cost, created_at, updated_at)"
                        + " select gen_random_uuid(), 'BENCH-' || i, 'Parte ' || i, 'PART', 1, now(), now()"
                        + " from generate_series(1, " + ROWS + ") i",
                "alter table erp.parts enable always trigger audit_insert",
                "insert into erp.cash_sessions (store_id, id, register, opened_by, opened_at, opening_usd, opening_ves)"
                        + " values ('" + store + "', gen_random_uuid(), 'BENCH', gen_random_uuid(), now(), 0, 0)");
    }

    /** An append-only table: one entry for the whole statement. */
    long addPayments() throws SQLException {
        return timed(
                "insert into erp.cash_movements (store_id, id, session_id, currency, amount, kind, document_id, entry_id, moved_by, at)"
                        + " select s.store_id, gen_random_uuid(), s.id, 'USD', 10.50, 'TENDER', gen_random_uuid(), e.id, s.opened_by, now()"
                        + " from erp.cash_sessions s, generate_series(1, " + ROWS + ") i,"
                        + " (select id from erp.journal_entries where store_id = '" + store
                        + "' limit 1) e where s.register = 'BENCH'");
    }

    /** A table with images: one entry a row. */
    long addStock() throws SQLException {
        database.superuser(
                "alter table erp.stock disable trigger audit_delete",
                "delete from erp.stock where part_id in (select id from erp.parts where sku like 'BENCH-%')",
                "alter table erp.stock enable always trigger audit_delete",
                "vacuum analyze erp.stock");
        return timed("insert into erp.stock (store_id, id, part_id, on_hand, updated_at)" + " select '" + store
                + "', gen_random_uuid(), id, 5, now() from erp.parts where sku like 'BENCH-%'");
    }

    long changeStock() throws SQLException {
        return timed(
                "update erp.stock set on_hand = on_hand + 1, version = version + 1 where store_id = '" + store + "'");
    }

    private long timed(String sql) throws SQLException {
        database.superuser("checkpoint");
        try (Connection connection = database.application();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            statement.execute("select erp.enter_scope(array['" + store
                    + "']::uuid[], false, null, 'SYSTEM', 'bench', null, null, false)");
            statement.execute(sql);
            connection.commit();
            return System.nanoTime() - began;
        }
    }
}
