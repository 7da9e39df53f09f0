package com.servistech.erp.commissions.decision;

import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;

/** How the store counts, by days: what was decided last for the newest day that has begun. */
public final class TermsBook {

    private final Work work;

    public TermsBook(Work work) {
        this.work = work;
    }

    public Terms on(LocalDate day) {
        return work.sql()
                .first(
                        row -> new Terms(
                                Terms.NegativeProfit.valueOf(row.text("negative_profit")),
                                Terms.AccessoryBase.valueOf(row.text("accessory_base")),
                                Terms.OnPartial.valueOf(row.text("on_partial")),
                                Terms.DebitCap.valueOf(row.text("debit_cap")),
                                new Percent(row.decimal("debit_cap_percent")),
                                Terms.CapScope.valueOf(row.text("cap_scope")),
                                row.integer("answer_days")),
                        "select * from erp.commission_terms_on(?, ?)",
                        work.store(),
                        day)
                .orElse(Terms.STANDARD);
    }

    /** As they stand today. */
    public Terms current() {
        work.require(Permission.COMMISSIONS_READ_ALL);
        return on(work.today());
    }

    /** @param validFrom today or later */
    public Terms decide(Terms terms, LocalDate validFrom, String reason) {
        work.require(Permission.COMMISSIONS_RULES);
        Problems problems = new Problems();
        String why = problems.required("/reason", reason, 400);
        if (why != null && why.length() < 5) {
            problems.add("/reason", "text.length", "Say why in 5 to 400 characters");
        }
        if (validFrom.isBefore(work.today())) {
            problems.add("/validFrom", "commissions.valid-from", "Today or later: what was delivered keeps its terms");
        }
        if (terms.answerDays() < 0 || terms.answerDays() > 60) {
            problems.add("/answerDays", "number.range", "0 to 60 days");
        }
        problems.refuseIfAny();
        work.sql()
                .update(
                        "insert into erp.commission_terms (store_id, id, valid_from, negative_profit, accessory_base, on_partial,"
                                + " debit_cap, debit_cap_percent, cap_scope, answer_days, reason, decided_by, decided_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        work.newId(),
                        validFrom,
                        terms.negativeProfit(),
                        terms.accessoryBase(),
                        terms.onPartial(),
                        terms.debitCap(),
                        terms.debitCapPercent().value(),
                        terms.capScope(),
                        terms.answerDays(),
                        why,
                        work.userId(),
                        work.now());
        return terms;
    }
}
