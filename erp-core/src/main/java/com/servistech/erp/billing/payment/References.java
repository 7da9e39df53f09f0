package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a bank, a network or a withholding agent numbers: good for one payment of the issuer, in whichever store; free
 * again when the payment is rejected or reversed.
 */
final class References {

    private final Work work;

    References(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code payments.reference-used} */
    void take(UUID issuer, Planned planned, PaymentData data, String customerDocument) {
        String reference = data.voucherNumber() == null ? data.reference() : data.voucherNumber();
        if (reference == null || reference.isBlank() || planned.method().isCash()) {
            return;
        }
        boolean free = work.sql()
                .first(
                        row -> row.bool("free"),
                        "select erp.take_reference(?, ?, ?, ?, ?, ?) free",
                        issuer,
                        planned.method().code(),
                        planned.accountId() == null ? "" : planned.accountId().toString(),
                        data.voucherNumber() == null ? text(data.bankCode()) : customerDocument,
                        data.voucherNumber() == null ? planned.paidOn() : monthOf(data.voucherNumber()),
                        reference)
                .orElseThrow();
        if (!free) {
            throw new Conflict("payments.reference-used", "This reference has paid something else already");
        }
    }

    void free(UUID paymentId) {
        work.sql()
                .call(
                        "select erp.free_reference(p.issuer_id, p.method, coalesce(p.account_id::text, ''),"
                                + " case when p.voucher_number is null then coalesce(p.bank_code, '') else p.document end,"
                                + " case when p.voucher_number is null then p.paid_on else to_date(left(p.voucher_number, 6), 'YYYYMM') end,"
                                + " coalesce(p.voucher_number, p.reference))"
                                + " from erp.payments p where p.store_id = ? and p.id = ? and coalesce(p.voucher_number, p.reference) is not null",
                        work.store(),
                        paymentId);
    }

    /** The month that a voucher's number begins with. */
    private static LocalDate monthOf(String voucher) {
        return LocalDate.of(Integer.parseInt(voucher.substring(0, 4)), Integer.parseInt(voucher.substring(4, 6)), 1);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
