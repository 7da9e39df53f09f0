package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Percent;

/**
 * How a store counts where shops differ. The first value of each switch is the default.
 *
 * @param debitCapPercent of the original commission, where the cap is a PERCENT
 * @param answerDays that a person has to answer a debit before the month is approved; the notice is given in any case
 */
public record Terms(
        NegativeProfit negativeProfit,
        AccessoryBase accessoryBase,
        OnPartial onPartial,
        DebitCap debitCap,
        Percent debitCapPercent,
        CapScope capScope,
        int answerDays) {

    public static final Terms STANDARD = new Terms(
            NegativeProfit.FLOOR_ZERO,
            AccessoryBase.NET_PRICE,
            OnPartial.NONE,
            DebitCap.FULL,
            Percent.of("100"),
            CapScope.CARRY_ONLY,
            0);

    /** What an order that lost money brings. */
    public enum NegativeProfit {
        FLOOR_ZERO,
        /** The technician bears the share of the loss. */
        CARRY
    }

    /** What a seller's percentage is of. */
    public enum AccessoryBase {
        NET_PRICE,
        GROSS_PROFIT
    }

    /** What an invoice that is paid in part brings. */
    public enum OnPartial {
        NONE,
        PROPORTIONAL
    }

    /** How much of a debit may be charged. */
    public enum DebitCap {
        FULL,
        /** No more than the person earned on that order. */
        ORIGINAL_COMMISSION,
        PERCENT
    }

    /** What the third that a month's pay may lose is counted against (LOTTT art. 154). */
    public enum CapScope {
        CARRY_ONLY,
        ALL_DEBITS
    }

    public Terms with(NegativeProfit value) {
        return new Terms(value, accessoryBase, onPartial, debitCap, debitCapPercent, capScope, answerDays);
    }

    public Terms with(AccessoryBase value) {
        return new Terms(negativeProfit, value, onPartial, debitCap, debitCapPercent, capScope, answerDays);
    }

    public Terms with(OnPartial value) {
        return new Terms(negativeProfit, accessoryBase, value, debitCap, debitCapPercent, capScope, answerDays);
    }

    public Terms with(CapScope value) {
        return new Terms(negativeProfit, accessoryBase, onPartial, debitCap, debitCapPercent, value, answerDays);
    }
}
