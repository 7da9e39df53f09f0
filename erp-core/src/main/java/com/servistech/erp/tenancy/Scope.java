package com.servistech.erp.tenancy;

import java.util.Set;

/** The rows that a transaction may touch. */
public sealed interface Scope {

    /** One store. */
    record OneStore(StoreId store) implements Scope {}

    /** Several stores at once, for lists: who changes something says in which store. */
    record SomeStores(Set<StoreId> stores) implements Scope {
        public SomeStores {
            stores = Set.copyOf(stores);
        }
    }

    /** Every store and the chain's own rows: SUPER_ADMIN and the system, said explicitly. */
    record Chain() implements Scope {}

    /** No store's rows: reference tables and definer functions only (sign-in, refresh). */
    record Nothing() implements Scope {}
}
