package com.servistech.erp.services;

import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The catalogue of services, over one open work. */
public final class Services {

    private final Work work;

    public Services(Work work) {
        this.work = work;
    }

    /** @see WriteService#enter */
    public ServiceView enter(NewService service) {
        return new ServiceBook(work).get(new WriteService(work).enter(service), work.today());
    }

    /** @see WriteService#update */
    public ServiceView update(UUID id, int expectedVersion, NewService changed) {
        new WriteService(work).update(id, expectedVersion, changed);
        return new ServiceBook(work).get(id, work.today());
    }

    /** With today's price. @throws com.servistech.erp.error.NotFound {@code services.not-found} */
    public ServiceView get(UUID id) {
        work.require(Permission.PARTS_READ);
        return new ServiceBook(work).get(id, work.today());
    }

    /** By code. */
    public Page<ServiceView> list(ServiceQuery query) {
        work.require(Permission.PARTS_READ);
        return new ServiceBook(work).list(query);
    }

    /** For other features: those of these that there are, with the price of a day, also what is not done any more. */
    public Map<UUID, ServiceView> named(Set<UUID> ids, LocalDate day) {
        return ids.isEmpty() ? Map.of() : new ServiceBook(work).named(ids, day);
    }

    /** @see PriceService */
    public ServicePriceView price(UUID id, Money price, LocalDate validFrom, String reason) {
        return new PriceService(work).price(id, price, validFrom, reason);
    }

    /** Newest day first, also those that have not begun. */
    public Page<ServicePriceView> prices(UUID id, Page.Request page) {
        get(id);
        return new ServiceBook(work).prices(id, page);
    }
}
