package com.servistech.erp;

import java.net.URI;
import java.util.Set;

/**
 * Where Redis is: {@code redis://:password@host:port}, or {@code rediss} for TLS. The password never appears in {@link
 * #toString()}.
 */
public record RedisConfig(URI address) {

    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    /** @throws IllegalArgumentException when it is no such address; the message does not repeat it */
    public RedisConfig {
        if (!SCHEMES.contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("not an address like redis://:password@host:6379");
        }
        if (address.getPort() < 0) {
            address = URI.create(address.getScheme() + "://"
                    + (address.getRawUserInfo() == null ? "" : address.getRawUserInfo() + "@") + address.getHost()
                    + ":6379" + (address.getRawPath() == null ? "" : address.getRawPath()));
        }
    }

    /** @throws IllegalArgumentException when it is no such address; the message does not repeat it */
    public static RedisConfig of(String address) {
        try {
            return new RedisConfig(new URI(address.strip()));
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("not an address like redis://:password@host:6379");
        }
    }

    @Override
    public String toString() {
        return address.getHost() + ":" + address.getPort();
    }
}
