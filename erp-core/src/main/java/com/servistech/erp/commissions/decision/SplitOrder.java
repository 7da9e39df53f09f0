package com.servistech.erp.commissions.decision;

import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/**
 * Says who repaired an order together, and in which shares. Decided again later it replaces what was decided before, and
 * the next settlement adjusts everybody.
 */
public final class SplitOrder {

    private final Work work;

    public SplitOrder(Work work) {
        this.work = work;
    }

    /**
     * @throws NotFound {@code orders.not-found}
     * @throws Forbidden {@code commissions.own-rule} to give a share to oneself
     */
    public void split(UUID orderId, Team team, String reason) {
        work.require(Permission.COMMISSIONS_RULES);
        Problems problems = new Problems();
        String why = problems.required("/reason", reason, 400);
        if (why != null && why.length() < 5) {
            problems.add("/reason", "text.length", "Say why in 5 to 400 characters");
        }
        team.check(problems);
        List<Team.Member> members = team.members();
        for (int i = 0; i < members.size(); i++) {
            if (!People.worksHere(work, members.get(i).person())) {
                problems.add("/shares/" + i + "/personId", "users.not-found", "Nobody of this store has this id");
            }
        }
        problems.refuseIfAny();
        if (members.stream().anyMatch(member -> member.person().equals(work.userId()))) {
            throw new Forbidden("commissions.own-rule", "Somebody else decides what you earn");
        }
        work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.service_orders where store_id = ? and id = ?",
                        work.store(),
                        orderId)
                .orElseThrow(() -> new NotFound("orders.not-found", "There is no order with this id"));
        insert(orderId, team, why);
    }

    private void insert(UUID orderId, Team team, String reason) {
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.commission_splits (store_id, id, order_id, mode, reason, decided_by, decided_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        orderId,
                        team.mode(),
                        reason,
                        work.userId(),
                        work.now());
        int position = 1;
        for (Team.Member member : team.members()) {
            work.sql()
                    .update(
                            "insert into erp.commission_shares (store_id, id, split_id, position, person_id, percent)"
                                    + " values (?, ?, ?, ?, ?, ?)",
                            work.store(),
                            work.newId(),
                            id,
                            position++,
                            member.person(),
                            member.percent());
        }
    }
}
