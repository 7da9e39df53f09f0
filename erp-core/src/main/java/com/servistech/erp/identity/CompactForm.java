package com.servistech.erp.identity;

import java.util.Base64;

/** The one way to write a signed token: three parts of base64url that decode and encode to themselves. */
final class CompactForm {

    private static final int PARTS = 3;

    private CompactForm() {}

    static boolean isCanonical(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return false;
        }
        try {
            for (String part : parts) {
                byte[] decoded = Base64.getUrlDecoder().decode(part);
                if (part.isEmpty()
                        || !Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(decoded)
                                .equals(part)) {
                    return false;
                }
            }
        } catch (IllegalArgumentException e) {
            return false;
        }
        return true;
    }
}
