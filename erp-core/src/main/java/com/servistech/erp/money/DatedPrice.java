package com.servistech.erp.money;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import java.time.LocalDate;

/**
 * What something costs from a day on, as somebody enters it: the past was sold for what it was sold for.
 *
 * @param price USD without taxes, zero or more
 * @param reason null when none was given
 */
public record DatedPrice(Money price, LocalDate validFrom, String reason) {

    /**
     * @param validFrom null for today
     * @throws Invalid {@code prices.past} when it would begin before today
     */
    public static DatedPrice checked(Money price, LocalDate validFrom, String reason, LocalDate today) {
        Problems problems = new Problems();
        if (price == null) {
            problems.add("/price", "value.required", "This is required");
        } else {
            AmountRule.notNegative("/price", price, Currency.USD, problems);
        }
        LocalDate day = validFrom == null ? today : validFrom;
        if (day.isBefore(today)) {
            problems.add("/validFrom", "prices.past", "A price begins today or later");
        }
        String why = problems.optional("/reason", reason, 400);
        problems.refuseIfAny();
        return new DatedPrice(price, day, why);
    }
}
