package com.servistech.erp.billing.payment;

import com.servistech.erp.billing.tax.IgtfMethod;
import com.servistech.erp.billing.tax.IgtfRule;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import java.math.BigDecimal;
import java.util.UUID;

/** Writes payments and their decisions down, and reads them back to decide about them. */
final class PaymentRows {

    private final Work work;

    PaymentRows(Work work) {
        this.work = work;
    }

    /** On what a payment is. */
    record Target(UUID invoiceId, UUID orderId, UUID customerId, UUID issuerId, String customerDocument) {}

    UUID insert(Target target, Planned planned, NewPayment input, UUID session, String receipt) {
        UUID id = work.newId();
        PaymentData data = input.data();
        Tender tender = planned.tender();
        work.sql()
                .update(
                        "insert into erp.payments (store_id, id, invoice_id, order_id, customer_id, issuer_id, receipt_number, method,"
                                + " currency, amount, change_in_kind, change_as_credit, rate_id, rate, igtf_percent, igtf_method, igtf_source, cents,"
                                + " account_id, account, credit_id, reference, bank_code, phone, document, payer, last4, lot,"
                                + " voucher_number, paid_on, session_id, taken_by, taken_at)"
                                + " values (?, ?, ?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?::numeric, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?::uuid,"
                                + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)",
                        work.store(),
                        id,
                        target.invoiceId(),
                        target.orderId(),
                        target.customerId(),
                        target.issuerId(),
                        receipt,
                        planned.method().code(),
                        tender.amount().currency(),
                        tender.amount().amount(),
                        tender.changeInKind() == null
                                ? null
                                : tender.changeInKind().amount(),
                        tender.changeAsCredit(),
                        planned.rateId(),
                        tender.rate(),
                        tender.igtf().rule().percent().value(),
                        tender.igtf().rule().method(),
                        tender.igtf().rule().legalSource(),
                        tender.igtf().cents(),
                        planned.accountId(),
                        planned.account(),
                        planned.creditId(),
                        data.reference(),
                        data.bankCode(),
                        data.phone(),
                        data.voucherNumber() == null ? data.document() : target.customerDocument(),
                        data.payer(),
                        data.last4(),
                        data.lot(),
                        data.voucherNumber(),
                        planned.paidOn(),
                        session,
                        work.userId(),
                        work.now());
        return id;
    }

    void confirmed(UUID paymentId, Outcome outcome, UUID entry) {
        Application done = outcome.application();
        Change change = outcome.change();
        Money inOther = change.inOther();
        Money changed = done.left().minus(outcome.credit());
        work.sql()
                .update(
                        "insert into erp.payment_decisions (store_id, id, payment_id, decision, applied, value_ves, released_ves, igtf,"
                                + " igtf_ves, change, change_in_kind, change_other, change_other_currency, credit, entry_id,"
                                + " decided_by, decided_at) values (?, ?, ?, 'CONFIRMED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        paymentId,
                        done.applied(),
                        done.value().amount(),
                        done.releasedVes().amount(),
                        done.igtf().amount(),
                        done.igtfVes().amount(),
                        changed.amount(),
                        change.inKind().amount(),
                        inOther.amount(),
                        inOther.isZero() ? null : inOther.currency().name(),
                        outcome.credit().amount(),
                        entry,
                        work.userId(),
                        work.now());
    }

    void rejected(UUID paymentId, String reason) {
        work.sql()
                .update(
                        "insert into erp.payment_decisions (store_id, id, payment_id, decision, applied, value_ves, released_ves, igtf,"
                                + " igtf_ves, change, change_in_kind, change_other, credit, reason, decided_by, decided_at)"
                                + " values (?, ?, ?, 'REJECTED', 0, 0, 0, 0, 0, 0, 0, 0, 0, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        paymentId,
                        reason,
                        work.userId(),
                        work.now());
    }

    StoredPayment get(UUID id) {
        return work.sql()
                .first(PaymentRows::stored, """
                        select p.*, m.family, d.decision, r.id is not null reversed
                          from erp.payments p
                          join erp.payment_methods m on m.code = p.method
                          left join erp.payment_decisions d on d.store_id = p.store_id and d.payment_id = p.id
                          left join erp.payment_reversals r on r.store_id = p.store_id and r.payment_id = p.id
                         where p.store_id = ? and p.id = ?
                        """, work.store(), id)
                .orElseThrow(() -> new NotFound("payments.not-found", "There is no such payment"));
    }

    private static StoredPayment stored(Sql.Row row) {
        Currency currency = Currency.valueOf(row.text("currency"));
        BigDecimal inKind = row.decimal("change_in_kind");
        Igtf igtf = new Igtf(
                new IgtfRule(
                        new Percent(row.decimal("igtf_percent")),
                        IgtfMethod.valueOf(row.text("igtf_method")),
                        row.text("igtf_source")),
                CentRule.valueOf(row.text("cents")));
        Tender tender = new Tender(
                Family.valueOf(row.text("family")),
                new Money(row.decimal("amount"), currency),
                inKind == null ? null : new Money(inKind, currency),
                row.bool("change_as_credit"),
                row.decimal("rate"),
                igtf);
        return new StoredPayment(
                row.uuid("id"),
                row.uuid("invoice_id"),
                row.uuid("order_id"),
                row.uuid("customer_id"),
                row.text("method"),
                tender,
                row.text("account"),
                row.uuid("credit_id"),
                row.uuid("session_id"),
                row.text("decision"),
                row.bool("reversed"));
    }
}
