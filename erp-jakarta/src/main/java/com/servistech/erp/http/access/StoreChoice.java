package com.servistech.erp.http.access;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import com.servistech.erp.identity.Bearer;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import java.util.Set;

/**
 * Which rows a request is about: those of one store, of all the caller's stores, or of the chain.
 *
 * @param header {@code X-Store-ID}, null when it was not sent
 * @param chainWide where a SUPER_ADMIN without a store means the chain
 * @param writing whoever has several stores says which one they change
 */
record StoreChoice(String header, boolean chainWide, boolean writing) {

    private static final String WHOLE_CHAIN = "*";

    /** @throws Refused {@code store.required} */
    Scope of(Bearer bearer) {
        if (header != null) {
            boolean chain = WHOLE_CHAIN.equals(header) && (chainWide || !writing);
            return chain ? new Scope.Chain() : new Scope.OneStore(chosen());
        } else if (bearer.superAdmin()) {
            if (chainWide) {
                return new Scope.Chain();
            }
            throw new Refused("store.required", "Choose a store with X-Store-ID, or * to read the chain");
        }
        Set<StoreId> stores = bearer.roles().keySet();
        if (stores.isEmpty()) {
            throw new Forbidden("store.forbidden", "This caller works in no store");
        } else if (stores.size() == 1) {
            return new Scope.OneStore(stores.iterator().next());
        } else if (writing) {
            throw new Refused("store.required", "You work in several stores: choose one with X-Store-ID");
        }
        return new Scope.SomeStores(stores);
    }

    private StoreId chosen() {
        try {
            return StoreId.of(header);
        } catch (IllegalArgumentException e) {
            throw new Forbidden("store.forbidden", "This caller does not belong to the store that was asked for");
        }
    }
}
