package com.servistech.erp.stores;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Adds a shop to the chain. */
final class OpenStore {

    private final Work work;

    OpenStore(Work work) {
        this.work = work;
    }

    UUID open(NewStore input) {
        work.require(Permission.STORES_WRITE);
        List<Problem> problems = new ArrayList<>();
        if (!input.code().matches("[A-Z]{2,5}-[0-9]{2}")) {
            problems.add(new Problem("/code", "stores.code", "A code is 2 to 5 capitals and two digits: CCS-01"));
        }
        if (!input.series().matches("[A-Z0-9]{1,4}")) {
            problems.add(new Problem("/series", "stores.series", "A series is 1 to 4 capitals or digits: A"));
        }
        StoreRules.name(input.name(), problems);
        StoreRules.address(input.address(), problems);
        if (work.find(Issuer.class, input.issuerId()).isEmpty()) {
            problems.add(new Problem("/issuerId", "issuers.unknown", "There is no issuer with this id"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        boolean taken = work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.stores where code = ? or (issuer_id = ? and series = ?)",
                        input.code(),
                        input.issuerId(),
                        input.series())
                .isPresent();
        if (taken) {
            throw new Conflict("stores.taken", "Another store already uses this code, or this series of the issuer");
        }
        UUID id = work.newId();
        work.add(new Store(id, input, work.now()));
        return id;
    }
}
