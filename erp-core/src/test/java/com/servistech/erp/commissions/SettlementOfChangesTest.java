package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.commissions.decision.NewRule;
import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A settlement looks only at what changed, and writes what one would write that looked at everything. */
class SettlementOfChangesTest {

    private final Workshop shop = Workshop.open();

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"31, NONE", "32, NONE", "33, PROPORTIONAL", "34, PROPORTIONAL", "35, NONE", "36, PROPORTIONAL"})
    void whateverHappenedInBetweenItWritesWhatOneWouldThatLooksAtEverything(long seed, Terms.OnPartial onPartial) {
        at("2026-10-12T08:00");
        shop.decide(Terms.STANDARD.with(onPartial));
        ShopDays days = new ShopDays(shop, seed);
        int written = 0;
        for (LocalDate day = LocalDate.of(2026, 10, 20);
                day.isBefore(LocalDate.of(2026, 11, 12));
                day = day.plusDays(1)) {
            days.day(day);
            if (days.onceIn(9)) {
                shop.as(
                        Role.MANAGER,
                        s -> s.commissions()
                                .rules()
                                .decide(new NewRule(
                                        Basis.UNIT,
                                        Role.FRONT_DESK,
                                        null,
                                        new BigDecimal("0.75"),
                                        s.today(),
                                        null,
                                        "de hoy en adelante")));
            }
            if (days.onceIn(9)) {
                shop.decide(Terms.STANDARD.with(onPartial).with(Terms.NegativeProfit.CARRY));
            }
            if (days.onceIn(2)) {
                // the older month first or second, or not at all this time
                String now = day.toString().substring(0, 7);
                written += asOneThatLooksAtEverything(days.onceIn(2) ? now : "2026-10");
                written += asOneThatLooksAtEverything(now);
            }
        }
        assertThat(written).isGreaterThan(15);
    }

    @Test
    void whatIsCommittedLateIsFoundByTheNextSettlement() throws Exception {
        at("2026-10-13T10:00");
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        shop.deliver(order);
        InvoiceView invoice = shop.base(order, screen);
        CountDownLatch paid = new CountDownLatch(1);
        CountDownLatch settled = new CountDownLatch(1);
        ExecutorService till = Executors.newSingleThreadExecutor();
        try {
            Future<?> payment = till.submit(() -> shop.as(Role.SUPERVISOR, s -> {
                s.billing()
                        .pay(
                                invoice.id(),
                                com.servistech.erp.billing.payment.NewPayment.of(
                                                "ZELLE",
                                                invoice.total(),
                                                com.servistech.erp.billing.payment.PaymentData.network(
                                                        "Ana Pérez", "Z-" + order, s.today()))
                                        .confirmed());
                paid.countDown();
                await(settled);
                return null;
            }));
            await(paid);
            assertThat(shop.settle("2026-10")).isZero();
            settled.countDown();
            payment.get();
        } finally {
            settled.countDown();
            till.shutdown();
        }
        assertThat(shop.settle("2026-10")).isEqualTo(2);
        assertThat(shop.sum("2026-10", shop.technician)).isEqualTo(Money.usd("21.70"));
    }

    @Test
    void termsThatAreDecidedLaterOnTheDayCountForWhatWasDeliveredBeforeOnThatDay() {
        at("2026-10-13T10:00");
        UUID cover = shop.part(PartType.ACCESSORY, "5.00", "0.00", "0.00");
        shop.payAll(shop.invoice(null, accessory(cover, shop.supervisor, "12.00"), service("3.00")));
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.supervisor)).containsExactly("EARN 1.20");

        shop.decide(Terms.STANDARD.with(Terms.AccessoryBase.GROSS_PROFIT));
        shop.settle("2026-10");
        // 12.00 less 5.00 and its warranty fund of 0.50, ten percent
        assertThat(shop.said("2026-10", shop.supervisor)).containsExactly("EARN 1.20", "ADJUST -0.55");
    }

    @Test
    void whatOnlyBelongsToTheNextMonthWaitsForItHoweverOftenThisOneIsSettled() {
        at("2026-10-30T10:00");
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        shop.deliver(order);
        InvoiceView invoice = shop.base(order, screen);
        at("2026-11-02T10:00");
        shop.payAll(invoice);
        assertThat(shop.settle("2026-10")).isZero();
        assertThat(shop.settle("2026-10")).isZero();
        assertThat(shop.settle("2026-11")).isEqualTo(2);
        assertThat(shop.settle("2026-11")).isZero();
        assertThat(listed()).isZero();
    }

    @Test
    void aCreditNoteOnWhatWasEarnedLastMonthBelongsToItWhileItIsOpenAndToThisOneWhenItIsApproved() {
        at("2026-10-20T10:00");
        UUID screen = shop.screen();
        List<InvoiceView> invoices = List.of(delivered(screen), delivered(screen));
        shop.settle("2026-10");

        at("2026-11-03T10:00");
        shop.credit(invoices.get(0), new NewCreditNote.Line(0, 1, false));
        assertThat(night("2026-11")).containsExactly("2026-10 1 -14.00", "2026-11 0 0.00");
        assertThat(night("2026-11")).containsExactly("2026-10 0 0.00", "2026-11 0 0.00");
        assertThat(shop.said("2026-10", shop.technician)).contains("ADJUST -14.00");

        shop.approve("2026-10");
        shop.credit(invoices.get(1), new NewCreditNote.Line(0, 1, false));
        assertThat(night("2026-11")).containsExactly("2026-11 1 -14.00");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("ADJUST -14.00");
        shop.payOut("2026-10");
        shop.approve("2026-11");
        assertThat(night("2026-11")).isEmpty();
    }

    @Test
    void aMonthInWhichNobodySettledIsMadeUpForByTheNextNight() {
        at("2026-10-20T10:00");
        delivered(shop.screen());
        at("2026-11-03T23:59");
        assertThat(night("2026-11")).containsExactly("2026-10 2 22.70", "2026-11 0 0.00");
        assertThat(shop.sum("2026-10", shop.technician)).isEqualTo(Money.usd("21.70"));
    }

    private InvoiceView delivered(UUID screen) {
        UUID order = shop.ready(screen);
        shop.deliver(order);
        InvoiceView invoice = shop.base(order, screen);
        shop.payAll(invoice);
        return invoice;
    }

    /** Month, entries and sum of each that was settled. */
    private List<String> night(String month) {
        return shop.as(Role.MANAGER, s -> s.commissions().settleUpTo(month)).stream()
                .map(each -> each.period() + " " + each.entries() + " "
                        + each.total().amount())
                .toList();
    }

    private int asOneThatLooksAtEverything(String month) {
        String[] everything = new String[1];
        assertThatThrownBy(() -> SHOP.work(Role.MANAGER, shop.store, work -> {
                    // so many that they are not looked at one by one
                    work.sql()
                            .update(
                                    "insert into erp.commission_changes (store_id, subject_id)"
                                            + " select ?, gen_random_uuid() from generate_series(1, 10000)",
                                    shop.store);
                    new Commissions(work).settle(month);
                    everything[0] = text(work);
                    throw new IllegalStateException("only a rehearsal");
                }))
                .hasMessage("only a rehearsal");
        int entries = SHOP.work(
                Role.MANAGER,
                shop.store,
                work -> new Commissions(work).settle(month).entries());
        assertThat(SHOP.work(Role.MANAGER, shop.store, this::text)).isEqualTo(everything[0]);
        return entries;
    }

    /** Everything that an entry says but its own id. */
    private String text(Work work) {
        return work.sql().first(row -> row.text("said"), """
                        select coalesce(string_agg(concat_ws(' ', kind, basis, person_id, coalesce(order_id, invoice_id), version, amount, earned_at, period,
                                 revenue, cost, base, rate, share, paid_share, total, terms, cause, cause_id, created_at), E'\\n'
                                 order by coalesce(order_id, invoice_id), person_id, basis, version), '') said
                          from erp.commission_entries where store_id = ?
                        """, shop.store).orElseThrow();
    }

    private int listed() {
        return SHOP.work(
                Role.MANAGER,
                shop.store,
                work -> work.sql()
                        .first(
                                row -> row.integer("n"),
                                "select count(*)::int n from erp.commission_changes where store_id = ?",
                                shop.store)
                        .orElseThrow());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
