package com.servistech.erp.billing.payment;

import com.servistech.erp.cash.Drawer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.rates.DocumentRate;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Takes what a customer pays. Cash counts at once; what comes by bank is reported until somebody saw it arrive. */
final class TakePayment {

    private final Work work;

    TakePayment(Work work) {
        this.work = work;
    }

    UUID take(UUID invoiceId, NewPayment input) {
        work.require(Permission.PAYMENTS_TAKE);
        PaymentMethod method = input.method();
        if (input.confirm() && !method.isCash()) {
            work.require(Permission.PAYMENTS_CONFIRM);
        }
        String status = lock(invoiceId);
        check(input);
        if (!method.isAvailable()) {
            throw new Conflict("payments.method-not-available", method + " is not taken here yet");
        }
        if (status.equals("PAID")) {
            throw new Conflict("invoices.paid", "This invoice is paid already");
        }
        StoreCard store = new Stores(work).current();
        DocumentRate rate = new Rates(work).forDocument(work.today(), store.issuer());
        UUID session = method.isCash() ? new Drawer(work).sessionFor(input.registerId()) : null;
        takeReference(store, input);
        UUID id = insert(invoiceId, input, rate, session);
        if (method.isCash() || input.confirm()) {
            new DecidePayment(work).confirm(id);
        }
        new Outbox(work)
                .add(
                        "payments.taken",
                        id,
                        Map.of("method", method.name(), "amount", input.amount().toString()));
        return id;
    }

    /** The balance is the lock of all payments of an invoice. */
    private String lock(UUID invoiceId) {
        return work.sql()
                .first(
                        row -> row.text("status"),
                        "select status from erp.invoice_balances where store_id = ? and id = ? for no key update",
                        work.store(),
                        invoiceId)
                .orElseThrow(() -> new NotFound("invoices.not-found", "There is no such invoice"));
    }

    private void check(NewPayment input) {
        Problems problems = new Problems();
        AmountRule.positive("/amount", input.amount(), input.method().currency(), problems);
        for (String part : input.method().required()) {
            if (input.part(part) == null || input.part(part).isBlank()) {
                problems.add("/" + part, "field.required", input.method() + " needs this");
            }
        }
        pattern("/bankCode", input.bankCode(), "0[0-9]{3}", "A bank's code has four digits: 0102", problems);
        pattern("/last4", input.last4(), "[0-9]{4}", "The last four digits of the card", problems);
        pattern("/reference", input.reference(), "[A-Za-z0-9-]{4,64}", "4 to 64 letters and digits", problems);
        problems.optional("/phone", input.phone(), 40);
        problems.optional("/document", input.document(), 40);
        problems.optional("/payer", input.payer(), 120);
        problems.optional("/lot", input.lot(), 40);
        if (input.paidOn() != null && input.paidOn().isAfter(work.today())) {
            problems.add("/paidOn", "payments.paid-on", "Not later than today");
        }
        problems.refuseIfAny();
    }

    private static void pattern(String at, String text, String pattern, String detail, Problems problems) {
        if (text != null && !text.isBlank() && !text.matches(pattern)) {
            problems.add(at, "text.pattern", detail);
        }
    }

    private void takeReference(StoreCard store, NewPayment input) {
        if (input.reference() == null || input.method().isCash()) {
            return;
        }
        boolean free = work.sql()
                .first(
                        row -> row.bool("free"),
                        "select erp.take_reference(?, ?, ?, ?, ?) free",
                        store.issuer().id(),
                        input.method(),
                        bank(input.bankCode()),
                        paidOn(input),
                        input.reference())
                .orElseThrow();
        if (!free) {
            throw new Conflict("payments.reference-used", "This reference has paid something else already");
        }
    }

    private UUID insert(UUID invoiceId, NewPayment input, DocumentRate rate, UUID session) {
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.payments (store_id, id, invoice_id, method, currency, amount, rate_id, rate, reference,"
                                + " bank_code, phone, document, payer, last4, lot, paid_on, session_id, taken_by, taken_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?)",
                        work.store(),
                        id,
                        invoiceId,
                        input.method(),
                        input.amount().currency(),
                        input.amount().amount(),
                        rate.id(),
                        rate.rate(),
                        input.reference(),
                        input.bankCode(),
                        input.phone(),
                        input.document(),
                        input.payer(),
                        input.last4(),
                        input.lot(),
                        paidOn(input),
                        session,
                        work.userId(),
                        work.now());
        return id;
    }

    private LocalDate paidOn(NewPayment input) {
        return input.paidOn() == null ? work.today() : input.paidOn();
    }

    private static String bank(String code) {
        return code == null ? "" : code;
    }
}
