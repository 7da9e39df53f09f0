package com.servistech.erp.sdk.internal.http;

import java.io.IOException;

/** The answer has more bytes than this client is ready to hold; asking again would not help. */
public final class BodyTooLarge extends IOException {

    BodyTooLarge(long maximum) {
        super("the answer has more than " + maximum + " bytes");
    }
}
