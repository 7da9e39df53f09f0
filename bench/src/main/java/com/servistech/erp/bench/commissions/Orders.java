package com.servistech.erp.bench.commissions;

import com.servistech.erp.tenancy.StoreId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Delivered and paid orders by the hundred thousand, written past the acts; each with a service and a part. */
final class Orders {

    private static final String BARE = """
            insert into erp.bare_entries (store_id, id, kind, basis, person_id, order_id, version, amount, earned_at, period,
              revenue, cost, base, rate, share, total, terms, settlement_id, created_at)
            select o.store_id, gen_random_uuid(), 'EARN', 'GROSS_PROFIT', o.technician_id, o.id, 1,
                   greatest(0, round((l.net - l.cost) * 0.35, 2)), greatest(o.delivered_at, b.fully_paid_at), '%2$s',
                   l.net, l.cost, l.net - l.cost, 35, 100, greatest(0, round((l.net - l.cost) * 0.35, 2)), 'FLOOR_ZERO', gen_random_uuid(), now()
              from erp.service_orders o
              join erp.invoices i on i.store_id = o.store_id and i.order_id = o.id
              join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id and b.status = 'PAID'
              join (select invoice_id, sum(net) net, sum(unit_cost * quantity) cost from erp.invoice_lines
                     where store_id = '%1$s' and type <> 'ACCESSORY' group by invoice_id) l on l.invoice_id = i.id
             where o.store_id = '%1$s' and o.delivered_at is not null
               and greatest(o.delivered_at, b.fully_paid_at) >= '%2$s-01T00:00:00-04'
            """;

    private final Connection superuser;

    Orders(Connection superuser) {
        this.superuser = superuser;
    }

    /** A table with the same columns, keys and indexes as the entries, and nothing else. */
    void bareTable() throws SQLException {
        run(
                "create table erp.bare_entries (like erp.commission_entries including defaults including constraints including indexes)");
        for (String key : new String[] {
            "order_id:service_orders",
            "invoice_id:invoices",
            "debit_id:commission_debits",
            "statement_id:commission_statements"
        }) {
            String[] names = key.split(":");
            run("alter table erp.bare_entries add foreign key (store_id, %s) references erp.%s (store_id, id)"
                    .formatted(names[0], names[1]));
        }
    }

    void load(StoreId store, UUID technician, String month, int orders) throws SQLException {
        superuser.setAutoCommit(false);
        run("set local session_replication_role = replica");
        for (String table : new String[] {"service_orders", "invoices", "invoice_lines", "invoice_balances"}) {
            run("alter table erp.%s disable trigger audit_insert".formatted(table));
        }
        run("alter table erp.invoice_balances disable trigger commissions_change");
        run(
                "create temporary table bench_order on commit drop as select i, gen_random_uuid() order_id, gen_random_uuid() invoice_id,"
                        + " timestamptz '%s-01T13:00:00Z' + (i %% 27) * interval '1 day' as at from generate_series(1, %d) i"
                                .formatted(month, orders));
        run(
                "insert into erp.service_orders (store_id, id, number, customer_id, device_id, reported_issue, priority, status, status_since,"
                        + " technician_id, technician_membership_id, received_at, ready_at, delivered_by, delivered_at, updated_at)"
                        + " select '%s', order_id, 'B-' || i, gen_random_uuid(), gen_random_uuid(), 'x', 'MEDIUM', 'DELIVERED', at, '%s', gen_random_uuid(),"
                                .formatted(store.value(), technician)
                        + " at, at, null, at, at from bench_order");
        run(
                "insert into erp.invoices (store_id, id, type, number, issuer_id, issuer_rif, issuer_name, issuer_address, issuer_regime, store_name,"
                        + " store_address, customer_id, customer_name, customer_document, order_id, policy_id, policies, texts, issued_by, issued_at,"
                        + " business_day, rate_id, rate_source, rate, rate_value_date, rate_provisional, rate_reason, subtotal, discount, net, net_ves,"
                        + " total, total_ves) select '%s', invoice_id, 'INVOICE', 'B-' || i, gen_random_uuid(), 'J', 'x', 'x', 'ORDINARY', 'x', 'x',"
                                .formatted(store.value())
                        + " gen_random_uuid(), 'x', 'x', order_id, 'x', '{}', '{}', gen_random_uuid(), at, at::date, gen_random_uuid(), 'BCV', 872.39,"
                        + " at::date, false, 'x', 100, 0, 100, 87239, 116, 101197 from bench_order");
        run(
                "insert into erp.invoice_lines (store_id, id, invoice_id, position, type, description, quantity, unit_price, discount,"
                        + " document_discount, net, net_ves, tax, tax_code, tax_percent, unit_cost) select '%s', gen_random_uuid(), invoice_id, p,"
                                .formatted(store.value())
                        + " case p when 1 then 'SERVICE' else 'PART' end, 'x', 1, 40 + i %% 20, 0, 0, 40 + i %% 20, 1, 'GENERAL', 'G', 16,"
                                .replace("%%", "%")
                        + " case p when 2 then 18 + i % 7 end from bench_order cross join generate_series(1, 2) p");
        run(
                "insert into erp.invoice_balances (store_id, id, balance, status, fully_paid_at) select '%s', invoice_id, 0, 'PAID', at from bench_order"
                        .formatted(store.value()));
        // what the payment and the handover of each would have written down
        run(
                "insert into erp.commission_changes (store_id, subject_id) select '%s', order_id from bench_order cross join generate_series(1, 2)"
                        .formatted(store.value()));
        for (String table : new String[] {"service_orders", "invoices", "invoice_lines", "invoice_balances"}) {
            run("alter table erp.%s enable always trigger audit_insert".formatted(table));
        }
        run("alter table erp.invoice_balances enable always trigger commissions_change");
        superuser.commit();
        superuser.setAutoCommit(true);
        settle();
    }

    /**
     * The bare statement, up to and with its commit: the same rows into the same columns, keys and indexes, read from the
     * same tables, planned with as much memory and by the same means as the settlement. What it does without: other rules
     * than the plain one, differences, triggers, audit and books.
     *
     * @return nanoseconds
     */
    long bare(StoreId store, String month) throws SQLException {
        settle();
        superuser.setAutoCommit(false);
        long began = System.nanoTime();
        run("set local jit = off");
        run("set local work_mem = '256MB'");
        run("set local enable_nestloop = off");
        run("set local enable_mergejoin = off");
        run(BARE.formatted(store.value(), month));
        superuser.commit();
        long took = System.nanoTime() - began;
        superuser.setAutoCommit(true);
        return took;
    }

    /** Each of these orders is handed over once more in the way that a correction would, and so has changed. */
    void change(StoreId store, int orders) throws SQLException {
        run(("insert into erp.commission_changes (store_id, subject_id) select store_id, id from erp.service_orders"
                        + " where store_id = '%s' limit %d")
                .formatted(store.value(), orders));
    }

    /** What the database would otherwise do in the middle of a measurement. */
    void settle() throws SQLException {
        run("vacuum analyze");
        run("checkpoint");
    }

    int count(String table, StoreId store) throws SQLException {
        try (Statement statement = superuser.createStatement();
                java.sql.ResultSet rs = statement.executeQuery("select count(*), sum(amount) from erp." + table
                        + " where store_id = '" + store.value() + "'")) {
            rs.next();
            System.out.printf("  %s: %,d rows, %s USD%n", table, rs.getInt(1), rs.getBigDecimal(2));
            return rs.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
