package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a special taxpayer withholds of an invoice's IVA: 75 %, or 100 % where the invoice is defective or its issuer is
 * not in the register. Source: PA SNAT/2025/000054, G.O. 43.171; PR-9: of the IVA in bolívares at the invoice's rate,
 * give or take a cent. Where notes corrected the
 * invoice, the customer withholds of its IVA as it was or as the notes left it, by when the voucher was written.
 *
 * <p>The voucher may come later than the money (within two business days of the following period): until then the retention
 * is reported and settles nothing. The voucher's own payment takes its place.
 */
final class Retention {

    private static final List<Percent> SHARES = List.of(Percent.of("75"), Percent.of("100"));
    private static final Money TOLERANCE = Money.ves("0.01");

    private final Work work;

    Retention(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code payments.retention-taken} when the invoice has a voucher already, or waits for one */
    void check(NewPayment input, Owed owed) {
        Money amount = input.amount();
        boolean right = amount.currency() == Currency.VES
                && Stream.of(owed.ivaVes(), owed.ivaWithNotesVes())
                        .filter(Money::isPositive)
                        .flatMap(iva -> SHARES.stream().map(share -> share.of(iva)))
                        .anyMatch(exact -> isAbout(amount, exact));
        if (!right) {
            throw Invalid.at(
                    "/amount/amount",
                    "payments.retention-amount",
                    "75 %% of the IVA is %s, all of it %s"
                            .formatted(SHARES.get(0).of(owed.ivaWithNotesVes()), owed.ivaWithNotesVes()));
        }
        boolean taken = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.payments p join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id"
                                + " and d.decision = 'CONFIRMED' where p.store_id = ? and p.invoice_id = ? and p.voucher_number is not null"
                                + " and not exists (select from erp.payment_reversals r where r.store_id = p.store_id and r.payment_id = p.id)",
                        work.store(),
                        owed.invoiceId())
                .isPresent();
        if (taken
                || input.data().voucherNumber() == null
                        && waiting(owed.invoiceId()).isPresent()) {
            throw new Conflict(
                    "payments.retention-taken", "This invoice has a retention voucher already, or waits for one");
        }
    }

    /** The voucher that was waited for is there: what was only reported gives way to it. */
    void arrived(UUID invoiceId, String voucherNumber) {
        waiting(invoiceId)
                .ifPresent(id -> new PaymentRows(work).rejected(id, "Llegó el comprobante N° " + voucherNumber));
    }

    private Optional<UUID> waiting(UUID invoiceId) {
        return work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select p.id from erp.payments p join erp.payment_methods m on m.code = p.method and m.family = 'VOUCHER'"
                                + " where p.store_id = ? and p.invoice_id = ? and p.voucher_number is null"
                                + " and not exists (select from erp.payment_decisions d where d.store_id = p.store_id and d.payment_id = p.id)",
                        work.store(),
                        invoiceId);
    }

    private static boolean isAbout(Money amount, Money exact) {
        Money off = amount.minus(exact);
        return (off.isNegative() ? off.negated() : off).compareTo(TOLERANCE) <= 0;
    }
}
