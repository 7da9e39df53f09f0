package com.servistech.erp.billing.note;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;

/**
 * What a credit note does to the debt: it takes off what is still owed; what is over was paid already and is to be given
 * back. In bolívares at the rate of issue, so that a settled invoice owes nothing in either currency.
 *
 * @param balance USD with eight decimals that is owed afterwards
 * @param shownUsd what it took off the debt, to the cent
 * @param releasedVes of the invoice's bolívares
 */
record Settlement(BigDecimal balance, Money shownUsd, Money releasedVes, Money refund, Money refundVes) {

    static Settlement of(Original invoice, Money credit, Money creditVes) {
        BigDecimal owed = invoice.balance();
        if (credit.amount().compareTo(owed) < 0) {
            Money released = creditVes.compareTo(invoice.restVes()) < 0 ? creditVes : invoice.restVes();
            return new Settlement(
                    owed.subtract(credit.amount()),
                    credit,
                    released,
                    Money.zero(Currency.USD),
                    Money.zero(Currency.VES));
        }
        Money refund = Money.rounded(credit.amount().subtract(owed), Currency.USD);
        Money over = creditVes.minus(invoice.restVes());
        boolean gives = refund.isPositive() && over.isPositive();
        return new Settlement(
                BigDecimal.ZERO,
                Money.rounded(owed, Currency.USD),
                invoice.restVes(),
                gives ? refund : Money.zero(Currency.USD),
                gives ? over : Money.zero(Currency.VES));
    }
}
