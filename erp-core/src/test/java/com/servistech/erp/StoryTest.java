package com.servistech.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceQuery;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.cash.CashCount;
import com.servistech.erp.cash.NewCount;
import com.servistech.erp.commissions.CommissionEntry;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.NewQaResult;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.repairs.QaTest;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop's day in plain Java: intake, repair, handover, invoice, cash and Pago Móvil, commission. */
class StoryTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final StoreId CCS = SHOP.ccs;
    private static final BigDecimal RATE = new BigDecimal("872.3927");
    private static int documents = 0;

    @BeforeAll
    static void theBankPublished() {
        SHOP.clock.set(Instant.parse("2026-10-06T15:00:00Z"));
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 6), RATE, Optional.empty()));
            return null;
        });
    }

    @Test
    void aRepairIsInvoicedPaidInTwoWaysAndTheTechnicianEarns() {
        CustomerView ana = customer();
        UUID part = part(10);
        UUID order = delivered(ana, part);
        UUID session = SHOP.as(
                        Role.FRONT_DESK,
                        CCS,
                        s -> s.cash().open(order.toString(), Money.usd("20.00"), Money.ves("0.00")))
                .id();

        InvoiceView invoice = SHOP.as(
                Role.FRONT_DESK,
                CCS,
                s -> s.billing()
                        .issue(new NewInvoice(
                                ana.id(),
                                order,
                                List.of(
                                        line(LineType.SERVICE, null, "Cambio de pantalla", "62.00"),
                                        line(LineType.PART, part, "Pantalla", "38.00")),
                                null)));
        assertThat(invoice.total()).isEqualTo(Money.usd("116.00"));
        assertThat(invoice.totalVes()).isEqualTo(Money.ves("101197.55"));
        assertThat(invoice.rate().rate()).isEqualByComparingTo(RATE);
        assertThat(invoice.status()).isEqualTo("PENDING");

        PaymentView cash = pay(Role.FRONT_DESK, invoice.id(), "CASH_USD", Money.usd("58.00"), false);
        assertThat(cash.state()).isEqualTo("CONFIRMED");
        assertThat(cash.balance()).isEqualTo(Money.usd("58.00"));
        assertThat(settle()).isEmpty();

        Money rest = cash.balanceVes();
        PaymentView reported = pay(Role.FRONT_DESK, invoice.id(), "PAGO_MOVIL", rest, false);
        assertThat(reported.state()).isEqualTo("REPORTED");
        assertThat(reported.balance()).isEqualTo(Money.usd("58.00"));
        PaymentView confirmed = SHOP.as(Role.SUPERVISOR, CCS, s -> s.billing().confirm(reported.id()));
        assertThat(confirmed.balance()).isEqualTo(Money.usd("0.00"));
        assertThat(confirmed.status()).isEqualTo("PAID");
        assertThatThrownBy(() -> SHOP.as(Role.SUPERVISOR, CCS, s -> s.billing().confirm(reported.id())))
                .isInstanceOf(Conflict.class);

        // part: 20.00 + 2.00 shipping + 1.00 + 2.00 warranty fund = 25.00; profit 75.00; 35 % of it
        List<CommissionEntry> earned = settle();
        assertThat(earned)
                .filteredOn(entry -> order.equals(entry.orderId()))
                .extracting(CommissionEntry::amount)
                .containsExactly(Money.usd("26.25"));
        int before = earned.size();
        assertThat(settle()).hasSize(before);

        CashCount count = SHOP.as(
                Role.FRONT_DESK,
                CCS,
                s -> s.cash().close(session, new NewCount(Money.usd("78.00"), Money.ves("0.00"), null, List.of())));
        assertThat(count.difference().usd().isZero()).isTrue();
        assertThatThrownBy(
                        () -> SHOP.as(Role.MANAGER, SHOP.vln, s -> s.billing().get(invoice.id())))
                .isInstanceOf(NotFound.class);
        assertThat(SHOP.as(
                                Role.MANAGER,
                                SHOP.vln,
                                s -> s.billing().list(new InvoiceQuery(null, null, null, Page.Request.first())))
                        .items())
                .noneMatch(other -> other.id().equals(invoice.id()));
        assertThat(SHOP.as(Role.MANAGER, CCS, s -> s.audit().verify()).findings())
                .isEmpty();
    }

    @Test
    void anOrderIsInvoicedOnceAndAWrongPaymentSaysWhere() {
        CustomerView ana = customer();
        UUID order = delivered(ana, part(5));
        NewInvoice input =
                new NewInvoice(ana.id(), order, List.of(line(LineType.SERVICE, null, "Revisión", "10.00")), null);
        InvoiceView invoice = SHOP.as(Role.FRONT_DESK, CCS, s -> s.billing().issue(input));
        assertThatThrownBy(() -> SHOP.as(Role.FRONT_DESK, CCS, s -> s.billing().issue(input)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> pay(Role.FRONT_DESK, invoice.id(), "CASH_USD", Money.ves("1.00"), false))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/amount/currency"));
        assertThatThrownBy(() -> pay(Role.SUPERVISOR, invoice.id(), "CASH_USD", Money.usd("1.00"), false))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("cash.no-open-session"));
        assertThatThrownBy(() -> pay(Role.FRONT_DESK, invoice.id(), "PAGO_MOVIL", Money.ves("100.00"), true))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SHOP.as(
                        Role.FRONT_DESK,
                        CCS,
                        s -> s.billing()
                                .pay(invoice.id(), NewPayment.of("PAGO_MOVIL", Money.ves("1.00"), PaymentData.none()))))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.problems()).hasSize(4));
    }

    @Test
    void oneReferencePaysOnceAndIsFreeAgainWhenRejected() {
        InvoiceView first = counter("10.00");
        InvoiceView second = counter("10.00");
        String reference = "R" + UUID.randomUUID();
        PaymentView reported = mobile(first.id(), Money.ves("500.00"), reference);
        assertThatThrownBy(() -> mobile(second.id(), Money.ves("500.00"), reference))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.reference-used"));
        SHOP.as(Role.SUPERVISOR, CCS, s -> s.billing().reject(reported.id(), "no llegó al banco"));
        assertThat(mobile(second.id(), Money.ves("500.00"), reference).state()).isEqualTo("REPORTED");
    }

    @Test
    void invoicesOfManyTillsAtOnceAreNumberedWithoutAGap() throws Exception {
        ExecutorService tills = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Long>> sales = java.util.Collections.nCopies(
                    24, () -> Long.parseLong(counter("5.00").number().substring(2)));
            List<Long> numbers = tills.invokeAll(sales).stream()
                    .map(StoryTest::result)
                    .sorted()
                    .toList();
            assertThat(numbers.get(23) - numbers.get(0)).isEqualTo(23);
            assertThat(numbers).doesNotHaveDuplicates();
        } finally {
            tills.shutdown();
        }
    }

    @Test
    void twoCashiersCannotPayOneInvoiceTwice() throws Exception {
        InvoiceView invoice = counter("10.00");
        SHOP.as(Role.MANAGER, CCS, s -> s.cash().open(invoice.id().toString(), Money.usd("0.00"), Money.ves("0.00")));
        ExecutorService tills = Executors.newFixedThreadPool(2);
        try {
            Callable<String> pay = () -> {
                try {
                    return pay(Role.MANAGER, invoice.id(), "CASH_USD", invoice.total(), false)
                            .state();
                } catch (Conflict e) {
                    return e.code();
                }
            };
            assertThat(tills.invokeAll(List.of(pay, pay)).stream()
                            .map(StoryTest::result)
                            .toList())
                    .containsExactlyInAnyOrder("CONFIRMED", "invoices.paid");
        } finally {
            tills.shutdown();
        }
    }

    private static List<CommissionEntry> settle() {
        SHOP.as(Role.MANAGER, CCS, s -> s.commissions().settle("2026-10"));
        return SHOP.as(Role.TECHNICIAN, CCS, s -> s.commissions().list("2026-10", null, new Page.Request(100, null)))
                .items();
    }

    private static PaymentView pay(Role role, UUID invoice, String method, Money amount, boolean confirm) {
        boolean electronic = method.equals("PAGO_MOVIL");
        PaymentData data = electronic
                ? PaymentData.mobile("0102", "04141234567", "R" + UUID.randomUUID(), LocalDate.of(2026, 10, 6))
                : PaymentData.none();
        NewPayment payment = NewPayment.of(method, amount, data);
        return SHOP.as(role, CCS, s -> s.billing().pay(invoice, confirm ? payment.confirmed() : payment));
    }

    private static PaymentView mobile(UUID invoice, Money amount, String reference) {
        PaymentData data = PaymentData.mobile("0102", "04141234567", reference, LocalDate.of(2026, 10, 6));
        return SHOP.as(Role.FRONT_DESK, CCS, s -> s.billing().pay(invoice, NewPayment.of("PAGO_MOVIL", amount, data)));
    }

    private static InvoiceView counter(String price) {
        UUID customer = customer().id();
        return SHOP.as(
                Role.FRONT_DESK,
                CCS,
                s -> s.billing()
                        .issue(new NewInvoice(
                                customer, null, List.of(line(LineType.SERVICE, null, "Limpieza", price)), null)));
    }

    private static NewInvoice.Line line(LineType type, UUID part, String text, String price) {
        return new NewInvoice.Line(type, part, null, text, 1, Money.usd(price), Tax.GENERAL, null);
    }

    private static synchronized CustomerView customer() {
        String document = "V-" + (25_000_000 + documents++);
        return SHOP.as(
                Role.FRONT_DESK,
                CCS,
                s -> s.customers().register(new NewCustomer("Ana Pérez", document, "04141234567", null, null)));
    }

    private static UUID part(int stock) {
        return SHOP.as(Role.WAREHOUSE, CCS, s -> {
            UUID id = s.inventory()
                    .enterPart(new NewPart(
                            "LCD-" + UUID.randomUUID().toString().substring(0, 8),
                            "Pantalla",
                            PartType.PART,
                            Money.usd("20.00"),
                            Money.usd("2.00"),
                            Money.usd("1.00"),
                            Money.usd("38.00"),
                            1))
                    .id();
            s.inventory().move(new NewMovement(id, MovementKind.RECEIPT, stock, null, "compra"));
            return id;
        });
    }

    private static UUID delivered(CustomerView customer, UUID part) {
        UUID order = SHOP.as(Role.FRONT_DESK, CCS, s -> {
            UUID device = s.customers()
                    .registerDevice(
                            customer.id(), new NewDevice(DeviceType.PHONE, "Apple", "iPhone 13", null, null, null))
                    .id();
            return s.repairs()
                    .receive(new NewOrder(
                            customer.id(), device, "Pantalla rota", Priority.HIGH, new Checklist(Map.of()), true))
                    .id();
        });
        SHOP.as(Role.TECHNICIAN, CCS, s -> s.repairs().move(order, OrderStatus.DIAGNOSIS, null));
        SHOP.as(Role.TECHNICIAN, CCS, s -> s.repairs().reservePart(order, part, 1));
        SHOP.as(Role.TECHNICIAN, CCS, s -> s.repairs().move(order, OrderStatus.QA, null));
        SHOP.as(
                Role.QA,
                CCS,
                s -> s.repairs()
                        .recordQuality(
                                order, new NewQaResult(true, List.of(new QaTest("pantalla", true, null)), null)));
        SHOP.as(Role.FRONT_DESK, CCS, s -> s.handover().deliver(order, null));
        return order;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
