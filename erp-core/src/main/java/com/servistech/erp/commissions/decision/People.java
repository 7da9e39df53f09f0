package com.servistech.erp.commissions.decision;

import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Who works or worked in the store. */
public final class People {

    private People() {}

    public static boolean worksHere(Work work, UUID person) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.memberships where store_id = ? and user_id = ?",
                        work.store(),
                        person)
                .isPresent();
    }
}
