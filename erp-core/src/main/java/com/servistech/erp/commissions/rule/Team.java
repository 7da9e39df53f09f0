package com.servistech.erp.commissions.rule;

import com.servistech.erp.error.Problems;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who repaired an order, in which shares of a hundred, the first assigned first (CR-9).
 *
 * @param mode how shares become amounts
 */
public record Team(Mode mode, List<Member> members) {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** One pool at the first one's rate that is divided, or everybody's share at the own rate. */
    public enum Mode {
        POOL,
        OWN_RATE
    }

    /** @param percent more than 0, at most 100, four decimals */
    public record Member(UUID person, BigDecimal percent) {}

    public record Part(UUID person, BigDecimal percent, BigDecimal rate, Money amount) {}

    public Team {
        members = List.copyOf(members);
    }

    public static Team of(UUID technician) {
        return new Team(Mode.POOL, List.of(new Member(technician, ALL)));
    }

    /** Says what is wrong with it, if anything is: shares that are not a hundred, somebody twice. */
    public void check(Problems problems) {
        BigDecimal sum = members.stream().map(Member::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(ALL) != 0) {
            problems.add("/shares", "commissions.shares", "The shares add up to exactly 100");
        }
        HashSet<UUID> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            BigDecimal percent = members.get(i).percent();
            if (percent.signum() <= 0
                    || percent.compareTo(ALL) > 0
                    || percent.stripTrailingZeros().scale() > 4) {
                problems.add("/shares/" + i + "/percent", "percent.range", "More than 0, at most 100, four decimals");
            }
            if (!seen.add(members.get(i).person())) {
                problems.add("/shares/" + i + "/personId", "commissions.twice", "This person has a share already");
            }
        }
    }

    /**
     * What each of them gets. A pool is divided without losing a cent, those that rounding leaves going to the largest
     * remainders, ties to the first.
     *
     * @param rates the percentage of a person, null for somebody who earns none
     */
    public List<Part> divide(GrossProfit profit, Function<UUID, BigDecimal> rates, Terms.NegativeProfit onLoss) {
        List<Part> parts = new ArrayList<>();
        if (mode == Mode.OWN_RATE) {
            for (Member member : members) {
                BigDecimal rate = rates.apply(member.person());
                if (rate != null) {
                    BigDecimal percent = rate.multiply(member.percent()).movePointLeft(2);
                    parts.add(new Part(member.person(), member.percent(), rate, profit.commission(percent, onLoss)));
                }
            }
            return parts;
        }
        BigDecimal rate = rates.apply(members.get(0).person());
        if (rate != null) {
            List<Money> amounts = profit.commission(rate, onLoss)
                    .allocatedBy(members.stream().map(Member::percent).toList());
            for (int i = 0; i < amounts.size(); i++) {
                Member member = members.get(i);
                parts.add(new Part(member.person(), member.percent(), rate, amounts.get(i)));
            }
        }
        return parts;
    }
}
