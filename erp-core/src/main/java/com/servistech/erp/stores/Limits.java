package com.servistech.erp.stores;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The store's dated limits. */
public final class Limits {

    private final Work work;

    public Limits(Work work) {
        this.work = work;
    }

    /** In USD, as it stands on a day. */
    public Money on(LocalDate day, Limit limit) {
        return card(day, limit).amount();
    }

    /** As they stand today. */
    public List<LimitCard> list() {
        work.require(Permission.STORES_READ);
        return Arrays.stream(Limit.values())
                .map(limit -> card(work.today(), limit))
                .toList();
    }

    /** @throws Conflict {@code limits.day-taken} when there is one from that day on */
    public LimitCard set(NewLimit input) {
        work.require(Permission.LIMITS_WRITE);
        Problems problems = new Problems();
        AmountRule.notNegative("/amount", input.amount(), Currency.USD, problems);
        String reason = problems.required("/reason", input.reason(), 400);
        if (reason != null && reason.length() < 5) {
            problems.add("/reason", "text.length", "Say why in 5 to 400 characters");
        }
        if (!input.validFrom().isAfter(work.today())) {
            problems.add("/validFrom", "limits.valid-from", "Tomorrow or later");
        }
        problems.refuseIfAny();
        int added = work.sql()
                .update(
                        "insert into erp.store_limits (store_id, id, name, amount_usd, valid_from, reason, set_by, set_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (store_id, name, valid_from) do nothing",
                        work.store(),
                        work.newId(),
                        input.limit(),
                        input.amount().amount(),
                        input.validFrom(),
                        reason,
                        work.userId(),
                        work.now());
        if (added == 0) {
            throw new Conflict("limits.day-taken", "This limit is set from that day on already");
        }
        return new LimitCard(input.limit(), input.amount(), input.validFrom(), reason);
    }

    private LimitCard card(LocalDate day, Limit limit) {
        return work.sql()
                .first(
                        row -> new LimitCard(
                                limit,
                                new Money(row.decimal("amount_usd"), Currency.USD),
                                row.date("valid_from"),
                                row.text("reason")),
                        "select amount_usd, valid_from, reason from erp.store_limits where store_id = ? and name = ?"
                                + " and valid_from <= ? order by valid_from desc limit 1",
                        work.store(),
                        limit,
                        day)
                .orElse(new LimitCard(limit, limit.standard(), null, null));
    }
}
