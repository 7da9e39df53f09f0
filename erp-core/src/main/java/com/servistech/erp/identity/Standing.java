package com.servistech.erp.identity;

/**
 * What decides whether an access token still counts.
 *
 * @param version the newest of the person's tokens; 0 for somebody who is not active
 */
public record Standing(int version, boolean sessionOpen) {

    public boolean admits(Bearer bearer) {
        return sessionOpen && version == bearer.version();
    }
}
