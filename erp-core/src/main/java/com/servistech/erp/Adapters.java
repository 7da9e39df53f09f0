package com.servistech.erp;

import com.servistech.erp.identity.AccessTokens;
import com.servistech.erp.identity.PasswordHash;

/** What the features need from outside, chosen once. */
record Adapters(PasswordHash passwords, AccessTokens tokens) {

    static Adapters of(ErpRuntime runtime) {
        return new Adapters(
                new PasswordHash(), new AccessTokens(runtime.config().signingKey(), runtime.clock()));
    }
}
