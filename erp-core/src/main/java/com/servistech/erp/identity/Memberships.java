package com.servistech.erp.identity;

import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Who works where: begun and ended, never deleted; another role is another membership. */
final class Memberships {

    private final Work work;

    Memberships(Work work) {
        this.work = work;
    }

    void begin(UUID store, UUID user, Role role) {
        work.sql()
                .update(
                        "insert into erp.memberships (store_id, id, user_id, role, started_at) values (?, ?, ?, ?, ?)",
                        store,
                        work.newId(),
                        user,
                        role,
                        work.now());
    }

    void end(UUID store, UUID user) {
        work.sql()
                .update(
                        "update erp.memberships set ended_at = ? where store_id = ? and user_id = ? and ended_at is null",
                        work.now(),
                        store,
                        user);
    }
}
