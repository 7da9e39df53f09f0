package com.servistech.erp.cash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.ErpException;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.ledger.JournalEntryView;
import com.servistech.erp.ledger.JournalQuery;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A drawer from its float to its count. */
class CashTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final StoreId CCS = SHOP.ccs;

    @BeforeAll
    static void theBankPublished() {
        SHOP.clock.set(Instant.parse("2026-10-06T15:00:00Z"));
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 6), new BigDecimal("872.3927"), Optional.empty()));
            return null;
        });
    }

    @AfterEach
    void theBooksAreTrue() {
        SHOP.as(Role.MANAGER, CCS, s -> s.cash().list(new Page.Request(100, null))).items().stream()
                .filter(session -> session.state().equals("OPEN"))
                .forEach(CashTest::closeAsItIs);
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aRegisterHasOneOpenSessionHoweverManyOpenItAtOnce() throws Exception {
        String register = "Caja " + UUID.randomUUID();
        List<Callable<String>> openings = java.util.Collections.nCopies(8, () -> {
            try {
                return open(Role.FRONT_DESK, register, "1.00", "0.00").toString();
            } catch (Conflict e) {
                return e.code();
            }
        });
        List<String> answers = atOnce(openings);
        assertThat(answers).filteredOn("cash.session-open"::equals).hasSize(7);
    }

    @Test
    void theDrawerShouldHoldItsFloatAndWhatCameInLessWhatWentOut() {
        UUID session = open(Role.FRONT_DESK, "100.00", "5000.00");
        transfer(Role.SUPERVISOR, session, NewTransfer.Kind.CASH_IN, Money.usd("20.00"));
        transfer(Role.SUPERVISOR, session, NewTransfer.Kind.WITHDRAWAL, Money.usd("50.00"));
        transfer(Role.FRONT_DESK, session, NewTransfer.Kind.BANK_DEPOSIT, Money.ves("1000.00"));
        spend(session, Money.ves("453.64"));
        spend(session, Money.usd("3.50"));

        CashCount count = close(Role.FRONT_DESK, session, "66.50", "3546.36", null);
        assertThat(count.state()).isEqualTo("CLOSED");
        assertThat(count.expected()).isEqualTo(new Amounts(Money.usd("66.50"), Money.ves("3546.36")));
        assertThat(count.difference().isZero()).isTrue();

        SessionReport z = SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().report(session));
        assertThat(z.kind()).isEqualTo("Z");
        assertThat(z.sums())
                .contains(
                        new SessionReport.Sum(CashMovementKind.FLOAT, 1, Money.usd("100.00")),
                        new SessionReport.Sum(CashMovementKind.WITHDRAWAL, 1, Money.usd("-50.00")),
                        new SessionReport.Sum(CashMovementKind.EXPENSE, 1, Money.ves("-453.64")),
                        new SessionReport.Sum(CashMovementKind.COUNTED, 1, Money.ves("-3546.36")));
        assertThat(z.expenses())
                .extracting(CashExpenseView::category, CashExpenseView::receipt)
                .contains(org.assertj.core.groups.Tuple.tuple("TRANSPORTE", "F-0012"));
    }

    @Test
    void aMissingDollarIsPostedAsMissingAtTheRateOfTheDay() {
        UUID session = open(Role.FRONT_DESK, "340.00", "4546.36");
        CashCount count = close(Role.FRONT_DESK, session, "339.00", "4546.36", "Se devolvió un dólar de más");
        assertThat(count.difference()).isEqualTo(new Amounts(Money.usd("-1.00"), Money.ves("0.00")));
        assertThat(count.state()).isEqualTo("CLOSED");
        JournalEntryView entry = entry(session, "CASH_CLOSE");
        assertThat(entry.lines())
                .filteredOn(line -> line.account().equals("CASH_OVER_SHORT"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.debit()).isEqualTo(Money.usd("1.00"));
                    assertThat(line.debitVes()).isEqualTo(Money.ves("872.39"));
                });
        assertThat(entry.lines()).extracting(JournalEntryView.Line::account).doesNotContain("EXCHANGE_DIFFERENCE");
    }

    @Test
    void whoCountsIsNotToldWhatShouldBeThere() {
        UUID session = open(Role.FRONT_DESK, "87.65", "0.00");
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().report(session)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().movements(session, Page.Request.first())))
                .isInstanceOf(Forbidden.class);
        assertThat(SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().get(session)).expected())
                .isNull();
        assertThatThrownBy(() -> close(Role.FRONT_DESK, session, "80.00", "0.00", null))
                .isInstanceOfSatisfying(Invalid.class, e -> {
                    assertThat(e.problems()).extracting(Invalid.Problem::code).containsExactly("cash.reason-required");
                    assertThat(e.getMessage()).doesNotContain("7.65", "87");
                });
        assertThatThrownBy(() -> SHOP.as(
                        Role.FRONT_DESK,
                        CCS,
                        s -> s.cash().spend(session, new NewExpense(Money.usd("90.00"), "OTROS", "taxi", null))))
                .isInstanceOfSatisfying(Conflict.class, e -> {
                    assertThat(e.code()).isEqualTo("cash.not-enough");
                    assertThat(e.getMessage()).doesNotContain("87.65");
                });
        assertThat(SHOP.as(Role.SUPERVISOR, CCS, s -> s.cash().report(session))
                        .expected()
                        .usd())
                .isEqualTo(Money.usd("87.65"));
        close(Role.FRONT_DESK, session, "87.65", "0.00", null);
    }

    @Test
    void aGreatDifferenceAwaitsASupervisorWhoIsSomebodyElse() {
        UUID session = open(Role.SUPERVISOR, "50.00", "0.00");
        CashCount count = close(Role.SUPERVISOR, session, "44.99", "0.00", "No aparece");
        assertThat(count.state()).isEqualTo("AWAITING_APPROVAL");
        assertThatThrownBy(() -> SHOP.as(Role.SUPERVISOR, CCS, s -> s.cash().approve(session, "Lo acepto")))
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("cash.own-difference"));
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().approve(session, "Lo acepto")))
                .isInstanceOf(Forbidden.class);
        CashSessionView approved = SHOP.as(Role.MANAGER, CCS, s -> s.cash().approve(session, "Revisado en cámara"));
        assertThat(approved.state()).isEqualTo("CLOSED");
        assertThat(approved.approvedBy()).isEqualTo(SHOP.person(CCS, Role.MANAGER));
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, CCS, s -> s.cash().approve(session, "Otra vez")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("cash.no-approval-needed"));
    }

    @Test
    void fiveDollarsAreStillTheCashiersOwnBusinessAndWhatIsMissingIsNotMadeGoodByTheOtherCurrency() {
        UUID five = open(Role.FRONT_DESK, "50.00", "0.00");
        assertThat(close(Role.FRONT_DESK, five, "45.00", "0.00", "No aparece").state())
                .isEqualTo("CLOSED");
        UUID crossed = open(Role.FRONT_DESK, "50.00", "0.00");
        assertThat(close(Role.FRONT_DESK, crossed, "45.00", "4361.96", "Se cambió un billete")
                        .state())
                .isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void onlyTheCashierOrASupervisorClosesASession() {
        UUID supervisors = open(Role.SUPERVISOR, "10.00", "0.00");
        assertThatThrownBy(() -> close(Role.FRONT_DESK, supervisors, "10.00", "0.00", null))
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("cash.not-yours"));
        assertThatThrownBy(() -> SHOP.as(
                        Role.FRONT_DESK,
                        CCS,
                        s -> s.cash().spend(supervisors, new NewExpense(Money.usd("1.00"), "OTROS", "taxi", null))))
                .isInstanceOf(Forbidden.class);
        UUID desks = open(Role.FRONT_DESK, "60.00", "0.00");
        CashCount count = close(Role.SUPERVISOR, desks, "40.00", "0.00", "La cajera se fue antes");
        assertThat(count.state()).as("who counted it has approved it").isEqualTo("CLOSED");
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, SHOP.vln, s -> s.cash().get(desks)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> close(Role.TECHNICIAN, supervisors, "10.00", "0.00", null))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aClosedSessionIsNeverChangedAndNothingMovesInIt() throws SQLException {
        UUID session = open(Role.FRONT_DESK, "10.00", "0.00");
        close(Role.FRONT_DESK, session, "10.00", "0.00", null);
        assertThatThrownBy(() -> close(Role.FRONT_DESK, session, "10.00", "0.00", null))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("cash.session-closed"));
        assertThatThrownBy(() -> spend(session, Money.usd("1.00"))).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> SHOP.asSuperuser("set role erp_owner; update erp.cash_sessions set counted_usd = 9,"
                        + " reason = 'xxx' where id = '" + session + "'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> SHOP.asSuperuser("insert into erp.cash_movements select store_id, gen_random_uuid(),"
                        + " session_id, currency, 1, 'CASH_IN', document_id, entry_id, moved_by, at"
                        + " from erp.cash_movements where session_id = '" + session + "' limit 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("closed cash session");
    }

    @Test
    void theNotesThatWereCountedAddUpToTheCount() {
        UUID session = open(Role.FRONT_DESK, "41.00", "0.00");
        List<Denomination> notes =
                List.of(new Denomination(Money.usd("20.00"), 2), new Denomination(Money.usd("1.00"), 1));
        NewCount wrong = new NewCount(Money.usd("40.00"), Money.ves("0.00"), "falta uno", notes);
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().close(session, wrong)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::code)
                                .containsExactly("cash.denominations"));
        NewCount right = new NewCount(Money.usd("41.00"), Money.ves("0.00"), null, notes);
        assertThat(SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().close(session, right))
                        .difference()
                        .isZero())
                .isTrue();
    }

    @Test
    void aDrawerOfTenDollarsPaysTenTaxisHoweverManyAskAtOnce() throws Exception {
        UUID session = open(Role.FRONT_DESK, "10.00", "0.00");
        List<Callable<String>> taxis = java.util.Collections.nCopies(20, () -> {
            try {
                spend(session, Money.usd("1.00"));
                return "paid";
            } catch (ErpException e) {
                return e.code();
            }
        });
        List<String> answers = atOnce(taxis);
        assertThat(answers).filteredOn("paid"::equals).hasSize(10);
        assertThat(answers).filteredOn("cash.not-enough"::equals).hasSize(10);
        assertThat(close(Role.FRONT_DESK, session, "0.00", "0.00", null)
                        .difference()
                        .isZero())
                .isTrue();
    }

    @Test
    void aDepositAtABankNeedsItsSlipAndTheSafeIsTheSupervisorsBusiness() {
        UUID session = open(Role.FRONT_DESK, "10.00", "0.00");
        assertThatThrownBy(() -> transfer(Role.FRONT_DESK, session, NewTransfer.Kind.WITHDRAWAL, Money.usd("1.00")))
                .isInstanceOf(Forbidden.class);
        NewTransfer slipless =
                new NewTransfer(NewTransfer.Kind.BANK_DEPOSIT, Money.usd("1.00"), null, null, "al banco");
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, CCS, s -> s.cash().move(session, slipless)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/reference"));
        close(Role.FRONT_DESK, session, "10.00", "0.00", null);
    }

    @Test
    void aSessionOverTwoDaysLeavesNothingInTheDrawersAccountInEitherCurrency() {
        UUID session = open(Role.FRONT_DESK, "100.00", "0.00");
        Instant before = SHOP.clock.instant();
        try {
            SHOP.clock.set(Instant.parse("2026-10-13T15:00:00Z"));
            SHOP.system(s -> {
                s.rates()
                        .take(new BcvHistory.Day(
                                LocalDate.of(2026, 10, 13), new BigDecimal("876.7976"), Optional.empty()));
                return null;
            });
            spend(session, Money.usd("40.00"));
            close(Role.FRONT_DESK, session, "60.00", "0.00", null);
        } finally {
            SHOP.clock.set(before);
        }
        Money left = entriesOf(session).stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().equals("CASH_USD"))
                .map(line -> line.debitVes().minus(line.creditVes()))
                .reduce(Money.ves("0.00"), Money::plus);
        assertThat(left)
                .as("what the errands took at the rate of their own day")
                .isEqualTo(Money.ves("35071.90"));
    }

    private static List<JournalEntryView> entriesOf(UUID session) {
        return SHOP.as(
                        Role.ACCOUNTANT,
                        CCS,
                        s -> s.books()
                                .journal(new JournalQuery(
                                        Month.of("2026-10"), null, session, new Page.Request(100, null))))
                .items();
    }

    private static JournalEntryView entry(UUID document, String kind) {
        return entriesOf(document).stream()
                .filter(entry -> entry.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static UUID open(Role role, String usd, String ves) {
        return open(role, "Caja " + UUID.randomUUID(), usd, ves);
    }

    private static UUID open(Role role, String register, String usd, String ves) {
        return SHOP.as(role, CCS, s -> s.cash().open(register.substring(0, 30), Money.usd(usd), Money.ves(ves)))
                .id();
    }

    private static void transfer(Role role, UUID session, NewTransfer.Kind kind, Money amount) {
        String reference = kind == NewTransfer.Kind.BANK_DEPOSIT ? "000123" : null;
        SHOP.as(role, CCS, s -> s.cash().move(session, new NewTransfer(kind, amount, null, reference, "para el día")));
    }

    private static void spend(UUID session, Money amount) {
        SHOP.as(
                Role.FRONT_DESK,
                CCS,
                s -> s.cash().spend(session, new NewExpense(amount, "transporte", "Taxi del mensajero", "F-0012")));
    }

    private static CashCount close(Role role, UUID session, String usd, String ves, String reason) {
        return SHOP.as(
                role,
                CCS,
                s -> s.cash().close(session, new NewCount(Money.usd(usd), Money.ves(ves), reason, List.of())));
    }

    private static void closeAsItIs(CashSessionView session) {
        SHOP.as(Role.MANAGER, CCS, s -> {
            Amounts held = s.cash().report(session.id()).expected();
            return s.cash().close(session.id(), new NewCount(held.usd(), held.ves(), null, List.of()));
        });
    }

    private static List<String> atOnce(List<Callable<String>> acts) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : pool.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }
}
