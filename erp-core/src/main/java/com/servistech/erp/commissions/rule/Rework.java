package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.util.Set;

/**
 * What a repair that must be done again costs whom (CR-15). The repair itself brings no commission and no unit.
 *
 * @param cause decided by somebody else than the technician
 * @param cost what the parts of the second repair had cost
 * @param fee of another technician who does it; zero when it is the same one
 */
public record Rework(Cause cause, Money cost, Money fee) {

    /** Why it must be done again. */
    public enum Cause {
        HUMAN_ERROR,
        DEFECTIVE_PART,
        RECURRING_FAULT,
        USER_DAMAGE
    }

    /** Causes of debits under which nobody is charged, by the names in use. */
    private static final Set<String> NOBODYS_FAULT = Set.of(
            "DEFECTIVE_PART",
            "REPUESTO_DEFECTUOSO",
            "RECURRING_FAULT",
            "FALLA_REINCIDENTE",
            "USER_DAMAGE",
            "DANO_USUARIO");

    /** Whether somebody may be charged for this cause. */
    public static boolean isChargeable(String cause) {
        return !NOBODYS_FAULT.contains(cause);
    }

    /** Off the pay of who made the mistake; zero or negative. */
    public Money debit() {
        return cause == Cause.HUMAN_ERROR ? cost.plus(fee).negated() : Money.zero(Currency.USD);
    }

    /** For the other technician who did it. */
    public Money credit() {
        return fee;
    }

    /** Claimed from the supplier or taken from the warranty fund. */
    public Money claim() {
        return cause == Cause.DEFECTIVE_PART || cause == Cause.RECURRING_FAULT ? cost : Money.zero(Currency.USD);
    }

    /** What the second repair itself brings. */
    public Money commission() {
        return Money.zero(Currency.USD);
    }

    public int units() {
        return 0;
    }

    /** How much of a debit may be charged, given what the person had earned on the order. */
    public static Money capped(Money debit, Money original, Terms terms) {
        Money most = switch (terms.debitCap()) {
            case FULL -> debit;
            case ORIGINAL_COMMISSION -> original;
            case PERCENT -> terms.debitCapPercent().of(original);
        };
        Money none = Money.zero(debit.currency());
        Money cap = most.isNegative() ? none : most;
        return debit.compareTo(cap) > 0 ? cap : debit;
    }
}
