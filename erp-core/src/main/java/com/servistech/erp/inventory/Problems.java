package com.servistech.erp.inventory;

import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with an input before any of it is refused. */
final class Problems {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    private final List<Invalid.Problem> found = new ArrayList<>();

    void add(String pointer, String code, String detail) {
        found.add(new Invalid.Problem(pointer, code, detail));
    }

    /** The text without surrounding space; null and a problem when it is missing or too long. */
    String required(String pointer, String value, int max) {
        if (value == null || value.isBlank()) {
            add(pointer, "text.required", "This is required");
            return null;
        }
        String text = value.strip();
        if (text.length() > max) {
            add(pointer, "text.too-long", "At most " + max + " characters");
        }
        return text;
    }

    /** An amount in dollars that is not negative; zero when it may be left out. */
    Money usd(String pointer, Money value, boolean required) {
        if (value == null) {
            if (required) {
                add(pointer, "value.required", "This is required");
            }
            return Money.zero(Currency.USD);
        }
        if (value.currency() != Currency.USD) {
            add(pointer + "/currency", "money.currency", "Costs and prices are in USD");
        } else if (value.isNegative()) {
            add(pointer + "/amount", "number.negative", "Not below zero");
        } else if (value.amount().compareTo(LARGEST) > 0) {
            add(pointer + "/amount", "number.range", "At most " + LARGEST.toPlainString());
        }
        return value;
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
