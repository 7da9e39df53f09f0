package com.servistech.erp.commissions.pay;

import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a person is paid for a month: {@code earned + debited + openingCarry = pay + closingCarry}.
 *
 * @param id null while the month is not approved: the figures still move
 * @param cap at most so much of the month goes to a debt of before (LOTTT art. 154)
 * @param recovered what of that debt this month paid
 * @param sha256 over the entries; the same for ever once it is approved
 * @param payout null until it is paid
 */
public record StatementView(
        UUID id,
        String period,
        UUID personId,
        String personName,
        Money earned,
        Money debited,
        Money openingCarry,
        Money cap,
        Money recovered,
        Money pay,
        Money closingCarry,
        String capScope,
        int entries,
        String sha256,
        Instant approvedAt,
        Payout payout) {

    /**
     * How it was paid.
     *
     * @param amount in the currency it was paid in: pay at the rate of the day
     */
    public record Payout(
            UUID id,
            String method,
            Money amount,
            String rateSource,
            BigDecimal rate,
            LocalDate rateValueDate,
            String reference,
            UUID paidBy,
            Instant paidAt) {}
}
