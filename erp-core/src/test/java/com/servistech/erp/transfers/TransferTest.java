package com.servistech.erp.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.inventory.StockValuation;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.testkit.AtOnce;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parts go from one store to another: seen, valued and closed on both sides. */
class TransferTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private final Counter centre = Counter.of("ORDINARY");
    private final Counter east = centre.sister();

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @AfterEach
    void theBooksHold() {
        SHOP.erp.carryTransfers();
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void partsThatAStoreAsksForAreSentAndReceivedAtTheWorthWithWhichTheyLeft() {
        UUID cable = centre.part(10);
        UUID id = requestedByEast(cable, 4);
        assertThat(at(centre, id).side()).isEqualTo(Side.OUT);
        assertThat(at(centre, id).status()).isEqualTo(TransferStatus.REQUESTED);
        assertThat(centre.onHand(cable)).isEqualTo(10);

        send(id);
        assertThat(centre.onHand(cable)).isEqualTo(6);
        assertThat(east.onHand(cable)).isZero();
        assertThat(value(centre).value()).isEqualTo(Money.usd("150.00"));
        assertThat(value(centre).inTransit()).isEqualTo(Money.usd("100.00"));
        assertThat(at(east, id).value()).isEqualTo(Money.usd("100.00"));
        assertThat(at(east, id).status()).isEqualTo(TransferStatus.SENT);

        TransferView received = receive(id, null, null);
        assertThat(received.status()).isEqualTo(TransferStatus.RECEIVED);
        assertThat(east.onHand(cable)).isEqualTo(4);
        assertThat(value(east).value()).isEqualTo(Money.usd("100.00"));
        assertThat(value(centre).inTransit()).isEqualTo(Money.usd("0.00"));
        assertThat(at(centre, id).status()).isEqualTo(TransferStatus.RECEIVED);
        assertThat(at(centre, id).lines().get(0).received()).isEqualTo(4);
    }

    @Test
    void aStoreSendsWhatNobodyAskedForAndLessThanItSaid() {
        UUID cable = centre.part(10);
        UUID id = centre.as(Role.WAREHOUSE, s -> s.transfers().request(asked(cable, 5)))
                .id();
        centre.as(Role.WAREHOUSE, s -> s.transfers().send(id, List.of(new NewTransfer.Pieces(cable, 3))));
        SHOP.erp.carryTransfers();
        assertThat(at(east, id).lines().get(0).sent()).isEqualTo(3);
        assertThat(at(east, id).lines().get(0).requested()).isEqualTo(5);
        receive(id, null, null);
        assertThat(east.onHand(cable)).isEqualTo(3);
    }

    @Test
    void ofThreePiecesOneArrivesOneGoesBackAndOneIsWrittenOff() {
        UUID cable = centre.part(3);
        UUID id = sent(cable, 3);
        List<Arrival.Line> lines = List.of(new Arrival.Line(cable, 1, 1));
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> east.as(
                                Role.WAREHOUSE, s -> s.transfers().receive(id, new Arrival(lines, "caja abierta")))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                                Invalid.class,
                                () -> east.as(Role.MANAGER, s -> s.transfers().receive(id, new Arrival(lines, " "))))
                        .problems()
                        .get(0)
                        .pointer())
                .isEqualTo("/reason");
        east.as(Role.MANAGER, s -> s.transfers().receive(id, new Arrival(lines, "caja abierta")));
        SHOP.erp.carryTransfers();
        assertThat(east.onHand(cable)).isEqualTo(1);
        assertThat(centre.onHand(cable)).isEqualTo(1);
        assertThat(value(centre).value()).isEqualTo(Money.usd("25.00"));
        assertThat(value(centre).inTransit()).isEqualTo(Money.usd("0.00"));
        TransferView.Line line = at(centre, id).lines().get(0);
        assertThat(List.of(line.sent(), line.received(), line.returned(), line.lost()))
                .containsExactly(3, 1, 1, 1);
        assertThat(at(centre, id).reason()).isEqualTo("caja abierta");
    }

    @Test
    void aTransferIsReceivedOnceHoweverManyDoItAndHoweverOftenItIsTold() {
        UUID cable = centre.part(10);
        UUID id = sent(cable, 6);
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(() -> {
                try {
                    return east.as(Role.WAREHOUSE, s -> s.transfers().receive(id, new Arrival(null, null)))
                            .status()
                            .name();
                } catch (Conflict e) {
                    return e.code();
                }
            });
        }
        assertThat(AtOnce.all(people)).containsOnlyOnce("RECEIVED").contains("transfers.not-sent");
        List<Callable<Integer>> carriers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            carriers.add(SHOP.erp::carryTransfers);
        }
        AtOnce.all(carriers);
        assertThat(east.onHand(cable)).isEqualTo(6);
        assertThat(centre.onHand(cable)).isEqualTo(4);
    }

    @Test
    void newsThatComeTwiceLateOrInTheWrongOrderChangeNothing() {
        UUID cable = centre.part(10);
        UUID id = centre.as(Role.WAREHOUSE, s -> s.transfers().request(asked(cable, 6)))
                .id();
        TransferNews requested = news(centre, id);
        centre.as(Role.WAREHOUSE, s -> s.transfers().send(id, null));
        TransferNews sent = news(centre, id);
        // the store hears first that it was sent, of something that it never heard of
        hear(east, sent);
        hear(east, requested);
        hear(east, sent);
        assertThat(at(east, id).status()).isEqualTo(TransferStatus.SENT);
        east.as(Role.WAREHOUSE, s -> s.transfers().receive(id, new Arrival(null, null)));
        TransferNews received = news(east, id);
        hear(east, sent);
        hear(centre, received);
        hear(centre, received);
        hear(east, requested);
        assertThat(east.onHand(cable)).isEqualTo(6);
        assertThat(centre.onHand(cable)).isEqualTo(4);
        assertThat(at(centre, id).status()).isEqualTo(TransferStatus.RECEIVED);
    }

    @Test
    void nobodyButTheSystemCarriesNews() {
        UUID cable = centre.part(2);
        UUID id = centre.as(Role.WAREHOUSE, s -> s.transfers().request(asked(cable, 1)))
                .id();
        TransferNews news = news(centre, id);
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> east.as(Role.MANAGER, s -> {
                            s.transfers().hear(news);
                            return null;
                        })))
                .isNotNull();
    }

    @Test
    void beforeThePartsLeaveTheSendingStoreCallsOffAndTheOtherAsksForIt() {
        UUID cable = centre.part(5);
        UUID first = requestedByEast(cable, 2);
        centre.as(Role.WAREHOUSE, s -> s.transfers().cancel(first, "no hay"));
        SHOP.erp.carryTransfers();
        assertThat(at(east, first).status()).isEqualTo(TransferStatus.CANCELLED);

        UUID second = requestedByEast(cable, 2);
        assertThat(east.as(Role.WAREHOUSE, s -> s.transfers().cancel(second, "ya no hace falta"))
                        .cancelAsked())
                .isTrue();
        SHOP.erp.carryTransfers();
        assertThat(at(centre, second).status()).isEqualTo(TransferStatus.CANCELLED);
        assertThat(at(east, second).status()).isEqualTo(TransferStatus.CANCELLED);
        assertThat(at(centre, second).reason()).isEqualTo("ya no hace falta");
        assertThat(code(() -> send(second))).isEqualTo("transfers.not-requested");
        assertThat(centre.onHand(cable)).isEqualTo(5);
    }

    @Test
    void whatIsOnItsWayAndCalledOffByEitherComesBackWhole() {
        UUID cable = centre.part(5);
        UUID refused = sent(cable, 2);
        east.as(Role.WAREHOUSE, s -> s.transfers().cancel(refused, "no es el modelo"));
        SHOP.erp.carryTransfers();
        assertThat(at(centre, refused).status()).isEqualTo(TransferStatus.CANCELLED);
        assertThat(centre.onHand(cable)).isEqualTo(5);

        UUID calledBack = sent(cable, 3);
        centre.as(Role.WAREHOUSE, s -> s.transfers().cancel(calledBack, "se necesita aquí"));
        assertThat(centre.onHand(cable)).isEqualTo(2);
        SHOP.erp.carryTransfers();
        assertThat(at(centre, calledBack).status()).isEqualTo(TransferStatus.CANCELLED);
        assertThat(centre.onHand(cable)).isEqualTo(5);
        assertThat(value(centre).value()).isEqualTo(Money.usd("125.00"));
        assertThat(code(() -> receive(calledBack, null, null))).isEqualTo("transfers.not-sent");
    }

    @Test
    void calledBackAndReceivedAtTheSameMomentItIsOneOfTheTwoOnBothSides() {
        UUID cable = centre.part(30);
        for (int i = 0; i < 5; i++) {
            UUID id = sent(cable, 3);
            List<Callable<String>> both = List.of(
                    () -> outcome(() -> {
                        centre.as(Role.WAREHOUSE, s -> s.transfers().cancel(id, "se necesita aquí"));
                        SHOP.erp.carryTransfers();
                    }),
                    () -> outcome(() ->
                            east.as(Role.WAREHOUSE, s -> s.transfers().receive(id, new Arrival(null, null)))));
            AtOnce.all(both);
            SHOP.erp.carryTransfers();
            assertThat(at(centre, id).status())
                    .isEqualTo(at(east, id).status())
                    .isIn(TransferStatus.RECEIVED, TransferStatus.CANCELLED);
        }
        assertThat(centre.onHand(cable) + east.onHand(cable)).isEqualTo(30);
    }

    @Test
    void storesThatSendToOneAnotherAtTheSameTimeNeverWaitForEachOtherForGood() {
        List<UUID> cables = List.of(centre.part(200), centre.part(200), centre.part(200));
        UUID seed = centre.as(
                        Role.WAREHOUSE,
                        s -> s.transfers()
                                .request(new NewTransfer(
                                        centre.store.value(),
                                        east.store.value(),
                                        cables.stream()
                                                .map(c -> new NewTransfer.Pieces(c, 100))
                                                .toList(),
                                        null)))
                .id();
        send(seed);
        receive(seed, null, null);
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Counter from = i % 2 == 0 ? centre : east;
            Counter to = i % 2 == 0 ? east : centre;
            List<NewTransfer.Pieces> pieces = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                pieces.add(new NewTransfer.Pieces(cables.get((i + k) % 3), 1 + k));
            }
            people.add(() -> {
                UUID id = from.as(
                                Role.WAREHOUSE,
                                s -> s.transfers()
                                        .request(new NewTransfer(from.store.value(), to.store.value(), pieces, null)))
                        .id();
                from.as(Role.WAREHOUSE, s -> s.transfers().send(id, null));
                SHOP.erp.carryTransfers();
                return outcome(() -> to.as(Role.WAREHOUSE, s -> s.transfers().receive(id, new Arrival(null, null))));
            });
        }
        assertThat(AtOnce.all(people)).containsOnly("done");
        SHOP.erp.carryTransfers();
        for (UUID cable : cables) {
            assertThat(centre.onHand(cable) + east.onHand(cable)).isEqualTo(200);
        }
    }

    @Test
    void nothingIsSentThatIsNotFreeAndOnlyBetweenStoresOfOneTaxpayer() {
        UUID cable = centre.part(2);
        UUID id = requestedByEast(cable, 3);
        assertThat(code(() -> send(id))).isEqualTo("inventory.insufficient-stock");
        assertThat(code(() -> east.as(Role.WAREHOUSE, s -> s.transfers().send(id, null))))
                .isEqualTo("transfers.other-side");
        Counter stranger = Counter.of("ORDINARY");
        assertThat(code(() -> centre.as(
                        Role.WAREHOUSE,
                        s -> s.transfers()
                                .request(new NewTransfer(
                                        centre.store.value(),
                                        stranger.store.value(),
                                        List.of(new NewTransfer.Pieces(cable, 1)),
                                        null)))))
                .isEqualTo("transfers.other-issuer");
        assertThat(catchThrowableOfType(NotFound.class, () -> at(stranger, id))).isNotNull();
        Invalid twice = catchThrowableOfType(
                Invalid.class,
                () -> centre.as(
                        Role.WAREHOUSE,
                        s -> s.transfers()
                                .request(new NewTransfer(
                                        centre.store.value(),
                                        centre.store.value(),
                                        List.of(new NewTransfer.Pieces(cable, 0), new NewTransfer.Pieces(cable, 1)),
                                        null))));
        assertThat(twice.problems())
                .extracting(Invalid.Problem::pointer)
                .containsExactly("/toStoreId", "/lines/0/quantity", "/lines/1/partId");
    }

    @Test
    void aStoreListsItsOwnTransfersByStateAndBothSidesAreAudited() {
        UUID cable = centre.part(4);
        UUID id = sent(cable, 1);
        TransferQuery arriving = new TransferQuery(Side.IN, TransferStatus.SENT, null, Page.Request.first());
        assertThat(east.as(Role.FRONT_DESK, s -> s.transfers().list(arriving)).items())
                .extracting(TransferView::id)
                .contains(id);
        assertThat(centre.as(Role.FRONT_DESK, s -> s.transfers().list(arriving)).items())
                .isEmpty();
        receive(id, null, null);
        for (Counter store : List.of(centre, east)) {
            List<String> roles = SHOP.work(
                    Role.MANAGER,
                    store.store,
                    work -> work.sql()
                            .list(
                                    row -> row.text("role"),
                                    "select role from erp.audit_entries where table_name = 'transfers' and entity_id = ?",
                                    id));
            assertThat(roles).contains("WAREHOUSE", "SYSTEM");
        }
    }

    private UUID requestedByEast(UUID part, int quantity) {
        UUID id = east.as(Role.WAREHOUSE, s -> s.transfers().request(asked(part, quantity)))
                .id();
        SHOP.erp.carryTransfers();
        return id;
    }

    private NewTransfer asked(UUID part, int quantity) {
        return new NewTransfer(
                centre.store.value(), east.store.value(), List.of(new NewTransfer.Pieces(part, quantity)), "urgente");
    }

    private UUID sent(UUID part, int quantity) {
        UUID id = requestedByEast(part, quantity);
        send(id);
        return id;
    }

    private void send(UUID id) {
        centre.as(Role.WAREHOUSE, s -> s.transfers().send(id, null));
        SHOP.erp.carryTransfers();
    }

    private TransferView receive(UUID id, List<Arrival.Line> lines, String reason) {
        TransferView view = east.as(Role.WAREHOUSE, s -> s.transfers().receive(id, new Arrival(lines, reason)));
        SHOP.erp.carryTransfers();
        return view;
    }

    private static TransferView at(Counter store, UUID id) {
        return store.as(Role.WAREHOUSE, s -> s.transfers().get(id));
    }

    private static StockValuation value(Counter store) {
        return store.as(Role.MANAGER, s -> s.inventory().valuation(null));
    }

    private static TransferNews news(Counter store, UUID id) {
        return SHOP
                .erp
                .inStore(SystemCaller.of("test"), store.store)
                .read(s -> s.transfers().news())
                .stream()
                .filter(news -> news.transfer().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void hear(Counter store, TransferNews news) {
        SHOP.erp.inStore(SystemCaller.of("test"), store.store).write(s -> {
            s.transfers().hear(news);
            return null;
        });
    }

    private static String outcome(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Conflict e) {
            return e.code();
        }
    }

    private static String code(Runnable act) {
        return catchThrowableOfType(Conflict.class, act::run).code();
    }
}
