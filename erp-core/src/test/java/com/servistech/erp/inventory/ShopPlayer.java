package com.servistech.erp.inventory;

import com.servistech.erp.Session;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.counts.CountStatus;
import com.servistech.erp.counts.CountView;
import com.servistech.erp.counts.NewCount;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.inventory.PlainShelves.Cents;
import com.servistech.erp.kit.ShopYear;
import com.servistech.erp.kit.ShopYear.Count;
import com.servistech.erp.kit.ShopYear.Credit;
import com.servistech.erp.kit.ShopYear.Receipt;
import com.servistech.erp.kit.ShopYear.Repair;
import com.servistech.erp.kit.ShopYear.Sale;
import com.servistech.erp.kit.ShopYear.Shift;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.repairs.NewQaResult;
import com.servistech.erp.repairs.OrderStatus;
import com.servistech.erp.repairs.QaTest;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import com.servistech.erp.transfers.Arrival;
import com.servistech.erp.transfers.NewTransfer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Plays the wishes of a {@link ShopYear} through the acts of two real shops, and in plain arithmetic beside them. */
final class ShopPlayer {

    /** A line of a sale that may be taken back, with what it had cost. */
    private static final class Sold {
        private final UUID invoice;
        private final int line;
        private final int part;
        private final int pieces;
        private final Cents cost;
        private int credited;
        private int restocked;

        Sold(UUID invoice, int line, int part, int pieces, Cents cost) {
            this.invoice = invoice;
            this.line = line;
            this.part = part;
            this.pieces = pieces;
            this.cost = cost;
        }
    }

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final int PRICE = 4_000;
    private static final long SHIPPING = 150;
    private static final long OPERATIONAL = 75;
    private static final long LISTED = 1_995;

    private final List<Counter> shops;
    private final List<PlainShelves> plain = List.of(new PlainShelves(), new PlainShelves());
    private final List<List<Sold>> sold = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<UUID> parts = new ArrayList<>();
    private final List<UUID> customers = new ArrayList<>();
    private final List<UUID> devices = new ArrayList<>();
    private final Map<String, Integer> granted = new TreeMap<>();
    private BigDecimal rate;

    ShopPlayer(int count, LocalDate from) {
        Counter first = Counter.of("ORDINARY");
        moveTo(from);
        shops = List.of(first, first.sister());
        for (Counter shop : shops) {
            customers.add(shop.customer());
            devices.add(shop.as(
                            Role.FRONT_DESK,
                            s -> s.customers()
                                    .registerDevice(
                                            customers.get(customers.size() - 1),
                                            new NewDevice(DeviceType.PHONE, "Apple", "iPhone 11", null, null, null)))
                    .id());
        }
        for (int i = 0; i < count; i++) {
            int number = i;
            parts.add(shops.get(0)
                    .as(
                            Role.WAREHOUSE,
                            s -> s.inventory()
                                    .enterPart(new NewPart(
                                            "YEAR-" + number + "-"
                                                    + UUID.randomUUID()
                                                            .toString()
                                                            .substring(0, 8),
                                            "Repuesto " + number,
                                            number % 3 == 0 ? PartType.ACCESSORY : PartType.PART,
                                            usd(LISTED),
                                            usd(SHIPPING),
                                            usd(OPERATIONAL),
                                            usd(PRICE),
                                            2)))
                    .id());
        }
        publish(from);
        begin(from);
    }

    PlainShelves plain(int shop) {
        return plain.get(shop);
    }

    /** How many wishes of each kind could be granted. */
    Map<String, Integer> granted() {
        return granted;
    }

    int onHand(int shop, int part) {
        return shops.get(shop).onHand(parts.get(part));
    }

    <T> T as(int shop, Role role, Function<Session, T> act) {
        return shops.get(shop).as(role, act);
    }

    /** What the books of a shop say that its sales cost. */
    Cents costOfSales(int shop) {
        return SHOP.work(
                Role.ACCOUNTANT,
                shops.get(shop).store,
                work -> work.sql()
                        .first(
                                row -> new Cents(
                                        row.decimal("usd").unscaledValue(),
                                        row.decimal("ves").unscaledValue()),
                                "select coalesce(sum(amount), 0.00) usd, coalesce(sum(ves), 0.00) ves from erp.journal_lines"
                                        + " where store_id = ? and account = 'COST_OF_SALES'",
                                work.store())
                        .orElseThrow());
    }

    /** Another day, with the rate that documents use on it. */
    void begin(LocalDate day) {
        moveTo(day);
        rate = as(
                        0,
                        Role.MANAGER,
                        s -> s.rates()
                                .forDocument(
                                        day,
                                        s.stores()
                                                .get(shops.get(0).store.value())
                                                .issuer()))
                .rate();
    }

    void play(ShopYear.Wish wish) {
        boolean done;
        if (wish instanceof Receipt receipt) {
            done = receive(receipt);
        } else if (wish instanceof Sale sale) {
            done = sell(sale);
        } else if (wish instanceof Repair repair) {
            done = repair(repair);
        } else if (wish instanceof Credit credit) {
            done = credit(credit);
        } else if (wish instanceof Count count) {
            done = count(count);
        } else {
            done = shift((Shift) wish);
        }
        if (done) {
            String kind = wish instanceof Credit c && c.restock()
                    ? "Restock"
                    : wish.getClass().getSimpleName();
            granted.merge(kind, 1, Integer::sum);
        }
    }

    private boolean receive(Receipt wish) {
        as(
                wish.shop(),
                Role.WAREHOUSE,
                s -> s.inventory()
                        .move(new NewMovement(
                                parts.get(wish.part()),
                                MovementKind.RECEIPT,
                                wish.pieces(),
                                usd(wish.paidCents()),
                                "compra")));
        plain(wish.shop()).put(wish.part(), wish.pieces(), landed(wish.paidCents(), wish.pieces()));
        return true;
    }

    private boolean sell(Sale wish) {
        PlainShelves shelves = plain(wish.shop());
        boolean there = wish.lines().stream().allMatch(line -> shelves.pieces(line.part()) >= line.pieces());
        long total = wish.lines().stream()
                .mapToLong(line -> (long) PRICE * line.pieces())
                .sum();
        Money discount = wish.discountPercent() == 0 ? null : usd(total * wish.discountPercent() / 100);
        List<NewInvoice.Line> lines = wish.lines().stream()
                .map(line -> item(line.part(), line.pieces()))
                .toList();
        NewInvoice input = new NewInvoice(customers.get(wish.shop()), null, lines, discount);
        Optional<InvoiceView> invoice = attempt(
                there, () -> as(wish.shop(), Role.FRONT_DESK, s -> s.billing().issue(input)));
        for (int i = 0; there && i < wish.lines().size(); i++) {
            ShopYear.Line line = wish.lines().get(i);
            Cents cost = shelves.sell(line.part(), line.pieces());
            sold.get(wish.shop()).add(new Sold(invoice.orElseThrow().id(), i, line.part(), line.pieces(), cost));
        }
        return there;
    }

    private boolean repair(Repair wish) {
        UUID part = parts.get(wish.part());
        UUID customer = customers.get(wish.shop());
        UUID order = as(
                        wish.shop(),
                        Role.FRONT_DESK,
                        s -> s.repairs()
                                .receive(new NewOrder(
                                        customer, devices.get(wish.shop()), "No enciende", null, null, true)))
                .id();
        as(wish.shop(), Role.TECHNICIAN, s -> s.repairs().move(order, OrderStatus.DIAGNOSIS, null));
        boolean there = plain(wish.shop()).pieces(wish.part()) >= wish.pieces();
        attempt(
                there,
                () -> as(wish.shop(), Role.TECHNICIAN, s -> s.repairs().reservePart(order, part, wish.pieces())));
        if (!there || wish.cancelled()) {
            as(wish.shop(), Role.FRONT_DESK, s -> s.repairs().move(order, OrderStatus.CANCELLED, "El cliente desiste"));
            return there;
        }
        as(wish.shop(), Role.TECHNICIAN, s -> s.repairs().move(order, OrderStatus.QA, null));
        as(
                wish.shop(),
                Role.SUPERVISOR,
                s -> s.repairs()
                        .recordQuality(
                                order, new NewQaResult(true, List.of(new QaTest("enciende", true, null)), null)));
        as(wish.shop(), Role.FRONT_DESK, s -> s.handover().deliver(order, null));
        List<NewInvoice.Line> lines = new ArrayList<>();
        lines.add(new NewInvoice.Line(
                LineType.SERVICE, null, null, "Mano de obra", 1, usd(wish.labourCents()), Tax.GENERAL, null));
        if (wish.billed() > 0) {
            lines.add(item(wish.part(), wish.billed()));
        }
        as(wish.shop(), Role.FRONT_DESK, s -> s.billing().issue(new NewInvoice(customer, order, lines, null)));
        plain(wish.shop()).sell(wish.part(), wish.pieces());
        return true;
    }

    private boolean credit(Credit wish) {
        List<Sold> newest = sold.get(wish.shop());
        if (newest.size() < wish.sale()) {
            return false;
        }
        Sold line = newest.get(newest.size() - wish.sale());
        if (line.credited == line.pieces) {
            return false;
        }
        NewCreditNote note =
                new NewCreditNote(List.of(new NewCreditNote.Line(line.line, 1, wish.restock())), "no le sirve");
        as(wish.shop(), Role.SUPERVISOR, s -> s.billing().credit(line.invoice, note));
        line.credited++;
        if (wish.restock()) {
            Cents before = line.restocked == 0 ? Cents.NONE : line.cost.share(line.restocked, line.pieces);
            line.restocked++;
            plain(wish.shop())
                    .takeBack(
                            line.part,
                            1,
                            line.cost.share(line.restocked, line.pieces).minus(before));
        }
        return true;
    }

    private boolean count(Count wish) {
        PlainShelves shelves = plain(wish.shop());
        int there = shelves.pieces(wish.part());
        int found = Math.max(0, there + wish.difference());
        UUID part = parts.get(wish.part());
        CountView count = as(wish.shop(), Role.WAREHOUSE, s -> {
            UUID id = s.counts().open(new NewCount("Vitrina", List.of(part))).id();
            s.counts().count(id, part, found);
            return s.counts().submit(id, "revisado");
        });
        if (count.status() == CountStatus.AWAITING_APPROVAL) {
            as(wish.shop(), Role.MANAGER, s -> s.counts().decide(count.id(), true, null));
        }
        if (found < there) {
            shelves.take(wish.part(), there - found);
        } else if (found > there) {
            Cents added = there == 0
                    ? landed(LISTED, found)
                    : shelves.worth(wish.part()).share(found - there, there);
            shelves.put(wish.part(), found - there, added);
        }
        return true;
    }

    private boolean shift(Shift wish) {
        int to = 1 - wish.fromShop();
        UUID part = parts.get(wish.part());
        NewTransfer input = new NewTransfer(
                shops.get(wish.fromShop()).store.value(),
                shops.get(to).store.value(),
                List.of(new NewTransfer.Pieces(part, wish.pieces())),
                null);
        UUID id = as(wish.fromShop(), Role.WAREHOUSE, s -> s.transfers().request(input))
                .id();
        boolean there = plain(wish.fromShop()).pieces(wish.part()) >= wish.pieces();
        attempt(
                there,
                () -> as(wish.fromShop(), Role.WAREHOUSE, s -> s.transfers().send(id, null)));
        if (!there) {
            as(wish.fromShop(), Role.WAREHOUSE, s -> s.transfers().cancel(id, "no hay"));
            return false;
        }
        SHOP.erp.carryTransfers();
        int received = wish.pieces() - wish.returned() - wish.lost();
        Arrival arrival = new Arrival(List.of(new Arrival.Line(part, received, wish.lost())), "así llegó");
        as(to, Role.MANAGER, s -> s.transfers().receive(id, arrival));
        SHOP.erp.carryTransfers();
        Cents sent = plain(wish.fromShop()).take(wish.part(), wish.pieces());
        Cents arrived = received == 0 ? Cents.NONE : sent.share(received, wish.pieces());
        int kept = received + wish.returned();
        Cents keptWorth = kept == 0 ? Cents.NONE : sent.share(kept, wish.pieces());
        plain(to).put(wish.part(), received, arrived);
        plain(wish.fromShop()).put(wish.part(), wish.returned(), keptWorth.minus(arrived));
        return true;
    }

    /** Cost, shipping, operation and a warranty fund of 10 %, half a cent up. */
    private Cents landed(long paidCents, int pieces) {
        long one = paidCents + SHIPPING + OPERATIONAL + (paidCents + 5) / 10;
        return Cents.of(one * pieces, rate);
    }

    private <T> Optional<T> attempt(boolean possible, java.util.function.Supplier<T> act) {
        try {
            T done = act.get();
            if (!possible) {
                throw new AssertionError("what was not there was given away");
            }
            return Optional.of(done);
        } catch (Conflict e) {
            if (possible || !e.code().equals("inventory.insufficient-stock")) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private NewInvoice.Line item(int part, int pieces) {
        LineType type = part % 3 == 0 ? LineType.ACCESSORY : LineType.PART;
        return new NewInvoice.Line(
                type, parts.get(part), null, "Repuesto " + part, pieces, usd(PRICE), Tax.GENERAL, null);
    }

    /** A year of banking days and some more, with another rate each week. */
    private static void publish(LocalDate from) {
        SHOP.system(s -> {
            BigDecimal of = new BigDecimal("4.1234");
            for (LocalDate day = from; day.isBefore(from.plusDays(380)); day = day.plusDays(1)) {
                if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                    of = of.multiply(new BigDecimal("1.0137")).setScale(4, RoundingMode.HALF_UP);
                }
                if (day.getDayOfWeek().getValue() < 6) {
                    s.rates().take(new BcvHistory.Day(day, of, Optional.empty()));
                }
            }
            return null;
        });
    }

    private static void moveTo(LocalDate day) {
        SHOP.clock.set(day.atTime(LocalTime.of(10, 0)).atZone(Work.CARACAS).toInstant());
    }

    private static Money usd(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2), Currency.USD);
    }
}
