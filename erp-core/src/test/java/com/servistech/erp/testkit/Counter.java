package com.servistech.erp.testkit;

import com.servistech.erp.Session;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewPolicy;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A shop of its own with an issuer of its own, at the counter of which the worked examples happen. */
public final class Counter {

    /** The rates of the worked examples, by value date. */
    public static final BigDecimal R1 = ErpFixture.R1;

    public static final BigDecimal R2 = ErpFixture.R2;

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static int customers = 0;

    public final IssuerCard issuer;
    public final StoreId store;

    private Counter(IssuerCard issuer) {
        this.issuer = issuer;
        this.store = SHOP.store(
                issuer,
                Role.MANAGER,
                Role.SUPERVISOR,
                Role.FRONT_DESK,
                Role.WAREHOUSE,
                Role.ACCOUNTANT,
                Role.TECHNICIAN);
    }

    public static Counter of(String regime) {
        firstDay();
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 6), R1, Optional.empty()));
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 10, 13), R2, Optional.empty()));
            return null;
        });
        return new Counter(SHOP.issuer(regime));
    }

    /** Another store of the same issuer, with its own series. */
    public Counter sister() {
        return new Counter(issuer);
    }

    /** The day of R1. */
    public static void firstDay() {
        SHOP.clock.set(Instant.parse("2026-10-06T15:00:00Z"));
    }

    /** The day of R2, a week later. */
    public static void weekLater() {
        SHOP.clock.set(Instant.parse("2026-10-13T15:00:00Z"));
    }

    public Counter with(Policy policy, String value) {
        LocalDate today = LocalDate.ofInstant(SHOP.clock.instant(), com.servistech.erp.tenancy.Work.CARACAS);
        SHOP.system(s -> s.policies().set(issuer.id(), new NewPolicy(policy, value, today, "Decisión del emisor")));
        return this;
    }

    public <T> T as(Role role, Function<Session, T> act) {
        return SHOP.as(role, store, act);
    }

    public synchronized UUID customer() {
        String document = "V-" + (18_000_000 + customers++);
        return as(
                        Role.FRONT_DESK,
                        s -> s.customers()
                                .register(
                                        new NewCustomer("Ana Pérez", document, "04141234567", null, "Chacao, Caracas")))
                .id();
    }

    public InvoiceView issue(NewInvoice.Line... lines) {
        return issue(null, lines);
    }

    public InvoiceView issue(Money discount, NewInvoice.Line... lines) {
        NewInvoice input = invoice(discount, lines);
        return as(Role.FRONT_DESK, s -> s.billing().issue(input));
    }

    public NewInvoice invoice(Money discount, NewInvoice.Line... lines) {
        return new NewInvoice(customer(), null, List.of(lines), discount);
    }

    /** A part on the shelf that costs 25.00 with everything, and sells for 38.00. */
    public UUID part(int stock) {
        return as(Role.WAREHOUSE, s -> {
            UUID id = s.inventory()
                    .enterPart(new NewPart(
                            "CAB-" + UUID.randomUUID().toString().substring(0, 8),
                            "Cable",
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

    public int onHand(UUID part) {
        return as(Role.WAREHOUSE, s -> s.inventory().stock(part)).onHand();
    }

    public static NewInvoice.Line service(String text, String price) {
        return line(text, price, Tax.GENERAL);
    }

    public static NewInvoice.Line line(String text, String price, Tax tax) {
        return new NewInvoice.Line(LineType.SERVICE, null, null, text, 1, Money.usd(price), tax, null);
    }

    public static NewInvoice.Line part(UUID part, int quantity, String price) {
        return new NewInvoice.Line(LineType.PART, part, null, "Cable", quantity, Money.usd(price), Tax.GENERAL, null);
    }
}
