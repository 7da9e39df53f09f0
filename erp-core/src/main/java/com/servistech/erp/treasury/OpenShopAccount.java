package com.servistech.erp.treasury;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Writes down an account of the store. */
final class OpenShopAccount {

    private final Work work;

    OpenShopAccount(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code shop-accounts.taken} when another one has its name */
    ShopAccount open(NewShopAccount input) {
        work.require(Permission.SHOP_ACCOUNTS_WRITE);
        check(input);
        UUID id = work.newId();
        int added = work.sql()
                .update(
                        "insert into erp.shop_accounts (store_id, id, name, currency, methods, bank_code, number, holder, account,"
                                + " created_by, created_at) values (?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?, ?)"
                                + " on conflict (store_id, lower(name)) do nothing",
                        work.store(),
                        id,
                        input.name().strip(),
                        input.currency(),
                        "{" + String.join(",", input.methods()) + "}",
                        input.bankCode(),
                        input.number(),
                        input.holder().strip(),
                        input.account(),
                        work.userId(),
                        work.now());
        if (added == 0) {
            throw new Conflict("shop-accounts.taken", "The store has an account of this name already");
        }
        return new ShopAccounts(work).get(id);
    }

    private void check(NewShopAccount input) {
        Problems problems = new Problems();
        problems.required("/name", input.name(), 80);
        problems.required("/holder", input.holder(), 120);
        PaymentMethods methods = new PaymentMethods(work);
        for (int i = 0; i < input.methods().size(); i++) {
            boolean fits = methods.find(input.methods().get(i), work.today())
                    .filter(method -> method.family() == Family.ELECTRONIC && method.takes(input.currency()))
                    .isPresent();
            if (!fits) {
                problems.add("/methods/" + i, "payment-methods.not-found", "No electronic method of this currency");
            }
        }
        if (input.currency() == Currency.EUR) {
            problems.add("/currency", "field.value", "USD, VES or USDT: nothing values euros yet");
        }
        if (input.bankCode() != null && !new Banks(work).isGood(input.bankCode(), work.today())) {
            problems.add("/bankCode", "banks.unknown", "No bank has this code today");
        } else if (input.bankCode() != null
                && (input.number() == null || !input.number().matches(input.bankCode() + "[0-9]{16}"))) {
            problems.add("/number", "shop-accounts.number", "Twenty digits that begin with the bank's code");
        } else if (input.number() != null
                && (input.number().length() < 4 || input.number().length() > 60)) {
            problems.add("/number", "text.length", "4 to 60 characters");
        }
        boolean charted = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.accounts where code = ? and kind = 'ASSET' and code not like 'CASH%'",
                        input.account())
                .isPresent();
        if (!charted) {
            problems.add("/account", "accounts.not-found", "An asset of the chart that is no drawer");
        }
        problems.refuseIfAny();
    }
}
