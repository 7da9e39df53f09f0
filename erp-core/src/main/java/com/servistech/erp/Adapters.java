package com.servistech.erp;

import com.servistech.erp.billing.fiscal.FiscalChannel;
import com.servistech.erp.billing.fiscal.digital.DigitalProvider;
import com.servistech.erp.identity.AccessTokens;
import com.servistech.erp.identity.PasswordHash;
import com.servistech.erp.rates.RateSource;
import com.servistech.erp.rates.bcv.BcvWebsite;

/** What the features need from outside, chosen once. */
record Adapters(PasswordHash passwords, AccessTokens tokens, RateSource bank, FiscalChannel fiscal) {

    static Adapters of(ErpRuntime runtime) {
        return new Adapters(
                new PasswordHash(),
                new AccessTokens(runtime.config().signingKey(), runtime.clock()),
                new BcvWebsite(runtime.config().bank()),
                new DigitalProvider(runtime.config().provider()));
    }
}
