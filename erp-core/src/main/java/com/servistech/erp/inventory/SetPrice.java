package com.servistech.erp.inventory;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
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
        LocalDate day = validFrom == null ? work.today() : validFrom;
        Problems problems = new Problems();
        if (price == null) {
            problems.add("/price", "value.required", "This is required");
        } else {
            AmountRule.notNegative("/price", price, Currency.USD, problems);
        }
        String why = problems.optional("/reason", reason, 400);
        problems.refuseIfAny();
        Prices.requireFuture(day, work.today());
        PartView part = new PartBook(work).require(partId);
        PriceView added = new Prices(work).add(partId, price, day, why);
        new Outbox(work).add("parts.priced", partId, Map.of("sku", part.sku(), "validFrom", day.toString()));
        return added;
    }
}
