package com.servistech.erp.commissions.decision;

import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Who earns what: dated rows that nobody edits. What is earned already keeps the rate of its day of delivery (CR-8). */
public final class Rules {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final Work work;

    public Rules(Work work) {
        this.work = work;
    }

    /** All decisions of the store, newest first, then the standards. */
    public List<RuleView> list() {
        work.require(Permission.COMMISSIONS_READ_ALL);
        return work.sql().list(Rules::view, """
                        select id, basis, role, person_id, rate, valid_from, valid_to, reason, decided_by, decided_at
                          from (select *, 0 standard from erp.commission_rules where store_id = ?
                                union all
                                select null, id, null, basis, role, null, rate, null, null, source, null, null, 1 from erp.commission_standards) r
                         order by standard, ordinal desc, basis, role
                        """, work.store());
    }

    /** @throws Forbidden {@code commissions.own-rule} to decide about oneself */
    public RuleView decide(NewRule input) {
        work.require(Permission.COMMISSIONS_RULES);
        Problems problems = new Problems();
        check(input, problems);
        problems.refuseIfAny();
        if (work.userId().equals(input.personId())) {
            throw new Forbidden("commissions.own-rule", "Somebody else decides what you earn");
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.commission_rules (store_id, id, basis, role, person_id, rate, valid_from, valid_to, reason,"
                                + " decided_by, decided_at) values (?, ?, ?, ?, ?::uuid, ?, ?, ?::date, ?, ?, ?)",
                        work.store(),
                        id,
                        input.basis(),
                        input.role(),
                        input.personId(),
                        input.rate(),
                        input.validFrom(),
                        input.validTo(),
                        input.reason().strip(),
                        work.userId(),
                        work.now());
        return new RuleView(
                id,
                input.basis().name(),
                input.role() == null ? null : input.role().name(),
                input.personId(),
                input.rate(),
                input.validFrom(),
                input.validTo(),
                input.reason().strip(),
                work.userId(),
                work.now());
    }

    private void check(NewRule input, Problems problems) {
        String reason = problems.required("/reason", input.reason(), 400);
        if (reason != null && reason.length() < 5) {
            problems.add("/reason", "text.length", "Say why in 5 to 400 characters");
        }
        if (input.role() != null && input.personId() != null) {
            problems.add("/personId", "commissions.rule-for", "Either a role or a person");
        }
        if (input.personId() != null && !People.worksHere(work, input.personId())) {
            problems.add("/personId", "users.not-found", "Nobody of this store has this id");
        }
        if (input.rate().signum() < 0 || input.rate().stripTrailingZeros().scale() > 4 || tooMuch(input)) {
            problems.add("/rate", "number.range", "A percentage from 0 to 100; dollars for a unit");
        }
        if (input.validFrom().isBefore(work.today())) {
            problems.add("/validFrom", "commissions.valid-from", "Today or later: what was delivered keeps its rate");
        }
        if (input.validTo() != null && input.validTo().isBefore(input.validFrom())) {
            problems.add("/validTo", "commissions.valid-to", "Not before validFrom");
        }
    }

    private static boolean tooMuch(NewRule input) {
        BigDecimal most = input.basis() == Basis.UNIT ? MOST.multiply(MOST) : MOST;
        return input.rate().compareTo(most) > 0;
    }

    private static RuleView view(Sql.Row row) {
        return new RuleView(
                row.uuid("id"),
                row.text("basis"),
                row.text("role"),
                row.uuid("person_id"),
                row.decimal("rate"),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("reason"),
                row.uuid("decided_by"),
                row.instant("decided_at"));
    }
}
