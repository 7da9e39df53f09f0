package com.servistech.erp.treasury;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads the accounts of the store. */
final class ShopAccounts {

    private static final String ACCOUNTS = "select * from erp.shop_accounts where store_id = ? ";

    private final Work work;

    ShopAccounts(Work work) {
        this.work = work;
    }

    List<ShopAccount> all() {
        return work.sql().list(ShopAccounts::account, ACCOUNTS + "order by lower(name)", work.store());
    }

    ShopAccount get(UUID id) {
        return work.sql()
                .first(ShopAccounts::account, ACCOUNTS + "and id = ?", work.store(), id)
                .orElseThrow(() -> new NotFound("shop-accounts.not-found", "The store has no such account"));
    }

    List<ShopAccount> receiving(String method) {
        return work.sql()
                .list(ShopAccounts::account, ACCOUNTS + "and active and ? = any (methods)", work.store(), method);
    }

    private static ShopAccount account(Sql.Row row) {
        return new ShopAccount(
                row.uuid("id"),
                row.text("name"),
                Currency.valueOf(row.text("currency")),
                row.array("methods"),
                row.text("bank_code"),
                row.text("number"),
                row.text("holder"),
                row.text("account"),
                row.bool("active"),
                row.integer("version"));
    }
}
