package com.servistech.erp.rates;

import java.time.Instant;

/**
 * How a source was asked.
 *
 * @param channel which door of the source: PAGE, XLS, P2P, QUOTE, WITNESS
 * @param requestedAt when the last request was sent
 * @param tries how many requests it took
 * @param issuers who vouched for the server, as it presented itself: a digest that changes when the chain of issuers
 *     does, and not when only the server's own certificate is renewed; null without TLS
 */
public record Attempt(String channel, Instant requestedAt, int tries, String issuers) {

    public static Attempt at(String channel, Instant requestedAt) {
        return new Attempt(channel, requestedAt, 1, null);
    }
}
