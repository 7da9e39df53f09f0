package com.servistech.erp.treasury;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Renames an account of the store, or stops or starts using it; its number and ledger account stay for ever. */
final class ChangeShopAccount {

    private final Work work;

    ChangeShopAccount(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code shop-accounts.taken} when another one has the name */
    ShopAccount change(UUID id, int expectedVersion, String name, boolean active) {
        work.require(Permission.SHOP_ACCOUNTS_WRITE);
        ShopAccounts accounts = new ShopAccounts(work);
        accounts.get(id);
        Problems problems = new Problems();
        problems.required("/name", name, 80);
        problems.refuseIfAny();
        if (taken(name.strip(), id)) {
            throw new Conflict("shop-accounts.taken", "The store has another account of this name");
        }
        int changed = work.sql()
                .update(
                        "update erp.shop_accounts set name = ?, active = ?, version = version + 1"
                                + " where store_id = ? and id = ? and version = ?",
                        name.strip(),
                        active,
                        work.store(),
                        id,
                        expectedVersion);
        if (changed == 0) {
            throw new Stale("version.stale", "The account was changed by somebody else: read it again");
        }
        return accounts.get(id);
    }

    private boolean taken(String name, UUID id) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.shop_accounts where store_id = ? and lower(name) = lower(?) and id <> ?",
                        work.store(),
                        name,
                        id)
                .isPresent();
    }
}
