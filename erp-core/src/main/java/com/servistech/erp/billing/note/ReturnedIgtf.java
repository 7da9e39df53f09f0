package com.servistech.erp.billing.note;

import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;

/**
 * IGTF that goes back with what was sold. PA SNAT/2022/000013 art. 4 has only undue IGTF given back, so it stays with the
 * treasury unless the issuer decided otherwise (switch IGTF_ON_RETURN, frozen on the invoice): then of what was perceived
 * on the invoice the part that comes back of what was paid; the last part takes what is left.
 */
record ReturnedIgtf(Money usd, Money ves) {

    static final ReturnedIgtf NOTHING = new ReturnedIgtf(Money.zero(Currency.USD), Money.zero(Currency.VES));

    private static final String LEFT = """
            select coalesce(sum(igtf), 0) igtf, coalesce(sum(igtf_ves), 0) igtf_ves from (
              select d.igtf, d.igtf_ves from erp.payments p
                join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
               where p.store_id = ? and p.invoice_id = ?
                 and not exists (select from erp.payment_reversals r where r.store_id = p.store_id and r.payment_id = p.id)
              union all
              select round(d.igtf * (d.applied - a.credit) / d.applied, 2), round(d.igtf_ves * (d.applied - a.credit) / d.applied, 2)
                from erp.deposit_applications a
                join erp.payment_decisions d on d.store_id = a.store_id and d.payment_id = a.payment_id and d.applied > 0
               where a.store_id = ? and a.invoice_id = ?
                 and not exists (select from erp.payment_reversals r where r.store_id = a.store_id and r.payment_id = a.payment_id)
              union all
              select -u.igtf, -u.igtf_ves from erp.refunds_due u
                join erp.notes n on n.store_id = u.store_id and n.id = u.id
               where n.store_id = ? and n.invoice_id = ?) each
            """;

    /** @param refund what of the payments goes back, in USD */
    static ReturnedIgtf of(Work work, Original invoice, Money refund, CentRule cents) {
        if (refund.isZero()) {
            return NOTHING;
        }
        BigDecimal paid = invoice.total()
                .plus(invoice.debited())
                .minus(invoice.credited())
                .amount()
                .subtract(invoice.balance());
        ReturnedIgtf left = left(work, invoice);
        if (refund.amount().compareTo(paid) >= 0) {
            return left;
        }
        return new ReturnedIgtf(
                cents.quotient(left.usd().amount().multiply(refund.amount()), paid, Currency.USD),
                cents.quotient(left.ves().amount().multiply(refund.amount()), paid, Currency.VES));
    }

    private static ReturnedIgtf left(Work work, Original invoice) {
        return work.sql()
                .first(
                        row -> new ReturnedIgtf(
                                Original.usd(row.decimal("igtf")), Original.ves(row.decimal("igtf_ves"))),
                        LEFT,
                        work.store(),
                        invoice.id(),
                        work.store(),
                        invoice.id(),
                        work.store(),
                        invoice.id())
                .orElseThrow();
    }
}
