package com.servistech.erp.tenancy;

import java.util.Objects;

/** Somebody unknown, for one named public purpose (sign-in, tracking): reaches no store's rows. */
public record PublicCaller(String purpose, Origin origin) implements Caller {

    public PublicCaller {
        Objects.requireNonNull(purpose, "purpose");
    }

    @Override
    public String roleIn(StoreId store) {
        return "PUBLIC";
    }

    @Override
    public boolean reaches(StoreId store) {
        return false;
    }

    @Override
    public boolean reachesChain() {
        return false;
    }

    @Override
    public boolean may(Permission permission, StoreId store) {
        return false;
    }
}
