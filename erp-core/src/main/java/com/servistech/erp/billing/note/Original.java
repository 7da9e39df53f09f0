package com.servistech.erp.billing.note;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.DocumentRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The invoice that a note corrects, locked.
 *
 * @param policies as the invoice froze them
 * @param balance in USD with eight decimals
 * @param released of the bolívares, by payments and notes so far
 */
record Original(
        UUID id,
        DocumentType type,
        LocalDate businessDay,
        DocumentRate rate,
        String policyId,
        String policies,
        Money total,
        Money totalVes,
        BigDecimal balance,
        Money released,
        Money credited,
        Money debited,
        String status,
        List<OriginalLine> lines,
        List<OriginalTax> taxes) {

    /** Of the bolívares of issue, what is still owed. */
    Money restVes() {
        return totalVes.minus(released);
    }

    /** Whether a note of this amount takes back all that there ever was. */
    boolean endsWith(Money credit) {
        return credited.plus(credit).compareTo(total.plus(debited)) >= 0;
    }

    static Money usd(BigDecimal amount) {
        return new Money(amount, Currency.USD);
    }

    static Money ves(BigDecimal amount) {
        return new Money(amount, Currency.VES);
    }
}
