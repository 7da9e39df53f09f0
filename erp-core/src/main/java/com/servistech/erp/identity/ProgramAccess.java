package com.servistech.erp.identity;

import java.time.Duration;

/** What a program is given for its key: an access token and nothing to renew it with. Prints nothing of it. */
public record ProgramAccess(String accessToken, Duration expiresIn) {

    @Override
    public String toString() {
        return "ProgramAccess[" + expiresIn + "]";
    }
}
