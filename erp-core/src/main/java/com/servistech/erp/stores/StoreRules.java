package com.servistech.erp.stores;

import com.servistech.erp.error.Invalid.Problem;
import java.util.List;

/** What a shop's card must fulfil, the same when it is opened and when it is changed. */
final class StoreRules {

    private StoreRules() {}

    static void name(String name, List<Problem> problems) {
        if (name.isBlank() || name.length() > 120) {
            problems.add(new Problem("/name", "text.length", "A name has 1 to 120 characters"));
        }
    }

    static void address(String address, List<Problem> problems) {
        if (address.isBlank() || address.length() > 400) {
            problems.add(new Problem("/address", "text.length", "An address has 1 to 400 characters"));
        }
    }
}
