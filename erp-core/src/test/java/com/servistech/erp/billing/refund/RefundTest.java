package com.servistech.erp.billing.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.payment.Credit;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Limit;
import com.servistech.erp.stores.NewLimit;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes back of a sale: the worked example P15 and its neighbours. */
class RefundTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private Instant before;
    private Counter counter;
    private UUID session;
    private InvoiceView invoice;
    private NoteView note;

    @BeforeEach
    void aCableComesBack() {
        before = SHOP.clock.instant();
        counter = Counter.of("SPECIAL");
        session = counter.as(Role.FRONT_DESK, s -> s.cash().open("Caja 1", Money.usd("0.00"), Money.ves("20000.00")))
                .id();
        invoice = counter.issue(Counter.service("Servicio", "100.00"), Counter.service("Cable", "12.00"));
        PaymentView paid =
                counter.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), NewPayment.cash(Money.usd("133.82"))));
        assertThat(paid.status()).isEqualTo("PAID");
        assertThat(paid.igtf()).isEqualTo(Money.usd("3.90"));
        note = counter.as(
                Role.MANAGER,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(
                                        List.of(new NewCreditNote.Line(1, 1, false)), "El cable no era el suyo")));
    }

    @AfterEach
    void theBooksAreTrue() {
        SHOP.clock.set(before);
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void theCashierAsksAndTheSupervisorApprovesAndTheIgtfStaysWithTheTreasury() {
        assertThat(note.total()).isEqualTo(Money.usd("13.92"));
        RefundView asked = ask(Role.FRONT_DESK, "CASH_USD", Money.usd("13.92"));
        assertThat(asked.state()).isEqualTo("REQUESTED");
        assertThat(held()).isEqualTo(Money.usd("133.82"));
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().approveRefund(asked.id())))
                .isInstanceOf(Forbidden.class);
        RefundView paid = counter.as(Role.SUPERVISOR, s -> s.billing().approveRefund(asked.id()));
        assertThat(paid.state()).isEqualTo("PAID");
        assertThat(paid.due()).isEqualTo(Money.usd("0.00"));
        assertThat(paid.decidedBy()).isEqualTo(SHOP.person(counter.store, Role.SUPERVISOR));
        assertThat(held()).isEqualTo(Money.usd("119.90"));
        assertThatThrownBy(() -> counter.as(Role.MANAGER, s -> s.billing().approveRefund(asked.id())))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("refunds.decided"));
        assertThatThrownBy(() -> ask(Role.FRONT_DESK, "CASH_USD", Money.usd("0.01")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("refunds.nothing-due"));
    }

    @Test
    void aDebtToTheCustomerIsInDollarsAndBolivaresCountAtTheRateOfTheDay() {
        Counter.weekLater();
        assertThatThrownBy(() -> ask(Role.SUPERVISOR, "PAGO_MOVIL", Money.ves("12205.03")))
                .isInstanceOf(Invalid.class);
        RefundView part = given("PAGO_MOVIL", Money.ves("5000.00"));
        assertThat(part.state()).isEqualTo("PAID");
        assertThat(part.usd()).isEqualTo(Money.usd("5.70"));
        RefundView rest = given("PAGO_MOVIL", Money.ves("7207.28"));
        assertThat(rest.due()).isEqualTo(Money.usd("0.00"));
    }

    @Test
    void whatIsGivenBackMayStayAsCreditAndCausesNoIgtfAgain() {
        given("CUSTOMER_CREDIT", Money.usd("13.92"));
        List<Credit> credits = counter.as(Role.FRONT_DESK, s -> s.billing().credits(invoice.customerId()));
        assertThat(credits).singleElement().satisfies(credit -> {
            assertThat(credit.remaining()).isEqualTo(Money.usd("13.92"));
            assertThat(credit.origin()).isEqualTo("REFUND");
            assertThat(credit.method()).isNull();
        });
        assertThat(held()).isEqualTo(Money.usd("133.82"));
    }

    @Test
    void aRefusedRefundMovesNothingAndMayBeAskedForAgain() {
        RefundView asked = ask(Role.FRONT_DESK, "CASH_VES", Money.ves("1000.00"));
        RefundView refused = counter.as(Role.MANAGER, s -> s.billing().refuseRefund(asked.id(), "Trajo otro cable"));
        assertThat(refused.state()).isEqualTo("REFUSED");
        assertThat(refused.due()).isEqualTo(Money.usd("13.92"));
        assertThat(given("CUSTOMER_CREDIT", Money.usd("1.00")).due()).isEqualTo(Money.usd("12.92"));
    }

    @Test
    void aPaymentOfWhichSomethingIsOwedBackIsNotReversed() {
        PaymentView paid = counter.as(
                        Role.MANAGER,
                        s -> s.billing().payments(invoice.id(), com.servistech.erp.tenancy.Page.Request.first()))
                .items()
                .get(0);
        assertThatThrownBy(() ->
                        counter.as(Role.MANAGER, s -> s.billing().reverse(paid.id(), "Se cobró a otro cliente")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.invoice-refunded"));
    }

    @Test
    void whoMayApproveAsksToBeApprovedBySomebodyElse() {
        RefundView asked = ask(Role.SUPERVISOR, "CUSTOMER_CREDIT", Money.usd("0.01"));
        assertThat(asked.state()).isEqualTo("REQUESTED");
        assertThatThrownBy(() -> counter.as(Role.SUPERVISOR, s -> s.billing().approveRefund(asked.id())))
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("refunds.own-request"));
        assertThat(counter.as(Role.MANAGER, s -> s.billing().approveRefund(asked.id()))
                        .state())
                .isEqualTo("PAID");
    }

    @Test
    void withinTheStoresLimitOnePersonSufficesAndInPartsForNoMoreThanAtOnce() {
        LocalDate day = counter.as(Role.MANAGER, s -> s.today()).plusDays(1);
        NewLimit ten = new NewLimit(Limit.REFUND_ALONE, Money.usd("10.00"), day, "Decisión de la dueña");
        counter.as(Role.MANAGER, s -> s.limits().set(ten));
        assertThat(ask(Role.SUPERVISOR, "CUSTOMER_CREDIT", Money.usd("1.00")).state())
                .as("not before its day")
                .isEqualTo("REQUESTED");
        Counter.weekLater();
        assertThat(ask(Role.SUPERVISOR, "CUSTOMER_CREDIT", Money.usd("6.00")).state())
                .isEqualTo("PAID");
        assertThat(ask(Role.FRONT_DESK, "CUSTOMER_CREDIT", Money.usd("0.50")).state())
                .as("who may not approve never does")
                .isEqualTo("REQUESTED");
        assertThat(ask(Role.SUPERVISOR, "CUSTOMER_CREDIT", Money.usd("4.01")).state())
                .isEqualTo("REQUESTED");
        assertThat(ask(Role.SUPERVISOR, "CUSTOMER_CREDIT", Money.usd("4.00")).state())
                .isEqualTo("PAID");
    }

    private RefundView given(String method, Money amount) {
        RefundView asked = ask(Role.FRONT_DESK, method, amount);
        return counter.as(Role.SUPERVISOR, s -> s.billing().approveRefund(asked.id()));
    }

    private RefundView ask(Role role, String method, Money amount) {
        NewRefund refund = new NewRefund(method, amount, null, null, "Caja 1");
        return counter.as(role, s -> s.billing().refund(note.id(), refund));
    }

    private Money held() {
        return counter.as(Role.SUPERVISOR, s -> s.cash().report(session))
                .expected()
                .usd();
    }
}
