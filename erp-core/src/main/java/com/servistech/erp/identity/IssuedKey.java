package com.servistech.erp.identity;

/**
 * A key at the one moment when it is told. Prints nothing of it.
 *
 * @param account as it is with the new key
 */
public record IssuedKey(ServiceAccountCard account, String key) {

    @Override
    public String toString() {
        return "IssuedKey[" + account.id() + "]";
    }
}
