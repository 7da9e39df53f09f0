package com.servistech.erp.stores;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Changes a shop's card. */
final class ChangeStore {

    private final Work work;

    ChangeStore(Work work) {
        this.work = work;
    }

    void change(UUID id, int expectedVersion, StoreChange change) {
        work.require(Permission.STORES_WRITE);
        Store store = work.findForUpdate(Store.class, id)
                .orElseThrow(() -> new NotFound("stores.not-found", "There is no store with this id"));
        List<Problem> problems = new ArrayList<>();
        StoreRules.name(change.name(), problems);
        StoreRules.address(change.address(), problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        if (store.version() != expectedVersion) {
            throw new Stale("version.stale", "The store was changed by somebody else: read it again");
        }
        store.change(change);
        work.flush();
    }
}
