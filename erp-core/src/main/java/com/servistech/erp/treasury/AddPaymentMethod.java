package com.servistech.erp.treasury;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Set;

/** Begins to take a new way to pay, without a release: the family says what happens with it, its row all the rest. */
final class AddPaymentMethod {

    private static final Set<String> FIELDS =
            Set.of("reference", "bankCode", "phone", "document", "paidOn", "accountId", "payer", "last4", "lot");

    private final Work work;

    AddPaymentMethod(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code payment-methods.taken} when another one has its code */
    PaymentMethod add(NewPaymentMethod input) {
        work.require(Permission.PAYMENT_METHODS_WRITE);
        check(input);
        int added = work.sql()
                .update(
                        "insert into erp.payment_methods (id, code, family, name, name_en, currency, required, account)"
                                + " values (?, ?, ?, ?, ?, ?, ?::text[], ?) on conflict (code) do nothing",
                        work.newId(),
                        input.code(),
                        input.family(),
                        input.name().strip(),
                        input.nameEn().strip(),
                        input.currency(),
                        "{" + String.join(",", input.required()) + "}",
                        input.account());
        if (added == 0) {
            throw new Conflict("payment-methods.taken", "There is a payment method " + input.code() + " already");
        }
        if (input.igtf() != null) {
            new RuleIgtf(work).add(input.code(), input.igtf());
        }
        return new PaymentMethods(work).get(input.code());
    }

    private void check(NewPaymentMethod input) {
        Problems problems = new Problems();
        if (!input.code().matches("[A-Z][A-Z0-9_]{1,29}")) {
            problems.add("/code", "text.pattern", "2 to 30 capitals, digits and underscores: PAYPAL");
        }
        problems.required("/name", input.name(), 60);
        problems.required("/nameEn", input.nameEn(), 60);
        if (input.family() != Family.CASH && input.family() != Family.ELECTRONIC) {
            problems.add("/family", "field.value", "CASH or ELECTRONIC");
        } else if (input.family() == Family.CASH && !drawer(input)) {
            problems.add(
                    "/account",
                    "payment-methods.drawer",
                    "Cash goes to the drawer of its currency: CASH_USD, CASH_VES");
        }
        for (int i = 0; i < input.required().size(); i++) {
            if (!FIELDS.contains(input.required().get(i))) {
                problems.add(
                        "/required/" + i,
                        "field.value",
                        "One of " + FIELDS.stream().sorted().toList());
            }
        }
        if (input.currency() == Currency.EUR) {
            problems.add("/currency", "field.value", "USD, VES or USDT: nothing values euros yet");
        }
        if (!accountExists(input.account())) {
            problems.add("/account", "accounts.not-found", "The chart has no such account");
        }
        if (input.currency() != Currency.VES && input.igtf() == null) {
            problems.add("/igtf", "field.required", "Say whether it causes IGTF, and by which text");
        } else if (input.currency() == Currency.VES && input.igtf() != null) {
            problems.add("/igtf", "payment-methods.igtf-ves", "Bolívares never cause IGTF");
        }
        problems.refuseIfAny();
    }

    private static boolean drawer(NewPaymentMethod input) {
        return List.of(Currency.USD, Currency.VES).contains(input.currency())
                && input.account().equals("CASH_" + input.currency());
    }

    private boolean accountExists(String code) {
        return work.sql()
                .first(row -> true, "select 1 from erp.accounts where code = ?", code)
                .isPresent();
    }
}
