package com.servistech.erp.tenancy;

import static com.servistech.erp.tenancy.TwoShops.A;
import static com.servistech.erp.tenancy.TwoShops.B;
import static com.servistech.erp.tenancy.TwoShops.MARKER;
import static com.servistech.erp.tenancy.TwoShops.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Refused;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.MovementView;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.Board;
import com.servistech.erp.repairs.OrderView;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the core counts, numbers and keeps for one store says nothing of another. */
class LeaksThroughCodeTest {

    @Test
    void L10_theBoardCountsTheOrdersOfItsStore() throws SQLException {
        TwoShops.order(A, "Pantalla rota");
        TwoShops.order(B, MARKER);
        Board board = SHOP.as(Role.MANAGER, A, s -> s.repairs().board());
        long counted = board.columns().stream().mapToLong(Board.Column::count).sum();
        String open =
                "select count(*) from erp.service_orders where status not in ('DELIVERED', 'CANCELLED', 'WARRANTY')";
        assertThat(counted)
                .isEqualTo(superuser(open + " and store_id = '" + A + "'"))
                .isLessThan(superuser(open));
        assertThat(board.toString()).doesNotContain(MARKER);
    }

    @Test
    void L11_thePagesOfAListAreTheRowsOfItsStoreAndNoMore() throws SQLException {
        for (int i = 0; i < 3; i++) {
            TwoShops.customer(A, "Ana");
            TwoShops.customer(B, MARKER);
        }
        List<UUID> seen = new ArrayList<>();
        String cursor = null;
        do {
            String after = cursor;
            var page = SHOP.as(Role.MANAGER, A, s -> s.identity().list(new Page.Request(2, after)));
            page.items().forEach(person -> seen.add(person.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(superuser(
                        "select count(*) from erp.memberships m join erp.users u on u.id = m.user_id and not u.service"
                                + " where m.ended_at is null and m.store_id = '" + A + "'"));
    }

    @Test
    void L16_whoWorksInTwoStoresSeesOneOfThemAtATime() {
        UserCaller both = new UserCaller(
                UUID.randomUUID(),
                false,
                Map.of(A, Role.REGIONAL_MANAGER, B, Role.REGIONAL_MANAGER),
                Origin.of("test"));
        for (StoreId store : List.of(A, B, A)) {
            assertThat(stores(both, new Scope.OneStore(store))).containsExactly(store.toString());
        }
        assertThat(stores(both, new Scope.SomeStores(Set.of(A, B)))).hasSize(2);
        UserCaller one = new UserCaller(UUID.randomUUID(), false, Map.of(A, Role.MANAGER), Origin.of("test"));
        assertThatThrownBy(() -> stores(one, new Scope.SomeStores(Set.of(A, B))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void L17_whoMayDoEverythingDoesItInOneStoreOrSaysThatItIsTheChain() {
        UserCaller admin = new UserCaller(UUID.randomUUID(), true, Map.of(), Origin.of("test"));
        assertThat(stores(admin, new Scope.Nothing())).isEmpty();
        assertThat(stores(admin, new Scope.OneStore(A))).containsExactly(A.toString());
        assertThat(stores(admin, new Scope.Chain())).contains(A.toString(), B.toString());
        NewCustomer ana = new NewCustomer("Ana", TwoShops.document(), "0414-1234567", null, null);
        assertThatThrownBy(
                        () -> SHOP.erp.inChain(admin).write(s -> s.customers().register(ana)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void L22_anotherThreadHasNoScopeButTheOneThatItEnters() throws Exception {
        Work[] escaped = new Work[1];
        SHOP.work(Role.FRONT_DESK, A, work -> escaped[0] = work);
        assertThatThrownBy(() -> escaped[0].sql().call("select id from erp.customers"))
                .isInstanceOf(RuntimeException.class);

        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                StoreId store = i % 2 == 0 ? A : B;
                tasks.add(() -> stores(SHOP.caller(store, Role.MANAGER), new Scope.OneStore(store)));
            }
            List<Future<List<String>>> answers = threads.invokeAll(tasks);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).containsExactly((i % 2 == 0 ? A : B).toString());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void L24_aJobThatFailsInOneStoreLeavesNothingOfItForTheNext() {
        List<String> seen = new ArrayList<>();
        for (StoreId store : List.of(A, B)) {
            try {
                SHOP.erp.inStore(SystemCaller.of("nightly"), store).write(s -> {
                    if (store.equals(A)) {
                        throw new IllegalStateException("the job broke");
                    }
                    return seen.add("done");
                });
            } catch (IllegalStateException e) {
                seen.add(e.getMessage());
            }
        }
        assertThat(seen).containsExactly("the job broke", "done");
        assertThat(stores(SystemCaller.of("nightly"), new Scope.OneStore(B))).containsExactly(B.toString());
    }

    @Test
    void L33_aDocumentAndAPhoneOfAnotherStoresCustomerAreFree() {
        UUID theirs = TwoShops.customer(B, MARKER);
        var known = SHOP.as(Role.FRONT_DESK, B, s -> s.customers().get(theirs));
        NewCustomer same = new NewCustomer("Ana", known.document(), known.phone(), null, null);
        assertThat(SHOP.as(Role.FRONT_DESK, A, s -> s.customers().register(same))
                        .document())
                .isEqualTo(known.document());
    }

    @Test
    void L38_numbersAndCursorsDoNotSayHowMuchOthersDo() {
        OrderView first = TwoShops.order(A, "Pantalla rota");
        TwoShops.order(B, MARKER);
        OrderView second = TwoShops.order(A, "Pantalla rota");
        assertThat(number(second)).isEqualTo(number(first) + 1);

        Page<MovementView> newest = movements(part(), new Page.Request(1, null));
        UUID last = newest.items().get(0).id();
        assertThat(new String(Base64.getUrlDecoder().decode(newest.nextCursor()), StandardCharsets.UTF_8))
                .isEqualTo(last.toString());
        assertThat(movements(newest.items().get(0).partId(), new Page.Request(5, newest.nextCursor()))
                        .items())
                .hasSize(2)
                .noneMatch(movement -> movement.id().equals(last));
    }

    /** A part that was received three times. */
    private static UUID part() {
        Money dollar = Money.usd("1.00");
        NewPart part = new NewPart("L38-1", "Pantalla", PartType.PART, dollar, null, null, dollar, 0);
        return SHOP.as(Role.WAREHOUSE, A, s -> {
            UUID id = s.inventory().enterPart(part).id();
            for (int i = 0; i < 3; i++) {
                s.inventory().move(new NewMovement(id, MovementKind.RECEIPT, 1, null, "compra"));
            }
            return id;
        });
    }

    private static Page<MovementView> movements(UUID part, Page.Request page) {
        return SHOP.as(Role.WAREHOUSE, A, s -> s.inventory().movements(part, page));
    }

    private static int number(OrderView order) {
        return Integer.parseInt(order.number().replaceAll(".*-", ""));
    }

    /** The stores whose people this caller sees in this scope. */
    private static List<String> stores(Caller caller, Scope scope) {
        return new UnitOfWork(SHOP.erp.runtime().transactions(), SHOP.clock, caller, scope)
                .read(work ->
                        work.sql().list(row -> row.text("store_id"), "select distinct store_id from erp.memberships"));
    }

    private static int superuser(String count) throws SQLException {
        try (var connection = java.sql.DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                var rs = connection.createStatement().executeQuery(count)) {
            rs.next();
            return rs.getInt(1);
        }
    }
}
