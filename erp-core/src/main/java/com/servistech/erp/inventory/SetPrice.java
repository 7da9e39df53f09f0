package com.servistech.erp.inventory;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.DatedPrice;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Gives a part another price from a day on. What was sold before keeps the price that it had. */
public final class SetPrice {

    private final Work work;

    public SetPrice(Work work) {
        this.work = work;
    }

    /**
     * @param validFrom null for today
     * @throws Invalid {@code prices.past} when it would begin before today
     */
    public PriceView set(UUID partId, Money price, LocalDate validFrom, String reason) {
        work.require(Permission.PARTS_WRITE);
        DatedPrice next = DatedPrice.checked(price, validFrom, reason, work.today());
        PartView part = new PartBook(work).require(partId);
        PriceView added = new Prices(work).add(partId, next.price(), next.validFrom(), next.reason());
        new Outbox(work)
                .add(
                        "parts.priced",
                        partId,
                        Map.of("sku", part.sku(), "validFrom", next.validFrom().toString()));
        return added;
    }
}
