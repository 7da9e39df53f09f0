package com.servistech.erp.commissions.pay;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds the statements that ids name, by their own id or by those of all their entries. */
final class ChooseStatements {

    private record Found(UUID asked, String period, UUID person) {}

    private final Work work;

    ChooseStatements(Work work) {
        this.work = work;
    }

    /**
     * @throws Invalid at /ids: {@code commissions.unknown-id}, {@code commissions.pay-whole} when entries of a person's
     *     month are left out
     * @throws Conflict {@code commissions.not-approved}
     */
    List<StatementView> named(List<UUID> ids) {
        if (ids.isEmpty() || ids.size() > 1000) {
            throw Invalid.at("/ids", "list.size", "Between 1 and 1000 ids");
        }
        List<Found> found = work.sql()
                .list(
                        row -> new Found(row.uuid("id"), row.text("period"), row.uuid("person_id")),
                        """
                        select e.id, e.period, e.person_id from erp.commission_entries e where e.store_id = ? and e.id = any (?)
                        union all
                        select s.id, p.period, s.person_id from erp.commission_statements s
                          join erp.commission_periods p on p.store_id = s.store_id and p.id = s.period_id
                         where s.store_id = ? and s.id = any (?)
                        """,
                        work.store(),
                        ids,
                        work.store(),
                        ids);
        Set<UUID> known = new HashSet<>(found.stream().map(Found::asked).toList());
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                throw Invalid.at("/ids/" + i, "commissions.unknown-id", "There is no entry or statement with this id");
            }
        }
        List<StatementView> chosen = new ArrayList<>();
        for (String period :
                new LinkedHashSet<>(found.stream().map(Found::period).sorted().toList())) {
            List<StatementView> statements = new Statements(work).frozen(period);
            Set<UUID> people = new LinkedHashSet<>(found.stream()
                    .filter(each -> each.period().equals(period))
                    .map(Found::person)
                    .toList());
            for (UUID person : people) {
                chosen.add(statement(statements, period, person, new HashSet<>(ids)));
            }
        }
        return chosen;
    }

    private StatementView statement(List<StatementView> statements, String period, UUID person, Set<UUID> asked) {
        StatementView statement = statements.stream()
                .filter(each -> each.personId().equals(person))
                .findFirst()
                .orElseThrow(() -> new Conflict(
                        "commissions.not-approved", "%s must be approved before it is paid".formatted(period)));
        if (!asked.contains(statement.id())) {
            List<UUID> left = work.sql()
                    .list(
                            row -> row.uuid("id"),
                            "select id from erp.commission_entries where store_id = ? and period = ? and person_id = ?"
                                    + " and kind <> 'PAYOUT' and not (kind = 'CARRY' and amount > 0) and id <> all (?) order by id limit 1",
                            work.store(),
                            period,
                            person,
                            List.copyOf(asked));
            if (!left.isEmpty()) {
                throw Invalid.at(
                        "/ids",
                        "commissions.pay-whole",
                        "A person's month is paid whole: name statement %s, or %s as well"
                                .formatted(statement.id(), left.get(0)));
            }
        }
        return statement;
    }
}
