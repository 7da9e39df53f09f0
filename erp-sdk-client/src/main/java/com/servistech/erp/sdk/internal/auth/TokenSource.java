package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.internal.http.Deadline;
import java.io.IOException;
import java.util.Optional;

/** Where access tokens come from. */
public interface TokenSource {

    /** The token for the next request; empty to send none. */
    Optional<String> token(Deadline deadline) throws IOException, InterruptedException, SignInRefused;

    /** Another token than the one that the server refused; empty if there is no other to be had. */
    Optional<String> insteadOf(String refused, Deadline deadline)
            throws IOException, InterruptedException, SignInRefused;

    /** Always the same token, or none. */
    static TokenSource fixed(Optional<String> token) {
        return new TokenSource() {
            @Override
            public Optional<String> token(Deadline deadline) {
                return token;
            }

            @Override
            public Optional<String> insteadOf(String refused, Deadline deadline) {
                return Optional.empty();
            }
        };
    }
}
