package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.part;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.tenancy.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Days of a shop with two technicians as they come: repairs, sales, late payments, credit notes and money that a bank takes back. */
final class ShopDays {

    private final Workshop shop;
    final UUID bella;
    final UUID screen;
    private final UUID cover;
    private final Random random;
    private final List<InvoiceView> owed = new ArrayList<>();
    private final List<InvoiceView> paid = new ArrayList<>();
    private final List<PaymentView> payments = new ArrayList<>();
    private final List<UUID> undelivered = new ArrayList<>();

    ShopDays(Workshop shop, long seed) {
        this.shop = shop;
        random = new Random(seed);
        bella = shop.hire("Bella", Role.TECHNICIAN);
        screen = shop.as(Role.WAREHOUSE, s -> shop.screen());
        cover = shop.part(PartType.ACCESSORY, "7.35", "0.40", "0.00");
    }

    boolean onceIn(int days) {
        return random.nextInt(days) == 0;
    }

    void day(LocalDate day) {
        at(day.atTime(LocalTime.of(9, random.nextInt(60))).toString());
        switch (random.nextInt(8)) {
            case 0 -> counterSale();
            case 1 -> creditSomething();
            case 2 -> reverseSomething();
            case 3 -> payLate();
            default -> repair();
        }
        if (random.nextInt(3) == 0) {
            payLate();
        }
        if (!undelivered.isEmpty() && random.nextInt(2) == 0) {
            shop.deliver(undelivered.remove(0), random.nextBoolean() ? Role.SUPERVISOR : Role.FRONT_DESK);
        }
    }

    private void repair() {
        UUID who = random.nextBoolean() ? shop.technician : bella;
        Priority priority = random.nextInt(8) == 0 ? Priority.WARRANTY : Priority.MEDIUM;
        boolean usesPart = random.nextInt(3) > 0;
        UUID order = usesPart ? shop.ready(who, priority, screen) : shop.ready(who, priority);
        List<NewInvoice.Line> lines = new ArrayList<>();
        lines.add(service(price(10, 60)));
        if (usesPart) {
            lines.add(part(screen, price(5, 80)));
        }
        if (random.nextInt(3) == 0) {
            lines.add(accessory(cover, random.nextBoolean() ? shop.supervisor : null, price(4, 30)));
        }
        Money discount = random.nextInt(4) == 0 ? Money.usd(price(1, 5)) : null;
        InvoiceView invoice = shop.invoice(order, discount, lines.toArray(NewInvoice.Line[]::new));
        split(order, who);
        if (random.nextInt(5) == 0) {
            undelivered.add(order);
        } else {
            shop.deliver(order, random.nextInt(3) > 0 ? Role.SUPERVISOR : Role.FRONT_DESK);
        }
        payOrOwe(invoice);
    }

    private void split(UUID order, UUID who) {
        if (random.nextInt(6) == 0) {
            UUID other = who.equals(bella) ? shop.technician : bella;
            BigDecimal share = BigDecimal.valueOf(10 + random.nextInt(80));
            Team team = new Team(
                    random.nextBoolean() ? Team.Mode.POOL : Team.Mode.OWN_RATE,
                    List.of(
                            new Team.Member(who, share),
                            new Team.Member(other, BigDecimal.valueOf(100).subtract(share))));
            shop.as(Role.MANAGER, s -> {
                s.commissions().split(order, team, "lo repararon juntos");
                return null;
            });
        }
    }

    private void counterSale() {
        payOrOwe(shop.invoice(null, accessory(cover, shop.supervisor, price(4, 40)), service(price(3, 9))));
    }

    private void payOrOwe(InvoiceView invoice) {
        if (random.nextInt(4) == 0) {
            shop.pay(invoice, Money.usd(price(1, 7)));
            owed.add(invoice);
        } else {
            payments.add(shop.payAll(invoice));
            paid.add(invoice);
        }
    }

    private void payLate() {
        if (!owed.isEmpty()) {
            InvoiceView invoice = owed.remove(0);
            Money rest =
                    shop.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id())).balance();
            if (rest.isPositive()) {
                payments.add(shop.pay(invoice, rest));
                paid.add(invoice);
            }
        }
    }

    private void creditSomething() {
        if (!paid.isEmpty()) {
            InvoiceView invoice = paid.remove(random.nextInt(paid.size()));
            if (random.nextBoolean()) {
                shop.credit(invoice);
            } else {
                int line = random.nextInt(invoice.lines().size());
                boolean restock = invoice.lines().get(line).partId() != null && random.nextBoolean();
                shop.credit(invoice, new NewCreditNote.Line(line, 1, restock));
            }
        }
    }

    /** A bank takes money back; not of what credit notes gave back already. */
    private void reverseSomething() {
        if (!payments.isEmpty()) {
            PaymentView payment = payments.remove(random.nextInt(payments.size()));
            try {
                shop.as(Role.SUPERVISOR, s -> s.billing().reverse(payment.id(), "el banco la devolvió"));
                paid.stream()
                        .filter(invoice -> invoice.id().equals(payment.invoiceId()))
                        .findFirst()
                        .ifPresent(invoice -> {
                            paid.remove(invoice);
                            owed.add(invoice);
                        });
            } catch (Conflict refunded) {
                assertThat(refunded.code()).isEqualTo("payments.invoice-refunded");
            }
        }
    }

    private String price(int from, int to) {
        return BigDecimal.valueOf(from * 100L + random.nextInt((to - from) * 100), 2)
                .toPlainString();
    }
}
