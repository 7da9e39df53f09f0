package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.commissions.pay.NewPayout;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.SqlFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month from its first settlement to its closing, and who may do what with it. */
class PeriodsTest {

    private static final int TILLS = 100;

    private final Workshop shop = Workshop.open();

    @BeforeEach
    void oneRepairIsEarned() {
        at("2026-10-13T10:00");
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        shop.deliver(order);
        shop.payAll(shop.base(order, screen));
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aMonthIsCalculatedApprovedPaidAndClosedEachByWhoMay() {
        refused(() -> shop.approve("2026-10"), "commissions.not-calculated");
        refused(() -> shop.as(Role.MANAGER, s -> s.commissions().period("123")), "commissions.period-not-found");
        shop.settle("2026-10");
        assertThat(state()).isEqualTo("CALCULATED");
        refused(() -> shop.as(Role.MANAGER, s -> s.commissions().approve("2026-10")), "access.forbidden");
        refused(() -> shop.as(Role.ACCOUNTANT, s -> s.commissions().close("2026-10")), "commissions.not-paid");
        shop.approve("2026-10");
        assertThat(state()).isEqualTo("APPROVED");
        refused(() -> shop.settle("2026-10"), "commissions.period-frozen");
        refused(() -> shop.approve("2026-10"), "commissions.period-frozen");
        refused(
                () -> shop.as(Role.ACCOUNTANT, s -> s.commissions().pay(NewPayout.of(statements()))),
                "access.forbidden");
        shop.payOut("2026-10");
        assertThat(state()).isEqualTo("PAID");
        refused(() -> reopen("se olvidó algo"), "commissions.paid");
        shop.as(Role.ACCOUNTANT, s -> s.commissions().close("2026-10"));
        assertThat(state()).isEqualTo("CLOSED");
        refused(() -> shop.as(Role.ACCOUNTANT, s -> s.commissions().close("2026-10")), "commissions.period-closed");
        assertThat(shop.sum("2026-10", shop.technician)).isEqualTo(Money.usd("0.00"));
    }

    @Test
    void whoCalculatedDoesNotApproveAndWhoApprovedDoesNotPay() {
        UUID both = shop.hire("Dueña", Role.REGIONAL_MANAGER);
        shop.as(both, Role.REGIONAL_MANAGER, s -> s.commissions().settle("2026-10"));
        refused(
                () -> shop.as(both, Role.REGIONAL_MANAGER, s -> s.commissions().approve("2026-10")),
                "commissions.own-calculation");
        shop.approve("2026-10");
        UUID accountant = SHOP.person(shop.store, Role.ACCOUNTANT);
        refused(
                () -> shop.as(accountant, Role.MANAGER, s -> s.commissions().pay(NewPayout.of(statements()))),
                "commissions.own-approval");
    }

    @Test
    void aReopenedMonthThatDidNotChangeIsApprovedWithTheSameFigures() {
        shop.settle("2026-10");
        List<CommissionEntry> before = shop.entries("2026-10", null);
        shop.approve("2026-10");
        List<String> approved = figures();
        refused(() -> reopen("no"), "input.invalid");
        reopen("faltaba una orden");
        assertThat(state()).isEqualTo("CALCULATED");
        assertThat(shop.settle("2026-10")).isZero();
        assertThat(shop.entries("2026-10", null)).isEqualTo(before);
        shop.approve("2026-10");
        assertThat(figures()).isEqualTo(approved);
        assertThat(shop.as(Role.MANAGER, s -> s.commissions().period("2026-10")).approvals())
                .isEqualTo(2);
    }

    @Test
    void aHundredTillsThatPayAtOncePayOnce() throws Exception {
        shop.settle("2026-10");
        shop.approve("2026-10");
        List<UUID> ids = statements();
        Callable<String> pay = () -> {
            try {
                shop.as(Role.MANAGER, s -> s.commissions().pay(NewPayout.of(ids)));
                return "paid";
            } catch (Conflict e) {
                return e.code();
            }
        };
        List<String> outcomes = atOnce(Collections.nCopies(TILLS, pay));
        assertThat(outcomes).filteredOn("paid"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("commissions.paid"::equals).hasSize(TILLS - 1);
        assertThat(shop.said("2026-10", shop.technician)).containsExactlyInAnyOrder("EARN 21.70", "PAYOUT -21.70");
        assertThat(count("commission_payouts")).isEqualTo(2);
    }

    @Test
    void cashIsPaidOutOfAnOpenDrawerThatHoldsIt() {
        shop.settle("2026-10");
        shop.approve("2026-10");
        NewPayout cash = new NewPayout(statements(), "CASH_USD", null, null, null);
        refused(() -> shop.as(Role.MANAGER, s -> s.commissions().pay(cash)), "cash.no-open-session");
        UUID session = shop.as(Role.MANAGER, s -> s.cash().open("Gerencia", Money.usd("22.00"), Money.ves("0.00")))
                .id();
        // 21.70 for the technician and 1.00 for who handed it over
        refused(() -> shop.as(Role.MANAGER, s -> s.commissions().pay(cash)), "cash.not-enough");
        assertThat(state()).isEqualTo("APPROVED");
        UUID alone = statement(shop.technician).id();
        List<StatementView> paid = shop.as(
                Role.MANAGER, s -> s.commissions().pay(new NewPayout(List.of(alone), "CASH_USD", null, null, null)));
        assertThat(paid.get(0).payout().amount()).isEqualTo(Money.usd("21.70"));
        assertThat(state()).isEqualTo("APPROVED");
        assertThat(shop.as(Role.MANAGER, s -> s.cash().report(session)).toString())
                .contains("COMMISSION");
        assertThat(shop.as(Role.MANAGER, s -> s.cash().movements(session, Page.Request.first()))
                        .items())
                .anyMatch(movement -> movement.amount().equals(Money.usd("-21.70")));
    }

    @Test
    void aPersonsMonthIsPaidWhole() {
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        shop.deliver(order);
        shop.payAll(shop.base(order, screen));
        shop.settle("2026-10");
        shop.approve("2026-10");
        List<UUID> entries = shop.entries("2026-10", shop.technician).stream()
                .map(CommissionEntry::id)
                .toList();
        assertThatThrownBy(() -> shop.as(Role.MANAGER, s -> s.commissions().pay(NewPayout.of(entries.subList(0, 1)))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("commissions.pay-whole"));
        List<StatementView> paid = shop.as(Role.MANAGER, s -> s.commissions().pay(NewPayout.of(entries)));
        assertThat(paid).extracting(StatementView::pay).containsExactly(Money.usd("43.40"));
    }

    @Test
    void aMonthWaitsUntilTheOneBeforeIsPaid() {
        shop.settle("2026-10");
        at("2026-11-02T10:00");
        shop.settle("2026-11");
        refused(() -> shop.approve("2026-11"), "commissions.earlier-open");
        assertThatThrownBy(() -> shop.settle("2026-12"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("commissions.period-future"));
    }

    @Test
    void everybodySeesTheOwnEntriesAndNoOthers() {
        shop.settle("2026-10");
        List<CommissionEntry> own = shop.as(
                        Role.SUPERVISOR, s -> s.commissions().list("2026-10", shop.technician, Page.Request.first()))
                .items();
        assertThat(own).extracting(CommissionEntry::personId).containsOnly(shop.supervisor);
        UUID technicians = shop.entries("2026-10", shop.technician).get(0).id();
        assertThatThrownBy(() -> shop.as(Role.SUPERVISOR, s -> s.commissions().explain(technicians)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> shop.as(Role.SUPERVISOR, s -> s.commissions().statementPdf("2026-10", shop.technician)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> shop.as(Role.SUPERVISOR, s -> s.commissions().payroll("2026-10")))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void anEntryIsNeverEditedAndAClosedMonthTakesNoneNotEvenByHand() {
        shop.settle("2026-10");
        assertThatThrownBy(() -> sql("update erp.commission_entries set amount = 1000 where store_id = ?"))
                .isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> sql("delete from erp.commission_entries where store_id = ?"))
                .isInstanceOf(SqlFailure.class);
        assertThatThrownBy(() -> SHOP.asSuperuser("update erp.commission_entries set amount = amount + 1"))
                .hasMessageContaining("never changed");
        shop.approve("2026-10");
        shop.payOut("2026-10");
        assertThatThrownBy(() -> SHOP.asSuperuser(
                        "insert into erp.commission_entries select store_id, gen_random_uuid(), kind, basis,"
                                + " person_id, order_id, invoice_id, debit_id, statement_id, 99, amount, earned_at, period, revenue, cost, base,"
                                + " rate, share, paid_share, total, terms, cause, cause_id, formula, settlement_id, created_at"
                                + " from erp.commission_entries where store_id = '" + shop.store.value() + "'"))
                .hasMessageContaining("are paid");
        shop.as(Role.ACCOUNTANT, s -> s.commissions().close("2026-10"));
        assertThatThrownBy(() ->
                        SHOP.asSuperuser("update erp.commission_periods set state = 'CALCULATED' where store_id = '"
                                + shop.store.value() + "'"))
                .hasMessageContaining("are closed");
    }

    private void reopen(String reason) {
        shop.as(Role.ACCOUNTANT, s -> s.commissions().reopen("2026-10", reason));
    }

    private String state() {
        return shop.as(Role.MANAGER, s -> s.commissions().period("2026-10")).state();
    }

    private List<UUID> statements() {
        return shop.payroll("2026-10").stream().map(StatementView::id).toList();
    }

    private StatementView statement(UUID person) {
        return shop.payroll("2026-10").stream()
                .filter(each -> each.personId().equals(person))
                .findFirst()
                .orElseThrow();
    }

    /** What stays when everything else about an approval is new. */
    private List<String> figures() {
        return shop.payroll("2026-10").stream()
                .map(each -> each.personName() + " " + each.pay() + " " + each.entries() + " " + each.sha256())
                .toList();
    }

    private int sql(String statement) {
        return SHOP.work(Role.MANAGER, shop.store, work -> work.sql().update(statement, shop.store));
    }

    private int count(String table) {
        return SHOP.work(
                Role.MANAGER,
                shop.store,
                work -> work.sql()
                        .first(
                                row -> row.integer("n"),
                                "select count(*)::int n from erp." + table + " where store_id = ?",
                                shop.store)
                        .orElseThrow());
    }

    private static void refused(ThrowingCallable act, String code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ErpException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    static List<String> atOnce(List<Callable<String>> acts) throws Exception {
        ExecutorService tills = Executors.newFixedThreadPool(8);
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : tills.invokeAll(acts)) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            tills.shutdown();
        }
    }
}
