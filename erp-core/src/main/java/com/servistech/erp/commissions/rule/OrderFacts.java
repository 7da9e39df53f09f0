package com.servistech.erp.commissions.rule;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was frozen about an order, or about a sale over the counter.
 *
 * @param counterSale an invoice without an order: nothing is repaired and nothing handed over
 * @param rework repaired again for nothing: brings no commission and no unit (CR-15)
 * @param team null where nobody was assigned
 * @param unbilled what parts had cost that went in and stand on no invoice
 */
public record OrderFacts(
        boolean counterSale,
        Instant deliveredAt,
        UUID deliveredBy,
        boolean rework,
        Team team,
        List<Bill> bills,
        BigDecimal unbilled) {

    /**
     * An invoice.
     *
     * @param status PENDING, PARTIAL, PAID or CREDITED
     * @param fullyPaidAt by confirmed tenders; kept when credit notes took all back later
     * @param lastCreditAt when the last credit note came, null without one
     * @param receivedUsd what was received, where the debt is fixed in bolívares; null elsewhere
     */
    public record Bill(
            String status,
            Instant fullyPaidAt,
            Instant lastCreditAt,
            Money total,
            Money receivedUsd,
            List<Line> lines) {}

    /**
     * A line with what credit notes took of it.
     *
     * @param restocked pieces that are back on the shelf: their cost is given back (CR-13)
     * @param unitCost with shipping, operation and warranty fund, frozen when it left the shelf; null without a part
     */
    public record Line(
            String type, UUID seller, Money net, Money credited, int quantity, int restocked, BigDecimal unitCost) {

        boolean isAccessory() {
            return type.equals("ACCESSORY");
        }

        Money left() {
            return net.minus(credited);
        }

        BigDecimal cost() {
            return unitCost == null ? BigDecimal.ZERO : unitCost.multiply(BigDecimal.valueOf(quantity - restocked));
        }
    }

    /** When it was earned: delivered and fully paid, whichever came last (CR-10); void before that, nothing (CR-14). */
    public Optional<Instant> earnedAt() {
        if (bills.isEmpty()
                || !counterSale && deliveredAt == null
                || bills.stream().anyMatch(OrderFacts::isOwed)) {
            return Optional.empty();
        }
        boolean somePaid = bills.stream().anyMatch(bill -> bill.status().equals("PAID"));
        Optional<Instant> earned = latest(bills.stream()
                        .filter(bill -> !somePaid || bill.status().equals("PAID"))
                        .map(Bill::fullyPaidAt))
                .flatMap(paid -> latest(Stream.of(paid, deliveredAt)));
        return somePaid ? earned : earned.filter(at -> voidedAfter(at));
    }

    public GrossProfit profit() {
        Money revenue = Money.zero(Currency.USD);
        BigDecimal cost = unbilled;
        for (Bill bill : bills) {
            List<Line> repair =
                    bill.lines().stream().filter(line -> !line.isAccessory()).toList();
            Money net = repair.stream().map(Line::left).reduce(Money.zero(Currency.USD), Money::plus);
            revenue = revenue.plus(
                    bill.receivedUsd() == null
                            ? net
                            : new GrossProfit(net, Money.zero(Currency.USD))
                                    .received(bill.receivedUsd(), bill.total())
                                    .revenue());
            cost = repair.stream().map(Line::cost).reduce(cost, BigDecimal::add);
        }
        return new GrossProfit(revenue, Money.rounded(cost, Currency.USD));
    }

    /** Whether something was repaired at all: a device that went back as it came is no unit. */
    boolean isRepaired() {
        return bills.stream()
                .flatMap(bill -> bill.lines().stream())
                .anyMatch(line -> !line.isAccessory() && line.net().isPositive());
    }

    List<Line> accessories() {
        return bills.stream()
                .flatMap(bill -> bill.lines().stream())
                .filter(Line::isAccessory)
                .toList();
    }

    private boolean voidedAfter(Instant earned) {
        return latest(bills.stream().map(Bill::lastCreditAt))
                .filter(earned::isBefore)
                .isPresent();
    }

    private static boolean isOwed(Bill bill) {
        return !bill.status().equals("PAID") && !bill.status().equals("CREDITED");
    }

    private static Optional<Instant> latest(Stream<Instant> instants) {
        return instants.filter(Objects::nonNull).max(Comparator.naturalOrder());
    }
}
