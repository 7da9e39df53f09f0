package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.commissions.rule.Earning;
import com.servistech.erp.commissions.rule.OrderFacts;
import com.servistech.erp.commissions.rule.Recompute;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shop days as they come; whatever happens in them, the settled entries are what the plain rules say. */
class YearOfCommissionsTest {

    private Workshop shop;
    private ShopDays days;
    private int partly;

    @BeforeEach
    void aShopWithTwoTechnicians() {
        shop = Workshop.open();
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
        assertThat(booked()).isEqualTo(allEntries());
    }

    @Test
    void aYearOfShopDaysIsSettledMonthByMonthAsThePlainRulesSay() {
        days = new ShopDays(shop, 2026);
        LocalDate day = LocalDate.of(2026, 10, 13);
        Map<String, Money> closed = new TreeMap<>();
        for (int month = 0; month < 12; month++) {
            LocalDate first = day.plusMonths(month).withDayOfMonth(1);
            String period = first.toString().substring(0, 7);
            for (LocalDate each = month == 0 ? day : first;
                    each.getMonth() == first.getMonth();
                    each = each.plusDays(2)) {
                days.day(each);
            }
            shop.settle(period);
            shop.settle(period);
            shop.approve(period);
            shop.payOut(period);
            for (UUID person : List.of(shop.technician, days.bella, shop.supervisor)) {
                closed.put(period + person, shop.sum(period, person));
            }
        }
        LocalDate last = day.plusMonths(12).withDayOfMonth(1);
        at(last.atTime(9, 0).toString());
        shop.settle(last.toString().substring(0, 7));
        agree(Terms.STANDARD);
        closed.forEach(
                (period, sum) -> assertThat(shop.sum(period.substring(0, 7), UUID.fromString(period.substring(7))))
                        .isEqualTo(sum)
                        .isEqualTo(Money.usd("0.00")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, FLOOR_ZERO, NET_PRICE",
        "2, CARRY, NET_PRICE",
        "3, FLOOR_ZERO, GROSS_PROFIT",
        "4, CARRY, GROSS_PROFIT",
        "5, FLOOR_ZERO, NET_PRICE",
        "6, CARRY, GROSS_PROFIT"
    })
    void whateverTheTermsAndWheneverItIsSettledTheSumIsTheSame(
            long seed, Terms.NegativeProfit onLoss, Terms.AccessoryBase base) {
        Terms terms = Terms.STANDARD.with(onLoss).with(base);
        at("2026-10-12T08:00");
        shop.as(Role.MANAGER, s -> s.commissions().terms().decide(terms, s.today(), "decisión de la dueña"));
        days(seed, LocalDate.of(2026, 10, 13));
        agree(terms);
    }

    @ParameterizedTest
    @CsvSource({
        "11, FLOOR_ZERO, NET_PRICE",
        "12, CARRY, GROSS_PROFIT",
        "13, CARRY, NET_PRICE",
        "14, FLOOR_ZERO, GROSS_PROFIT"
    })
    void inAShopThatPaysInProportionWhatIsPaidInPartBringsThatPart(
            long seed, Terms.NegativeProfit onLoss, Terms.AccessoryBase base) {
        Terms terms = Terms.STANDARD.with(onLoss).with(base).with(Terms.OnPartial.PROPORTIONAL);
        at("2026-10-12T08:00");
        shop.as(Role.MANAGER, s -> s.commissions().terms().decide(terms, s.today(), "decisión de la dueña"));
        days(seed, LocalDate.of(2026, 10, 13));
        UUID order = shop.ready(days.screen);
        shop.deliver(order);
        shop.pay(shop.base(order, days.screen), Money.usd("30.00"));
        shop.settle("2026-10");
        agree(terms);
        assertThat(partly).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void whereDebtsAreFixedInBolivaresTheProfitIsOfWhatTheyWereWorthWhenTheyCame(long seed) {
        at("2026-10-05T08:00");
        shop.policy(Policy.FX_SETTLEMENT, "VES_ANCHORED");
        days(seed, LocalDate.of(2026, 10, 6));
        agree(Terms.STANDARD);
    }

    /** Eighteen of them, settled every now and then. */
    private void days(long seed, LocalDate first) {
        days = new ShopDays(shop, seed);
        for (int i = 0; i < 18; i++) {
            days.day(first.plusDays(i));
            if (days.onceIn(3)) {
                shop.settle("2026-10");
            }
        }
        at("2026-10-31T20:00");
        shop.settle("2026-10");
        assertThat(shop.settle("2026-10")).isZero();
    }

    private void agree(Terms terms) {
        Map<String, Money> plain = new TreeMap<>();
        Earning.Rates rates = FrozenFacts.standard(shop.supervisor);
        for (Map.Entry<UUID, OrderFacts> each : FrozenFacts.of(shop).entrySet()) {
            Earning.of(each.getValue(), rates, terms)
                    .forEach(earning -> plain.put(FrozenFacts.key(each.getKey(), earning), earning.total()));
            if (terms.onPartial() == Terms.OnPartial.PROPORTIONAL) {
                inProportion(each.getKey(), each.getValue(), rates, terms, plain);
            }
        }
        assertThat(plain).hasSizeGreaterThan(5);
        // that
        assertThat(FrozenFacts.entries(shop)).isEqualTo(plain);
    }

    /** As if it were paid, and of that the part that is; a handover is counted when all is. */
    private void inProportion(
            UUID subject, OrderFacts facts, Earning.Rates rates, Terms terms, Map<String, Money> plain) {
        if (!facts.counterSale() && facts.deliveredAt() == null) {
            return;
        }
        FrozenFacts.paidInPart(shop, subject).ifPresent(paid -> {
            List<OrderFacts.Bill> bills = facts.bills().stream()
                    .map(bill -> new OrderFacts.Bill(
                            "PAID", SHOP.clock.instant(), null, bill.total(), bill.receivedUsd(), bill.lines()))
                    .toList();
            OrderFacts asIf = new OrderFacts(
                    facts.counterSale(),
                    facts.deliveredAt(),
                    facts.deliveredBy(),
                    facts.rework(),
                    facts.team(),
                    bills,
                    facts.unbilled());
            for (Earning earning : Earning.of(asIf, rates, terms)) {
                Money part = Recompute.instalment(earning.total(), paid[0], paid[1]);
                if (earning.basis() != Basis.UNIT && !part.isZero()) {
                    plain.put(FrozenFacts.key(subject, earning), part);
                    partly++;
                }
            }
        });
    }

    /** What the books owe in commissions. */
    private BigDecimal booked() {
        return amount(
                "select coalesce(-sum(amount), 0) amount from erp.journal_lines where store_id = ? and account = 'COMMISSIONS_PAYABLE'");
    }

    private BigDecimal allEntries() {
        return amount("select coalesce(sum(amount), 0) amount from erp.commission_entries where store_id = ?");
    }

    private BigDecimal amount(String sql) {
        return SHOP.work(
                Role.MANAGER,
                shop.store,
                (Work work) -> work.sql()
                        .first(row -> row.decimal("amount"), sql, shop.store)
                        .orElseThrow());
    }
}
