package com.servistech.erp.services;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.DatedPrice;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Gives a service another price from a day on. What was sold before keeps the price that it had. */
public final class PriceService {

    private final Work work;

    public PriceService(Work work) {
        this.work = work;
    }

    /**
     * @param validFrom null for today
     * @throws Invalid {@code prices.past} when it would begin before today
     */
    public ServicePriceView price(UUID serviceId, Money price, LocalDate validFrom, String reason) {
        work.require(Permission.SERVICES_WRITE);
        DatedPrice next = DatedPrice.checked(price, validFrom, reason, work.today());
        String code = new ServiceBook(work).get(serviceId, work.today()).code();
        ServicePriceView added = add(serviceId, next.price(), next.validFrom(), next.reason());
        new Outbox(work)
                .add(
                        "services.priced",
                        serviceId,
                        Map.of("code", code, "validFrom", next.validFrom().toString()));
        return added;
    }

    ServicePriceView add(UUID serviceId, Money price, LocalDate validFrom, String reason) {
        UUID id = work.newId();
        UUID person = work.user().orElse(null);
        work.sql()
                .update(
                        "insert into erp.service_prices (id, service_id, price, valid_from, reason, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?::uuid, ?)",
                        id,
                        serviceId,
                        price.amount(),
                        validFrom,
                        reason,
                        person,
                        work.now());
        return new ServicePriceView(id, serviceId, price, validFrom, reason, person, work.now());
    }
}
