package com.servistech.erp.rates;

import com.servistech.erp.error.Problems;
import com.servistech.erp.rates.EffectiveRule.WeekendPolicy;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;

/** The dated switches of issuers. */
final class RatePolicies {

    private static final int LONGEST_REASON = 400;

    private final Work work;

    RatePolicies(Work work) {
        this.work = work;
    }

    /** What counts for an issuer on a day. */
    RatePolicy on(LocalDate day, IssuerCard issuer) {
        return work.sql()
                .first(
                        row -> new RatePolicy(
                                row.date("effective_from"),
                                WeekendPolicy.valueOf(row.text("weekend_rate")),
                                row.text("missing_rate").equals("REFUSE"),
                                row.text("reason")),
                        "select * from erp.rate_policies where issuer_id = ? and effective_from <= ?"
                                + " order by effective_from desc, recorded_at desc, id desc limit 1",
                        issuer.id(),
                        day)
                .orElseGet(() -> new RatePolicy(
                        null,
                        WeekendPolicy.valueOf(issuer.weekendRate()),
                        issuer.missingRate().equals("REFUSE"),
                        null));
    }

    void add(IssuerCard issuer, RatePolicy policy) {
        work.require(Permission.STORES_WRITE);
        Problems problems = new Problems();
        if (policy.effectiveFrom() == null || policy.effectiveFrom().isBefore(work.today())) {
            problems.add("/effectiveFrom", "rates.policy-past", "From today on: documents of the past are issued");
        }
        String reason = problems.required("/reason", policy.reason(), LONGEST_REASON);
        if (reason != null && reason.length() < 5) {
            problems.add("/reason", "text.too-short", "Say who decided it, in at least 5 characters");
        }
        problems.refuseIfAny();
        work.sql()
                .update(
                        "insert into erp.rate_policies (id, issuer_id, effective_from, weekend_rate, missing_rate, reason,"
                                + " recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?::uuid, ?)",
                        work.newId(),
                        issuer.id(),
                        policy.effectiveFrom(),
                        policy.weekend(),
                        policy.refusesWhenMissing() ? "REFUSE" : "PROVISIONAL_LAST_KNOWN",
                        reason,
                        work.user().orElse(null),
                        work.now());
    }
}
