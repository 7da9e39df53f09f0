package com.servistech.erp.billing.payment;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.cash.Amounts;
import com.servistech.erp.cash.NewCount;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop's counter on the two days of the worked examples: R1 on 2026-10-06, R2 on 2026-10-13. */
final class Till {

    static final BigDecimal R1 = new BigDecimal("872.3927");
    static final BigDecimal R2 = new BigDecimal("876.7976");
    static final LocalDate DAY = LocalDate.of(2026, 10, 6);
    static final LocalDate WEEK_LATER = LocalDate.of(2026, 10, 13);

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final AtomicInteger DOCUMENTS = new AtomicInteger(27_100_000);

    final StoreId store;

    Till(StoreId store) {
        this.store = store;
    }

    static void theBankPublished() {
        SHOP.clock.set(Instant.parse("2026-10-06T15:00:00Z"));
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(DAY, R1, Optional.empty()));
            s.rates().take(new BcvHistory.Day(WEEK_LATER, R2, Optional.empty()));
            return null;
        });
    }

    static void on(LocalDate day) {
        SHOP.clock.set(Instant.parse(day + "T15:00:00Z"));
    }

    UUID customer() {
        String document = "V-" + DOCUMENTS.incrementAndGet();
        return SHOP.as(
                        Role.FRONT_DESK,
                        store,
                        s -> s.customers().register(new NewCustomer("Ana Pérez", document, "04141234567", null, null)))
                .id();
    }

    InvoiceView invoice(String net) {
        return invoice(customer(), null, net);
    }

    InvoiceView invoice(UUID customer, UUID order, String net) {
        NewInvoice.Line line = new NewInvoice.Line(
                LineType.SERVICE, null, null, "Cambio de pantalla", 1, Money.usd(net), Tax.GENERAL, null);
        return SHOP.as(
                Role.FRONT_DESK, store, s -> s.billing().issue(new NewInvoice(customer, order, List.of(line), null)));
    }

    UUID order(UUID customer) {
        return SHOP.as(Role.FRONT_DESK, store, s -> {
            UUID device = s.customers()
                    .registerDevice(customer, new NewDevice(DeviceType.PHONE, "Apple", "iPhone 13", null, null, null))
                    .id();
            NewOrder intake =
                    new NewOrder(customer, device, "Pantalla rota", Priority.HIGH, new Checklist(Map.of()), true);
            return s.repairs().receive(intake).id();
        });
    }

    UUID open(String usd, String ves) {
        String register = "Caja " + UUID.randomUUID().toString().substring(0, 8);
        return SHOP.as(Role.FRONT_DESK, store, s -> s.cash().open(register, Money.usd(usd), Money.ves(ves)))
                .id();
    }

    Amounts held(UUID session) {
        return SHOP.as(Role.SUPERVISOR, store, s -> s.cash().report(session)).expected();
    }

    PaymentView pay(UUID invoice, NewPayment payment) {
        return SHOP.as(Role.FRONT_DESK, store, s -> s.billing().pay(invoice, payment));
    }

    PaymentView arrived(UUID invoice, NewPayment payment) {
        PaymentView reported = pay(invoice, payment);
        return SHOP.as(Role.SUPERVISOR, store, s -> s.billing().confirm(reported.id()));
    }

    PaymentPreview preview(UUID invoice, NewPayment payment) {
        return SHOP.as(Role.FRONT_DESK, store, s -> s.billing().preview(invoice, payment, null));
    }

    static NewPayment mobile(Money ves) {
        LocalDate today = LocalDate.ofInstant(SHOP.clock.instant(), com.servistech.erp.tenancy.Work.CARACAS);
        return NewPayment.of("PAGO_MOVIL", ves, PaymentData.mobile("0102", "0414-1234567", reference(), today));
    }

    static String reference() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /** Closes what a test left open, as it is. */
    void closeAll() {
        SHOP.as(Role.MANAGER, store, s -> s.cash().list(new Page.Request(100, null))).items().stream()
                .filter(session -> session.state().equals("OPEN"))
                .forEach(session -> SHOP.as(Role.MANAGER, store, s -> {
                    Amounts held = s.cash().report(session.id()).expected();
                    return s.cash().close(session.id(), new NewCount(held.usd(), held.ves(), null, List.of()));
                }));
    }

    /** Six at a time. */
    static List<String> atOnce(List<Callable<String>> acts) throws Exception {
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
