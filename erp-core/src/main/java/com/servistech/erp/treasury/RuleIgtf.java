package com.servistech.erp.treasury;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;

/** Writes down that from a day on an instrument causes IGTF or does not; payments of before keep the rule of their day. */
final class RuleIgtf {

    private final Work work;

    RuleIgtf(Work work) {
        this.work = work;
    }

    PaymentMethod add(String code, NewIgtfRule rule) {
        work.require(Permission.PAYMENT_METHODS_WRITE);
        PaymentMethod method = new PaymentMethods(work).get(code);
        Problems problems = new Problems();
        String source = problems.required("/legalSource", rule.legalSource(), 400);
        if (source != null && source.length() < 5) {
            problems.add("/legalSource", "text.length", "Name the law or the ruling");
        }
        if (rule.causes() && method.currency() == Currency.VES) {
            problems.add("/causes", "payment-methods.igtf-ves", "Bolívares never cause IGTF");
        }
        problems.refuseIfAny();
        int added = work.sql()
                .update(
                        "insert into erp.igtf_instruments (id, method, valid_from, causes, legal_source) values (?, ?, ?, ?, ?)"
                                + " on conflict (method, valid_from) do nothing",
                        work.newId(),
                        code,
                        rule.validFrom() == null ? work.today() : rule.validFrom(),
                        rule.causes(),
                        source);
        if (added == 0) {
            throw new Conflict(
                    "payment-methods.rule-taken", "There is a rule of " + code + " from that day on already");
        }
        return new PaymentMethods(work).get(code);
    }
}
