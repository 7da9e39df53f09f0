package com.servistech.erp.cli.demo;

import com.servistech.erp.Erp;
import com.servistech.erp.Session;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The people of one shop of the demo, one of each role. */
record DemoStaff(Erp erp, StoreId store, Map<Role, UUID> people) {

    UUID id(Role role) {
        return people.get(role);
    }

    <T> T as(Role role, Function<Session, T> act) {
        UserCaller caller = new UserCaller(id(role), false, Map.of(store, role), Origin.of("demo"));
        return erp.inStore(caller, store).write(act);
    }
}
