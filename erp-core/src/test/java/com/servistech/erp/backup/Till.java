package com.servistech.erp.backup;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Cashiers who invoice one customer after the other until the database goes away, and remember what they were told. */
final class Till {

    /**
     * An invoice that somebody holds in their hands.
     *
     * @param before the segment of WAL in which the next record was to be written before the sale began
     * @param after the one after it was committed
     */
    record Sale(String number, Instant committed, String before, String after) {}

    /**
     * @param at as the database's clock says it
     * @param segment in which the next record is to be written
     * @param before what had been sold
     */
    record Moment(String at, String segment, List<Sale> before) {}

    private static final int CASHIERS = 3;
    private static final String SEGMENT = "select pg_walfile_name(pg_current_wal_insert_lsn())";

    private final ErpFixture shop;
    private final PointInTimeLab lab;
    private final UUID customer;
    private final List<Sale> sales = new ArrayList<>();
    private final ReadWriteLock selling = new ReentrantReadWriteLock(true);
    private final List<Thread> cashiers = new ArrayList<>();

    Till(ErpFixture shop, PointInTimeLab lab) {
        this.shop = shop;
        this.lab = lab;
        shop.clock.set(Instant.parse("2026-10-06T15:00:00Z"));
        customer = shop.as(
                        Role.FRONT_DESK,
                        shop.ccs,
                        s -> s.customers()
                                .register(new NewCustomer("Ana", "V-12000000", "04141234567", null, "Chacao")))
                .id();
    }

    void open() {
        for (int i = 0; i < CASHIERS; i++) {
            Thread cashier = new Thread(this::sell, "cashier-" + i);
            cashiers.add(cashier);
            cashier.start();
        }
    }

    List<Sale> sold() {
        synchronized (sales) {
            return List.copyOf(sales);
        }
    }

    /** Returns once so many more invoices were issued. */
    void awaitSales(int more) throws InterruptedException {
        synchronized (sales) {
            int wanted = sales.size() + more;
            while (sales.size() < wanted) {
                if (cashiers.stream().noneMatch(Thread::isAlive)) {
                    throw new IllegalStateException("the cashiers went home");
                }
                sales.wait(1_000);
            }
        }
    }

    /** A moment at which nobody is in the middle of a sale. */
    Moment moment() throws SQLException {
        selling.writeLock().lock();
        try {
            String at = lab.ask(lab.stack.postgresPort(), "select clock_timestamp()::text");
            return new Moment(at, lab.ask(lab.stack.postgresPort(), SEGMENT), sold());
        } finally {
            selling.writeLock().unlock();
        }
    }

    /** Everybody has noticed that the database is gone. */
    void awaitEnd() throws InterruptedException {
        for (Thread cashier : cashiers) {
            cashier.join();
        }
    }

    InvoiceView issue() {
        NewInvoice invoice = new NewInvoice(customer, null, List.of(Counter.service("Limpieza", "10.00")), null);
        return shop.as(Role.FRONT_DESK, shop.ccs, s -> s.billing().issue(invoice));
    }

    private void sell() {
        try {
            while (true) {
                selling.readLock().lock();
                try {
                    String before = lab.ask(lab.stack.postgresPort(), SEGMENT);
                    InvoiceView invoice = issue();
                    String after = lab.ask(lab.stack.postgresPort(), SEGMENT);
                    remember(new Sale(invoice.number(), Instant.now(), before, after));
                } finally {
                    selling.readLock().unlock();
                }
            }
        } catch (RuntimeException | SQLException e) {
            // the database is gone: what was not confirmed by now was not sold
            return;
        }
    }

    private void remember(Sale sale) {
        synchronized (sales) {
            sales.add(sale);
            sales.notifyAll();
        }
    }
}
