package com.servistech.erp;

import com.servistech.erp.audit.Audit;
import com.servistech.erp.backup.Backups;
import com.servistech.erp.billing.Billing;
import com.servistech.erp.cash.Cash;
import com.servistech.erp.catalogue.Catalogue;
import com.servistech.erp.commissions.Commissions;
import com.servistech.erp.counts.Counts;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.events.RelayOutbox;
import com.servistech.erp.files.Files;
import com.servistech.erp.handover.DeliverDevice;
import com.servistech.erp.health.Health;
import com.servistech.erp.idempotency.Idempotency;
import com.servistech.erp.identity.Identity;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.jobs.Jobs;
import com.servistech.erp.ledger.Books;
import com.servistech.erp.notifications.Notifications;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.repairs.Repairs;
import com.servistech.erp.services.Services;
import com.servistech.erp.stores.Limits;
import com.servistech.erp.stores.Policies;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.transfers.Transfers;
import com.servistech.erp.treasury.Treasury;
import java.time.Instant;
import java.time.LocalDate;

/** Every feature over one open transaction; lives as long as the body that was given to {@link Erp.Door}. */
public final class Session {

    private final Work work;
    private final Adapters adapters;

    Session(Work work, Adapters adapters) {
        this.work = work;
        this.adapters = adapters;
    }

    /** The business day in Venezuela. */
    public LocalDate today() {
        return work.today();
    }

    public Stores stores() {
        return new Stores(work);
    }

    public Limits limits() {
        return new Limits(work);
    }

    public Policies policies() {
        return new Policies(work);
    }

    public Identity identity() {
        return new Identity(work, adapters.passwords(), adapters.tokens(), adapters.standings());
    }

    public Files files() {
        return new Files(work, adapters.files());
    }

    public Idempotency idempotency() {
        return new Idempotency(work);
    }

    public Audit audit() {
        return new Audit(work);
    }

    public Customers customers() {
        return new Customers(work);
    }

    public Rates rates() {
        return new Rates(work, adapters.ratePorts());
    }

    public Catalogue catalogue() {
        return new Catalogue(work);
    }

    public Inventory inventory() {
        return new Inventory(work);
    }

    public Counts counts() {
        return new Counts(work);
    }

    public Transfers transfers() {
        return new Transfers(work);
    }

    public Services services() {
        return new Services(work);
    }

    public Repairs repairs() {
        return new Repairs(work);
    }

    public Books books() {
        return new Books(work);
    }

    public Treasury treasury() {
        return new Treasury(work);
    }

    public Cash cash() {
        return new Cash(work);
    }

    public Billing billing() {
        return new Billing(work);
    }

    public Commissions commissions() {
        return new Commissions(work);
    }

    /** What became of backups; taking and restoring them is {@link Erp#archive()}'s. */
    public Backups backups() {
        return new Backups(work);
    }

    public Jobs jobs() {
        return new Jobs(work, adapters.jobBook().catalogue());
    }

    public Health health() {
        return new Health(work, adapters.facts());
    }

    /** What people are to be told. */
    public Notifications notifications() {
        return new Notifications(work);
    }

    /** Hands events on to whoever listens. */
    public RelayOutbox relay() {
        return new RelayOutbox(work);
    }

    Instant now() {
        return work.now();
    }

    public DeliverDevice handover() {
        return new DeliverDevice(work);
    }
}
