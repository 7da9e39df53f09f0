package com.servistech.erp.cli.demo;

import com.servistech.erp.Session;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.cash.Amounts;
import com.servistech.erp.cash.NewCount;
import com.servistech.erp.cash.NewExpense;
import com.servistech.erp.cash.NewTransfer;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.Checklist;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.NewQaResult;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.repairs.QaTest;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One shop's days: devices come in, are repaired, checked and handed over; the newest are still on the board. */
final class DemoShop {

    private static final String REGISTER = "Caja 1";

    private record Client(UUID customer, UUID device) {}

    private static final List<String> FIRST =
            List.of("Ana", "Luis", "María", "Pedro", "Gabriela", "Simón", "Rosa", "Iván");
    private static final List<String> LAST =
            List.of("García", "Rodríguez", "Fernández", "Contreras", "Zambrano", "Mora");
    private static final List<String> ISSUES = List.of(
            "Pantalla rota, el táctil no responde",
            "La batería dura dos horas",
            "No carga con ningún cable",
            "Se mojó y se apaga solo");
    private static final NewQaResult PASSED =
            new NewQaResult(true, List.of(new QaTest("pantalla", true, null), new QaTest("carga", true, null)), null);

    private final DemoClock clock;
    private final DemoStaff staff;
    private final DemoCatalogue catalogue;
    private final DemoOffice office;
    private final SplittableRandom random;
    private int references;
    private UUID session;
    private boolean deposited;
    private boolean carried;
    private final List<Client> clients = new ArrayList<>();

    DemoShop(DemoClock clock, DemoStaff staff, DemoCatalogue catalogue, long seed) {
        this.clock = clock;
        this.staff = staff;
        this.catalogue = catalogue;
        this.office = new DemoOffice(staff, catalogue);
        this.random = new SplittableRandom(seed);
    }

    /** A day so many days ago, from opening the register to closing it; on Sundays nobody comes. */
    void work(int back) {
        LocalDate day = LocalDate.ofInstant(clock.realNow(), Work.CARACAS).minusDays(back);
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return;
        }
        openRegister(day);
        day(day, back);
        closeRegister(day);
        if (day.getDayOfMonth() >= 28 || back <= 2) {
            office.settle(YearMonth.from(day));
        }
        office.payCommissions(YearMonth.from(day), day.getDayOfMonth());
    }

    /** Yesterday evening the accessories were counted, and the drawer is open for today. */
    void evening() {
        at(LocalDate.ofInstant(clock.realNow(), Work.CARACAS).minusDays(1), 20, 30);
        office.countAccessories();
        session = open();
    }

    private void day(LocalDate day, int back) {
        int orders = 1 + random.nextInt(2);
        for (int i = 0; i < orders; i++) {
            at(day, 9 + i, random.nextInt(60));
            Client client = client();
            UUID order = as(
                            Role.FRONT_DESK,
                            s -> s.repairs()
                                    .receive(new NewOrder(
                                            client.customer(),
                                            client.device(),
                                            ISSUES.get(random.nextInt(ISSUES.size())),
                                            Priority.values()[random.nextInt(4)],
                                            new Checklist(Map.of("enciende", random.nextInt(4) > 0, "trae SIM", false)),
                                            true)))
                    .id();
            repair(client, order, day, i, back);
        }
    }

    /** Devices of the last days stop somewhere on the way, so that the board has something to show. */
    private void repair(Client client, UUID order, LocalDate day, int hour, int back) {
        int steps = back > 4 ? 5 : random.nextInt(6);
        if (steps >= 1) {
            at(day, 11 + hour, 0);
            as(Role.SUPERVISOR, s -> s.repairs().assign(order, staff.id(Role.TECHNICIAN)));
            as(Role.TECHNICIAN, s -> s.repairs().move(order, OrderStatus.DIAGNOSIS, null));
        }
        if (steps >= 2) {
            at(day, 12 + hour, 15);
            UUID part = catalogue.sparePart(random.nextInt(100));
            as(Role.TECHNICIAN, s -> s.repairs().reservePart(order, part, 1));
            at(day, 13 + hour, 40);
            as(Role.TECHNICIAN, s -> s.repairs().move(order, OrderStatus.QA, "Repuesto instalado"));
        }
        if (steps >= 3) {
            at(day, 15 + hour, 5);
            as(Role.QA, s -> s.repairs().recordQuality(order, PASSED));
        }
        if (steps >= 5) {
            at(day, 16 + hour, 30);
            as(Role.FRONT_DESK, s -> s.handover().deliver(order, null));
            InvoiceView invoice = invoice(client, order);
            if (back <= 10 && !carried) {
                office.deliveryNote(invoice);
                carried = true;
            }
        } else if (steps >= 1 && !deposited) {
            Money deposit = Money.usd("20.00");
            as(Role.FRONT_DESK, s -> s.billing().deposit(order, cash(deposit)));
            deposited = true;
        }
    }

    /** Most pay at once: half in dollars, the rest by Pago Móvil, which the supervisor sees arrive. */
    private InvoiceView invoice(Client client, UUID order) {
        InvoiceView invoice = as(
                Role.FRONT_DESK,
                s -> s.billing()
                        .issue(new NewInvoice(
                                client.customer(),
                                order,
                                s.repairs().get(order).parts().stream()
                                        .map(part -> new NewInvoice.Line(
                                                LineType.PART,
                                                part.partId(),
                                                null,
                                                part.name(),
                                                part.quantity(),
                                                s.inventory()
                                                        .part(part.partId())
                                                        .price(),
                                                Tax.GENERAL,
                                                null))
                                        .collect(Collectors.collectingAndThen(Collectors.toList(), lines -> {
                                            lines.add(labour(lines.get(0).partId()));
                                            return lines;
                                        })),
                                null)));
        pay(invoice);
        return invoice;
    }

    /** Some owe it, some owe a half; the others pay in dollars, bolívares, by Zelle, card or transfer. */
    private void pay(InvoiceView invoice) {
        int way = random.nextInt(10);
        Money total = invoice.total();
        if (way == 0) {
            return;
        }
        if (way < 5) {
            Money half = Money.rounded(total.amount().divide(BigDecimal.valueOf(2)), Currency.USD);
            as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), cash(half)));
        }
        if (way == 1) {
            return;
        }
        if (way == 5) {
            // with the next note of five, and gets change
            BigDecimal notes = total.amount().divide(BigDecimal.valueOf(5), 0, RoundingMode.UP);
            Money handed = Money.rounded(notes.multiply(BigDecimal.valueOf(5)), Currency.USD);
            as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), cash(handed)));
            return;
        }
        NewPayment last = way == 6
                ? NewPayment.of("ZELLE", total, PaymentData.network("Cliente de la tienda", reference(), today()))
                : inBolivares(way, as(Role.FRONT_DESK, s -> s.billing().due(invoice.id())));
        UUID reported =
                as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), last)).id();
        as(Role.SUPERVISOR, s -> s.billing().confirm(reported));
    }

    private NewPayment inBolivares(int way, Money due) {
        if (way == 7) {
            return NewPayment.of("CARD", due, PaymentData.card("4242", "0017", reference()));
        }
        return NewPayment.of("PAGO_MOVIL", due, PaymentData.mobile("0102", "04141234567", reference(), today()));
    }

    /** At the price of the list. */
    private NewInvoice.Line labour(UUID part) {
        return new NewInvoice.Line(
                LineType.SERVICE, null, catalogue.labour(part), null, "Mano de obra", 1, null, Tax.GENERAL, null);
    }

    private static NewPayment cash(Money amount) {
        return NewPayment.cash(amount).at(REGISTER);
    }

    private String reference() {
        return staff.store().toString().substring(30) + "%012d".formatted(references++);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Work.CARACAS);
    }

    private void openRegister(LocalDate day) {
        at(day, 8, 0);
        session = open();
    }

    private UUID open() {
        return as(Role.FRONT_DESK, s -> s.cash().open(REGISTER, Money.usd("40.00"), Money.ves("0.00")))
                .id();
    }

    /** A taxi now and then, notes to the bank when there are many; on the last evening the drawer stays open. */
    private void closeRegister(LocalDate day) {
        at(day, 17, 30);
        if (random.nextInt(3) == 0) {
            NewExpense taxi = new NewExpense(Money.usd("3.50"), "TRANSPORTE", "Taxi del mensajero", "R-" + day);
            as(Role.FRONT_DESK, s -> s.cash().spend(session, taxi));
        }
        Amounts held = held();
        if (held.usd().compareTo(Money.usd("150.00")) > 0) {
            NewTransfer toBank = new NewTransfer(
                    NewTransfer.Kind.BANK_DEPOSIT, Money.usd("100.00"), null, reference(), "Depósito del día");
            as(Role.FRONT_DESK, s -> s.cash().move(session, toBank));
        }
        at(day, 20, 0);
        boolean missing = random.nextInt(15) == 0;
        Money counted = missing ? held().usd().minus(Money.usd("1.00")) : held().usd();
        String reason = missing ? "Se dio un dólar de más en un vuelto" : null;
        Money bolivares = held().ves();
        as(Role.FRONT_DESK, s -> s.cash().close(session, new NewCount(counted, bolivares, reason, List.of())));
    }

    private Amounts held() {
        return as(Role.SUPERVISOR, s -> s.cash().report(session)).expected();
    }

    /** Half of the visits are of somebody who has been here before. */
    private Client client() {
        if (!clients.isEmpty() && random.nextBoolean()) {
            return clients.get(random.nextInt(clients.size()));
        }
        String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
        String document = "V-" + (10_000_000 + clients.size() * 9_973 + random.nextInt(9_000));
        String phone = "0414-%07d".formatted(1_000_000 + random.nextInt(8_999_999));
        DemoCatalogue.Model model = DemoCatalogue.MODELS.get(random.nextInt(DemoCatalogue.MODELS.size()));
        Client client = as(Role.FRONT_DESK, s -> {
            UUID customer = s.customers()
                    .register(new NewCustomer(name, document, phone, null, null))
                    .id();
            UUID device = s.customers()
                    .registerDevice(
                            customer,
                            new NewDevice(DeviceType.PHONE, model.brand(), model.name(), null, imei(), "Negro"))
                    .id();
            return new Client(customer, device);
        });
        clients.add(client);
        return client;
    }

    private String imei() {
        StringBuilder digits = new StringBuilder("35");
        for (int i = 0; i < 12; i++) {
            digits.append(random.nextInt(10));
        }
        int sum = 0;
        for (int i = 0; i < 14; i++) {
            int digit = digits.charAt(i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.append((10 - sum % 10) % 10).toString();
    }

    private void at(LocalDate day, int hour, int minute) {
        Instant instant =
                day.atTime(LocalTime.of(hour, minute)).atZone(Work.CARACAS).toInstant();
        clock.set(instant);
    }

    private <T> T as(Role role, Function<Session, T> act) {
        return staff.as(role, act);
    }
}
