package com.servistech.erp.rates.web;

import com.servistech.erp.rates.Attempt;

/** What a server answered in the end. */
public sealed interface Answer {

    Attempt attempt();

    /** A body with status 200, whole and unpacked. */
    record Body(Attempt attempt, byte[] bytes, String contentType, String origin) implements Answer {}

    /**
     * No body to read.
     *
     * @param untrusted the server could not prove who it is
     */
    record None(Attempt attempt, String reason, boolean untrusted) implements Answer {}

    /** A body that must not be read: too large, or packed in a way that we did not ask for. */
    record Unreadable(Attempt attempt, String reason) implements Answer {}
}
