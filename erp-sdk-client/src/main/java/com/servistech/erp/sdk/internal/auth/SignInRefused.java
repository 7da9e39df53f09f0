package com.servistech.erp.sdk.internal.auth;

import com.servistech.erp.sdk.internal.http.Reply;

/** The server answered the sign-in with something else than tokens; that answer becomes the answer of the call. */
public final class SignInRefused extends Exception {

    private final transient Reply reply;

    SignInRefused(Reply reply) {
        super("the server answered the sign-in with " + reply.status());
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
