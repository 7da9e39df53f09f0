package com.servistech.erp.billing.refund;

import com.servistech.erp.cash.Drawer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.rates.Rates;
import com.servistech.erp.stores.Stores;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import com.servistech.erp.treasury.PaymentMethod;
import com.servistech.erp.treasury.ShopAccount;
import com.servistech.erp.treasury.Treasury;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * Asks for money to be given back for a credit note. Somebody else approves it, unless who asks may approve refunds and all
 * that the note gave back by one person's word stays within the store's limit.
 */
final class RequestRefund {

    private final Work work;
    private final RefundBook book;

    RequestRefund(Work work) {
        this.work = work;
        this.book = new RefundBook(work);
    }

    /**
     * @throws Conflict {@code refunds.nothing-due}, {@code payments.method-not-available}, {@code cash.no-open-session},
     *     {@code cash.not-enough}, {@code rates.missing}
     */
    UUID request(UUID noteId, NewRefund input) {
        work.require(Permission.PAYMENTS_TAKE);
        UUID customer = book.customerOf(noteId);
        Due due = book.due(noteId);
        PaymentMethod method = method(input);
        check(input, method);
        if (due.usd().isZero()) {
            throw new Conflict("refunds.nothing-due", "Nothing of this credit note is owed any more");
        }
        BigDecimal rate = new Rates(work)
                .forDocument(work.today(), new Stores(work).current().issuer())
                .rate();
        Due part = due.partOf(input.amount(), rate);
        ShopAccount account = input.accountId() == null ? null : account(input, method);
        UUID session = method.isCash() ? new Drawer(work).sessionFor(input.registerId()) : null;
        UUID id = insert(noteId, customer, input, method, account, session);
        new Outbox(work)
                .add("refunds.requested", id, Map.of("amount", input.amount().toString()));
        if (work.may(Permission.REFUNDS_APPROVE) && new OneWord(work).suffices(noteId, part.usd())) {
            new PayRefund(work).pay(id);
        }
        return id;
    }

    private PaymentMethod method(NewRefund input) {
        PaymentMethod method = new Treasury(work)
                .method(input.method(), work.today())
                .orElseThrow(() -> Invalid.at("/method", "field.value", "There is no such payment method"));
        if (!method.active() || method.family() == Family.VOUCHER) {
            throw new Conflict("payments.method-not-available", "Nothing is given back by " + method.code());
        }
        return method;
    }

    private static void check(NewRefund input, PaymentMethod method) {
        Problems problems = new Problems();
        Currency currency = method.currency() == null ? input.amount().currency() : method.currency();
        if (currency == Currency.EUR) {
            problems.add("/amount/currency", "money.currency", "USD, VES or USDT");
        } else {
            AmountRule.positive("/amount", input.amount(), currency, problems);
        }
        String reference = problems.optional("/reference", input.reference(), 64);
        if (reference != null && !reference.matches("[A-Za-z0-9-]{4,64}")) {
            problems.add("/reference", "text.pattern", "4 to 64 letters and digits");
        }
        problems.refuseIfAny();
    }

    private ShopAccount account(NewRefund input, PaymentMethod method) {
        return new Treasury(work)
                .accounts().stream()
                        .filter(account -> account.id().equals(input.accountId()))
                        .filter(account -> account.active() && method.family() == Family.ELECTRONIC)
                        .filter(account -> method.takes(account.currency()))
                        .findFirst()
                        .orElseThrow(() -> Invalid.at(
                                "/accountId", "shop-accounts.not-found", "No account in use pays " + method.code()));
    }

    private UUID insert(
            UUID note, UUID customer, NewRefund input, PaymentMethod method, ShopAccount account, UUID session) {
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.refunds (store_id, id, note_id, customer_id, method, currency, amount, account, account_id,"
                                + " reference, session_id, requested_by, requested_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ?::uuid, ?, ?)",
                        work.store(),
                        id,
                        note,
                        customer,
                        method.code(),
                        input.amount().currency(),
                        input.amount().amount(),
                        account == null ? method.account() : account.account(),
                        account == null ? null : account.id(),
                        input.reference(),
                        session,
                        work.userId(),
                        work.now());
        return id;
    }
}
