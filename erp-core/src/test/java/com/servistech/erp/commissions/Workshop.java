package com.servistech.erp.commissions;

import com.servistech.erp.Session;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.commissions.pay.NewPayout;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.NewQaResult;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.repairs.QaTest;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewPolicy;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A shop of its own in which devices are repaired, handed over and paid, by the acts of the counter and the workshop. */
final class Workshop {

    static final ErpFixture SHOP = ErpFixture.shared();
    static final BigDecimal R1 = new BigDecimal("872.3927");
    static final BigDecimal R2 = new BigDecimal("876.7976");

    private static int documents = 0;

    final StoreId store;
    final UUID technician;
    final UUID supervisor;
    private final IssuerCard issuer;
    private UUID customer;
    private UUID device;

    Workshop(String regime) {
        at("2026-09-28T09:00");
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 9, 28), R1, Optional.empty()));
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 6), R1, Optional.empty()));
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 13), R2, Optional.empty()));
            return null;
        });
        issuer = SHOP.issuer(regime);
        policy(Policy.MISSING_RATE, "PROVISIONAL_LAST_KNOWN");
        store = SHOP.store(
                issuer,
                Role.MANAGER,
                Role.SUPERVISOR,
                Role.FRONT_DESK,
                Role.WAREHOUSE,
                Role.ACCOUNTANT,
                Role.QA,
                Role.TECHNICIAN);
        technician = SHOP.person(store, Role.TECHNICIAN);
        supervisor = SHOP.person(store, Role.SUPERVISOR);
    }

    static Workshop open() {
        return new Workshop("ORDINARY");
    }

    /** By the clocks of Caracas. */
    static void at(String local) {
        at(LocalDateTime.parse(local).atZone(Work.CARACAS).toInstant());
    }

    static void at(Instant instant) {
        SHOP.clock.set(instant);
    }

    Workshop policy(Policy policy, String value) {
        LocalDate today = LocalDate.ofInstant(SHOP.clock.instant(), Work.CARACAS);
        SHOP.system(s -> s.policies().set(issuer.id(), new NewPolicy(policy, value, today, "Decisión del emisor")));
        return this;
    }

    <T> T as(Role role, Function<Session, T> act) {
        return SHOP.as(role, store, act);
    }

    <T> T as(UUID person, Role role, Function<Session, T> act) {
        UserCaller caller = new UserCaller(person, false, Map.of(store, role), new Origin("test", "10.0.0.1", null));
        return SHOP.erp.inStore(caller, store).write(act);
    }

    UUID hire(String name, Role role) {
        String email = UUID.randomUUID() + "@taller.test";
        return SHOP.system(s -> s.identity().add(new NewUser(name, email, role, store.value(), ErpFixture.PASSWORD)))
                .id();
    }

    /** Costs 38.00 with everything. */
    UUID screen() {
        return part(PartType.PART, "30.00", "3.00", "2.00");
    }

    UUID part(PartType type, String cost, String shipping, String operational) {
        return as(Role.WAREHOUSE, s -> {
            UUID id = s.inventory()
                    .enterPart(new NewPart(
                            "P-" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(),
                            "Repuesto",
                            type,
                            Money.usd(cost),
                            Money.usd(shipping),
                            Money.usd(operational),
                            Money.usd("60.00"),
                            1))
                    .id();
            s.inventory().move(new NewMovement(id, MovementKind.RECEIPT, 100, null, "compra"));
            return id;
        });
    }

    /** One that the technician has finished, with these parts set aside for it. */
    UUID ready(UUID who, Priority priority, UUID... parts) {
        UUID order = as(Role.FRONT_DESK, s -> {
            known(s);
            return s.repairs()
                    .receive(new NewOrder(customer, device, "Pantalla rota", priority, new Checklist(Map.of()), true))
                    .id();
        });
        as(who, Role.TECHNICIAN, s -> {
            s.repairs().move(order, OrderStatus.DIAGNOSIS, null);
            for (UUID part : parts) {
                s.repairs().reservePart(order, part, 1);
            }
            return s.repairs().move(order, OrderStatus.QA, null);
        });
        as(
                Role.QA,
                s -> s.repairs()
                        .recordQuality(
                                order, new NewQaResult(true, List.of(new QaTest("pantalla", true, null)), null)));
        return order;
    }

    UUID ready(UUID... parts) {
        return ready(technician, Priority.HIGH, parts);
    }

    void deliver(UUID order, Role by) {
        as(by, s -> s.handover().deliver(order, null));
    }

    /** By the supervisor, who has it in hand over. */
    void deliver(UUID order) {
        deliver(order, Role.SUPERVISOR);
    }

    InvoiceView invoice(UUID order, Money discount, NewInvoice.Line... lines) {
        return as(Role.FRONT_DESK, s -> {
            known(s);
            return s.billing().issue(new NewInvoice(customer, order, List.of(lines), discount));
        });
    }

    InvoiceView invoice(UUID order, NewInvoice.Line... lines) {
        return invoice(order, null, lines);
    }

    static NewInvoice.Line service(String price) {
        return new NewInvoice.Line(
                LineType.SERVICE, null, null, "Cambio de pantalla", 1, Money.usd(price), Tax.GENERAL, null);
    }

    static NewInvoice.Line part(UUID part, String price) {
        return new NewInvoice.Line(LineType.PART, part, null, "Pantalla", 1, Money.usd(price), Tax.GENERAL, null);
    }

    static NewInvoice.Line accessory(UUID part, UUID seller, String price) {
        return new NewInvoice.Line(LineType.ACCESSORY, part, seller, "Forro", 1, Money.usd(price), Tax.GENERAL, null);
    }

    /** By Zelle, confirmed at once. */
    PaymentView pay(InvoiceView invoice, Money amount) {
        LocalDate today = LocalDate.ofInstant(SHOP.clock.instant(), Work.CARACAS);
        PaymentData data = PaymentData.network("Ana Pérez", "Z" + UUID.randomUUID(), today);
        return as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .pay(invoice.id(), NewPayment.of("ZELLE", amount, data).confirmed()));
    }

    PaymentView payAll(InvoiceView invoice) {
        return pay(invoice, invoice.total());
    }

    /** The base case: net 100.00, of which a part that cost 38.00. */
    InvoiceView base(UUID order, UUID screen) {
        return invoice(order, service("40.00"), part(screen, "60.00"));
    }

    /** The base case, handed over and not paid yet. */
    InvoiceView deliveredAndBilled() {
        UUID screen = screen();
        UUID order = ready(screen);
        deliver(order);
        return base(order, screen);
    }

    void decide(Terms terms) {
        as(Role.MANAGER, s -> s.commissions().terms().decide(terms, s.today(), "decisión de la dueña"));
    }

    NoteView credit(InvoiceView invoice, NewCreditNote.Line... lines) {
        later();
        return as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(lines.length == 0 ? null : List.of(lines), "devolución")));
    }

    int settle(String period) {
        later();
        return as(Role.MANAGER, s -> s.commissions().settle(period)).entries();
    }

    /** Oldest first. */
    List<CommissionEntry> entries(String period, UUID person) {
        List<CommissionEntry> all = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<CommissionEntry> page =
                    as(Role.MANAGER, s -> s.commissions().list(period, person, new Page.Request(100, from)));
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        java.util.Collections.reverse(all);
        return all;
    }

    /** Kind and amount of each, oldest first: {@code EARN 21.70}. */
    List<String> said(String period, UUID person) {
        return entries(period, person).stream()
                .map(entry -> entry.kind() + " " + entry.amount().amount())
                .toList();
    }

    Money sum(String period, UUID person) {
        return entries(period, person).stream()
                .map(CommissionEntry::amount)
                .reduce(Money.zero(Currency.USD), Money::plus);
    }

    void approve(String period) {
        later();
        as(Role.ACCOUNTANT, s -> s.commissions().approve(period));
    }

    List<StatementView> payroll(String period) {
        return as(Role.MANAGER, s -> s.commissions().payroll(period)).people();
    }

    /** Everybody, by bank transfer. */
    List<StatementView> payOut(String period) {
        later();
        List<UUID> ids = payroll(period).stream().map(StatementView::id).toList();
        return as(Role.MANAGER, s -> s.commissions().pay(NewPayout.of(ids)));
    }

    void payAndClose(String period) {
        settle(period);
        approve(period);
        payOut(period);
        as(Role.ACCOUNTANT, s -> s.commissions().close(period));
    }

    /** Entries of one moment stand in no order. */
    private static void later() {
        at(SHOP.clock.instant().plusSeconds(1));
    }

    private void known(Session s) {
        if (customer == null) {
            String document = "V-" + (11_000_000 + documents());
            customer = s.customers()
                    .register(new NewCustomer("Ana Pérez", document, "04141234567", null, "Chacao, Caracas"))
                    .id();
            device = s.customers()
                    .registerDevice(customer, new NewDevice(DeviceType.PHONE, "Apple", "iPhone 13", null, null, null))
                    .id();
        }
    }

    private static synchronized int documents() {
        return documents++;
    }
}
