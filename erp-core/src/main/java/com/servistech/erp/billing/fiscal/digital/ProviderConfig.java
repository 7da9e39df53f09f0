package com.servistech.erp.billing.fiscal.digital;

import java.net.URI;
import java.time.Duration;

/**
 * Where the provider is and who we are there.
 *
 * @param url null where the chain has none
 * @param timeout for one request; a provider that takes longer has not answered
 */
public record ProviderConfig(URI url, String user, String password, Duration timeout) {

    public static final ProviderConfig NONE = new ProviderConfig(null, "", "", Duration.ofSeconds(10));

    public boolean isPresent() {
        return url != null;
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "ProviderConfig[" + url + ", " + user + "]";
    }
}
