package com.servistech.erp.repairs;

import static com.servistech.erp.repairs.Reception.received;
import static com.servistech.erp.tenancy.Role.FRONT_DESK;
import static com.servistech.erp.tenancy.Role.MANAGER;
import static com.servistech.erp.tenancy.Role.QA;
import static com.servistech.erp.tenancy.Role.TECHNICIAN;
import static com.servistech.erp.tenancy.Role.WAREHOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.customers.CustomerQuery;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.MovementView;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartQuery;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.inventory.PartView;
import com.servistech.erp.inventory.StockView;
import com.servistech.erp.inventory.Taken;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.testkit.ErpFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WorkshopTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final StoreId CCS = SHOP.ccs;
    private static final StoreId VLN = SHOP.vln;

    private static final NewQaResult FINE = new NewQaResult(true, List.of(new QaTest("screen", true, null)), null);

    @Test
    void anOrderIsReceivedWithANumberOfItsStoreAndGoesThroughTheWorkshop() {
        OrderView first = received();
        OrderView second = received();
        assertThat(first.status()).isEqualTo(OrderStatus.TRIAGE);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.number()).matches("[A-Z]+-01-[0-9]{6}");
        assertThat(numberOf(second)).isEqualTo(numberOf(first) + 1);
        assertThat(first.checklist().items()).containsEntry("powers on", true).containsEntry("screen", "cracked");
        assertThat(first.device()).isEqualTo("Apple iPhone 13");

        as(MANAGER, CCS, w -> repairs(w).assign(first.id(), user(CCS, TECHNICIAN)));
        inQa(first.id());
        OrderView ready = as(QA, CCS, w -> repairs(w).recordQuality(first.id(), FINE));
        assertThat(ready.status()).isEqualTo(OrderStatus.READY);
        OrderView gone = as(FRONT_DESK, CCS, w -> repairs(w).markDelivered(first.id(), null));
        assertThat(gone.deliveredAt()).isNotNull();
        assertThat(gone.technicianName()).isEqualTo("TECHNICIAN");
        assertThat(gone.history())
                .extracting(TransitionView::to)
                .containsExactly(
                        OrderStatus.TRIAGE,
                        OrderStatus.DIAGNOSIS,
                        OrderStatus.QA,
                        OrderStatus.READY,
                        OrderStatus.DELIVERED);
    }

    @Test
    void aNumberThatWasRolledBackIsGivenOutAgain() {
        OrderView first = received();
        NewOrder intake = new NewOrder(first.customerId(), first.deviceId(), "x", null, null, true);
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> as(FRONT_DESK, CCS, w -> {
                            repairs(w).receive(intake);
                            throw new IllegalStateException("the counter lost its power");
                        })))
                .isNotNull();

        assertThat(numberOf(received())).isEqualTo(numberOf(first) + 1);
    }

    @Test
    void illegalMovesAreRefusedAndReadyTakesAPassedCheck() {
        OrderView order = received();
        assertThat(conflict(() -> as(MANAGER, CCS, w -> repairs(w).move(order.id(), OrderStatus.QA, null))))
                .isEqualTo("orders.illegal-transition");
        inQa(order.id());
        assertThat(conflict(() -> as(MANAGER, CCS, w -> repairs(w).move(order.id(), OrderStatus.READY, null))))
                .isEqualTo("orders.illegal-transition");
        assertThat(conflict(() -> as(MANAGER, CCS, w -> repairs(w).markDelivered(order.id(), null))))
                .isEqualTo("orders.illegal-transition");
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> as(WAREHOUSE, CCS, w -> repairs(w).move(order.id(), OrderStatus.DIAGNOSIS, null))))
                .isNotNull();
    }

    @Test
    void whoRepairedItDoesNotCheckItAndAFailedCheckSendsItBack() {
        OrderView order = received();
        inQa(order.id());
        assertThat(conflict(() -> as(TECHNICIAN, CCS, w -> repairs(w).recordQuality(order.id(), FINE))))
                .isEqualTo("orders.qa-same-person");

        NewQaResult failed = new NewQaResult(false, List.of(new QaTest("microphone", false, "silent")), "again");
        OrderView back = as(QA, CCS, w -> repairs(w).recordQuality(order.id(), failed));

        assertThat(back.status()).isEqualTo(OrderStatus.DIAGNOSIS);
        assertThat(back.technicianId()).isEqualTo(user(CCS, TECHNICIAN));
        assertThat(back.qaResults()).singleElement().satisfies(result -> {
            assertThat(result.tests()).containsExactly(new QaTest("microphone", false, "silent"));
            assertThat(result.checkedByName()).isEqualTo("QA");
        });
    }

    @Test
    void onlyWhoRepairsInTheStoreIsAssigned() {
        OrderView order = received();
        for (UUID stranger : List.of(user(VLN, TECHNICIAN), user(CCS, FRONT_DESK), UUID.randomUUID())) {
            Invalid invalid = catchThrowableOfType(
                    Invalid.class, () -> as(MANAGER, CCS, w -> repairs(w).assign(order.id(), stranger)));
            assertThat(invalid.problems().get(0).pointer()).isEqualTo("/technicianId");
        }
    }

    @Test
    void whoReadAnOlderVersionChangesNothing() {
        OrderView order = received();
        OrderDetails details = new OrderDetails(null, Priority.URGENT, "Battery");
        OrderView changed = as(TECHNICIAN, CCS, w -> repairs(w).update(order.id(), order.version(), details));
        assertThat(changed.version()).isEqualTo(order.version() + 1);
        assertThat(changed.diagnosis()).isEqualTo("Battery");
        assertThat(changed.reportedIssue()).isEqualTo(order.reportedIssue());

        assertThat(catchThrowableOfType(
                        Stale.class,
                        () -> as(TECHNICIAN, CCS, w -> repairs(w).update(order.id(), order.version(), details))))
                .isNotNull();
        CustomerView customer = as(FRONT_DESK, CCS, w -> new Customers(w).get(order.customerId()));
        NewCustomer renamed = new NewCustomer("Otro", customer.document(), customer.phone(), null, null);
        CustomerView other = as(FRONT_DESK, CCS, w -> new Customers(w).update(customer.id(), 1, renamed));
        assertThat(other.version()).isEqualTo(2);
        assertThat(catchThrowableOfType(
                        Stale.class,
                        () -> as(FRONT_DESK, CCS, w -> new Customers(w).update(customer.id(), 1, renamed))))
                .isNotNull();
    }

    @Test
    void anotherStoreSeesNothing() {
        OrderView order = received();
        PartView part = part(2);
        assertThat(catchThrowableOfType(
                        NotFound.class, () -> as(MANAGER, VLN, w -> repairs(w).get(order.id()))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFound.class,
                        () -> as(MANAGER, VLN, w -> repairs(w).move(order.id(), OrderStatus.DIAGNOSIS, null))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFound.class, () -> as(MANAGER, VLN, w -> new Customers(w).get(order.customerId()))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFound.class,
                        () -> as(
                                MANAGER,
                                VLN,
                                w -> repairs(w)
                                        .receive(new NewOrder(
                                                order.customerId(), order.deviceId(), "x", null, null, true)))))
                .isNotNull();
        assertThat(orders(VLN, OrderQuery.all())).extracting(OrderCard::id).doesNotContain(order.id());
        assertThat(customers(VLN, CustomerQuery.all()))
                .extracting(CustomerView::id)
                .doesNotContain(order.customerId());
        assertThat(as(MANAGER, VLN, w -> inventory(w).stock(part.id())).onHand())
                .isZero();
        assertThat(as(MANAGER, VLN, w -> inventory(w).part(part.id())).available())
                .isZero();
    }

    @Test
    void stockIsTheSumOfItsLedgerAndNeverLessThanWhatIsReserved() {
        PartView part = part(10);
        OrderView order = received();
        as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 4));
        assertThat(conflict(() -> move(part, MovementKind.ADJUSTMENT, -7))).isEqualTo("inventory.insufficient-stock");
        assertThat(move(part, MovementKind.ADJUSTMENT, -6)).isEqualTo(stock(part, 4, 4));
        assertThat(conflict(() ->
                        as(FRONT_DESK, CCS, w -> inventory(w).takeForInvoice(part.id(), 1, null, UUID.randomUUID()))))
                .isEqualTo("inventory.insufficient-stock");

        List<MovementView> ledger = as(MANAGER, CCS, w -> inventory(w).movements(part.id(), Page.Request.first()))
                .items();
        assertThat(ledger.stream().mapToInt(MovementView::quantity).sum()).isEqualTo(4);
        assertThat(ledger.get(0).onHand()).isEqualTo(4);
        PartQuery query = new PartQuery(part.sku(), PartType.PART, null, Page.Request.first());
        List<PartView> found = as(MANAGER, CCS, w -> inventory(w).parts(query).items());
        assertThat(found)
                .singleElement()
                .satisfies(p -> assertThat(p.available()).isZero());
    }

    @Test
    void anInvoiceConsumesTheOrdersOwnReservationFirst() {
        PartView part = part(5);
        OrderView order = received();
        as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 3));

        Taken taken =
                as(FRONT_DESK, CCS, w -> inventory(w).takeForInvoice(part.id(), 4, order.id(), UUID.randomUUID()));

        assertThat(taken.unitCost()).isEqualByComparingTo("38.00");
        assertThat(stockOf(part)).isEqualTo(stock(part, 1, 0));
        assertThat(as(MANAGER, CCS, w -> repairs(w).get(order.id())).parts())
                .singleElement()
                .satisfies(r -> assertThat(r.status()).isEqualTo("CONSUMED"));
    }

    @Test
    void cancellingGivesBackWhatWasReserved() {
        PartView part = part(5);
        OrderView order = received();
        as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 3));
        as(FRONT_DESK, CCS, w -> inventory(w).takeForInvoice(part.id(), 1, order.id(), UUID.randomUUID()));

        as(FRONT_DESK, CCS, w -> repairs(w).move(order.id(), OrderStatus.CANCELLED, "Customer changed their mind"));

        assertThat(stockOf(part)).isEqualTo(stock(part, 4, 0));
        assertThat(conflict(() -> as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 1))))
                .isEqualTo("orders.closed");
    }

    @Test
    void partsBuiltInBeforeTheyAreBilledLeaveTheShelfOnce() {
        PartView part = part(5);
        OrderView order = received();
        as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 2));
        inQa(order.id());
        as(QA, CCS, w -> repairs(w).recordQuality(order.id(), FINE));
        as(FRONT_DESK, CCS, w -> repairs(w).markDelivered(order.id(), null));
        assertThat(stockOf(part)).isEqualTo(stock(part, 3, 0));

        as(FRONT_DESK, CCS, w -> inventory(w).takeForInvoice(part.id(), 2, order.id(), UUID.randomUUID()));

        assertThat(stockOf(part)).isEqualTo(stock(part, 3, 0));
    }

    /** A58. */
    @Test
    void theLastPartsAreSoldOnceHoweverManyWantThem() throws Exception {
        PartView part = part(5);
        OrderView order = received();
        OrderView billed = received();
        List<Callable<Integer>> buyers = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 100; i++) {
            boolean reserves = i % 2 == 0;
            buyers.add(() -> {
                start.await();
                try {
                    if (reserves) {
                        as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 1));
                    } else {
                        as(
                                FRONT_DESK,
                                CCS,
                                w -> inventory(w).takeForInvoice(part.id(), 1, billed.id(), UUID.randomUUID()));
                    }
                    return 1;
                } catch (Conflict e) {
                    return 0;
                }
            });
        }
        ExecutorService people = Executors.newFixedThreadPool(100);
        int got = 0;
        try {
            List<Future<Integer>> answers = buyers.stream().map(people::submit).toList();
            start.countDown();
            for (Future<Integer> answer : answers) {
                got += answer.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(got).isEqualTo(5);
        StockView left = as(MANAGER, CCS, w -> inventory(w).stock(part.id()));
        assertThat(left.available()).isZero();
        assertThat(left.onHand()).isEqualTo(left.reserved());
    }

    @Test
    void reservingAndBillingOneOrderAtOnceNeverBlockEachOtherForGood() throws Exception {
        PartView part = part(60);
        OrderView order = received();
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                all.add(people.submit(() ->
                        as(TECHNICIAN, CCS, w -> repairs(w).reservePart(order.id(), part.id(), 1))));
                all.add(people.submit(() -> as(
                        FRONT_DESK,
                        CCS,
                        w -> inventory(w).takeForInvoice(part.id(), 2, order.id(), UUID.randomUUID()))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            people.shutdownNow();
        }
        StockView left = stockOf(part);
        assertThat(left.onHand()).isEqualTo(30);
        int open = as(MANAGER, CCS, w -> repairs(w).get(order.id())).parts().stream()
                .filter(r -> r.status().equals("OPEN"))
                .mapToInt(r -> r.quantity() - r.taken())
                .sum();
        assertThat(left.reserved()).isEqualTo(open);
    }

    @Test
    void onlySomeRolesWriteTheCatalogueAndASkuStandsInItOnce() {
        PartView part = part(1);
        NewPart same = newPart(part.sku());
        assertThat(conflict(() -> as(WAREHOUSE, VLN, w -> inventory(w).enterPart(same))))
                .isEqualTo("inventory.sku-taken");
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> as(TECHNICIAN, CCS, w -> inventory(w).enterPart(newPart("NO-1")))))
                .isNotNull();
        SHOP.clock.advance(java.time.Duration.ofSeconds(1));
        PartView changed = as(WAREHOUSE, CCS, w -> inventory(w).updatePart(part.id(), 1, newPart(part.sku())));
        assertThat(changed.version()).isEqualTo(2);
    }

    private static void inQa(UUID order) {
        as(TECHNICIAN, CCS, w -> repairs(w).move(order, OrderStatus.DIAGNOSIS, null));
        as(TECHNICIAN, CCS, w -> repairs(w).move(order, OrderStatus.QA, "done"));
    }

    private static PartView part(int onHand) {
        String sku = "SCR-" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        PartView part = as(WAREHOUSE, CCS, w -> inventory(w).enterPart(newPart(sku)));
        move(part, MovementKind.RECEIPT, onHand);
        return part;
    }

    private static NewPart newPart(String sku) {
        return new NewPart(
                sku,
                "Screen",
                PartType.PART,
                Money.usd("30.00"),
                Money.usd("3.00"),
                Money.usd("2.00"),
                Money.usd("80.00"),
                2);
    }

    private static StockView move(PartView part, MovementKind kind, int quantity) {
        return as(WAREHOUSE, CCS, w -> inventory(w).move(new NewMovement(part.id(), kind, quantity, null, "counted")));
    }

    private static StockView stockOf(PartView part) {
        return as(MANAGER, CCS, w -> inventory(w).stock(part.id()));
    }

    private static List<OrderCard> orders(StoreId store, OrderQuery query) {
        return as(MANAGER, store, w -> repairs(w).list(query).items());
    }

    private static List<CustomerView> customers(StoreId store, CustomerQuery query) {
        return as(MANAGER, store, w -> new Customers(w).list(query).items());
    }

    private static StockView stock(PartView part, int onHand, int reserved) {
        return new StockView(part.id(), onHand, reserved, onHand - reserved);
    }

    private static int numberOf(OrderView order) {
        return Integer.parseInt(order.number().substring(order.number().lastIndexOf('-') + 1));
    }

    private static String conflict(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Conflict.class, call).code();
    }

    private static <T> T as(Role role, StoreId store, Function<Work, T> body) {
        return SHOP.work(role, store, body);
    }

    private static UUID user(StoreId store, Role role) {
        return SHOP.person(store, role);
    }

    private static Repairs repairs(Work work) {
        return new Repairs(work);
    }

    private static Inventory inventory(Work work) {
        return new Inventory(work);
    }
}
