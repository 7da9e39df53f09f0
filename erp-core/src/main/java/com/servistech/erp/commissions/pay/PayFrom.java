package com.servistech.erp.commissions.pay;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.ledger.Account;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import com.servistech.erp.treasury.PaymentMethod;
import com.servistech.erp.treasury.ShopAccount;
import com.servistech.erp.treasury.Treasury;
import java.util.UUID;

/** Where the money of a payout comes from. */
record PayFrom(String method, boolean isCash, Currency currency, Account account, UUID accountId, String reference) {

    private static final String STANDARD = "TRANSFER";

    /** @throws Invalid at /method or /accountId */
    static PayFrom of(Work work, NewPayout input) {
        String code = input.method() == null ? STANDARD : input.method();
        PaymentMethod method = new Treasury(work)
                .method(code, work.today())
                .filter(PaymentMethod::active)
                .filter(found -> found.family() == Family.CASH || found.family() == Family.ELECTRONIC)
                .orElseThrow(() ->
                        Invalid.at("/method", "payment-methods.not-found", "Nothing can be paid out by this method"));
        ShopAccount account = input.accountId() == null ? null : account(work, input.accountId(), method);
        Problems problems = new Problems();
        String reference = problems.optional("/reference", input.reference(), 80);
        problems.refuseIfAny();
        return new PayFrom(
                code,
                method.family() == Family.CASH,
                method.currency(),
                new Account(account == null ? method.account() : account.account()),
                account == null ? null : account.id(),
                reference);
    }

    private static ShopAccount account(Work work, UUID id, PaymentMethod method) {
        return new Treasury(work)
                .accounts().stream()
                        .filter(account -> account.id().equals(id))
                        .filter(account -> account.active() && method.family() == Family.ELECTRONIC)
                        .filter(account -> account.currency() == method.currency())
                        .findFirst()
                        .orElseThrow(() -> Invalid.at(
                                "/accountId", "shop-accounts.not-found", "No account in use pays " + method.code()));
    }
}
