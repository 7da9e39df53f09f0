package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.billing.InvoiceDraft;
import com.servistech.erp.sdk.billing.InvoiceLine;
import com.servistech.erp.sdk.catalogue.Category;
import com.servistech.erp.sdk.catalogue.DeviceModel;
import com.servistech.erp.sdk.counts.StockCount;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.error.Conflict;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.error.Invalid;
import com.servistech.erp.sdk.error.Stale;
import com.servistech.erp.sdk.inventory.LowStock;
import com.servistech.erp.sdk.inventory.Movement;
import com.servistech.erp.sdk.inventory.Part;
import com.servistech.erp.sdk.inventory.PartDraft;
import com.servistech.erp.sdk.inventory.Price;
import com.servistech.erp.sdk.inventory.StockValuation;
import com.servistech.erp.sdk.services.Service;
import com.servistech.erp.sdk.services.ServiceDraft;
import com.servistech.erp.sdk.transfers.ArrivalDraft;
import com.servistech.erp.sdk.transfers.Transfer;
import com.servistech.erp.sdk.transfers.TransferDraft;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The warehouse's day over HTTP: catalogue, receipts, counts and transfers between two stores. */
class StockTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient CENTRE = SERVER.as("warehouse.ccs-01");
    private static final ErpClient VALENCIA = SERVER.as("warehouse.vln-01");
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final ErpClient MANAGER_VALENCIA = SERVER.as("manager.vln-01");
    private static final LocalDate TODAY = LocalDate.now(Work.CARACAS);
    private static final CallOptions ALL = CallOptions.none().limit(100);

    private final String mark = RunningServer.unique();

    @BeforeAll
    static void theBankPublishesTodaysRate() {
        SERVER.publishRate();
        SERVER.as("admin").rates().refresh("BCV");
    }

    @Test
    void aPartIsFoundByCategoryAndModelAndCarriesItsCostBuildUp() {
        Category category = CENTRE.catalogue().addCategory("Baterías " + mark);
        DeviceModel model = CENTRE.catalogue().addModel("Motorola", "Moto G " + mark);
        assertThat(CENTRE.catalogue().categories(ALL).items()).contains(category);
        assertThat(CENTRE.catalogue().models(ALL.query("brand", "motorola")).items())
                .contains(model);
        Part part = CENTRE.parts()
                .create(draft("BAT").category(category.id()).fits(model.id()).warrantyPercent(new BigDecimal("5")));
        assertThat(part.unitCost()).isEqualTo(Money.usd("21.00"));
        assertThat(part.models()).containsExactly("Motorola Moto G " + mark);
        assertThat(CENTRE.parts().list(ALL.query("q", "moto g " + mark)).items())
                .extracting(Part::id)
                .containsExactly(part.id());
        assertThat(CENTRE.parts()
                        .list(ALL.query("categoryId", category.id().toString()).query("active", "true"))
                        .items())
                .extracting(Part::id)
                .containsExactly(part.id());

        Part resold = CENTRE.parts()
                .update(CENTRE.parts().get(part.id()), draft("BAT").active(false));
        assertThat(resold.active()).isFalse();
        assertThatThrownBy(() -> CENTRE.stockMovements().receipt(part.id(), 1, Money.usd("20.00"), "compra"))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("inventory.inactive"));
    }

    @Test
    void aCategoryAndAModelAreRenamedAndLaidAside() {
        Category typo = CENTRE.catalogue().addCategory("Pantalas " + mark);
        DeviceModel model = CENTRE.catalogue().addModel("Motorola", "Moto X " + mark);
        Part part = CENTRE.parts().create(draft("REN").category(typo.id()).fits(model.id()));
        Category screens =
                CENTRE.catalogue().changeCategory(CENTRE.catalogue().category(typo.id()), "Pantallas " + mark, false);
        assertThat(screens.active()).isFalse();
        DeviceModel renamed = CENTRE.catalogue()
                .changeModel(CENTRE.catalogue().model(model.id()), "Motorola", "Edge X " + mark, true);
        assertThat(renamed.name()).isEqualTo("Edge X " + mark);
        assertThat(CENTRE.parts().list(ALL.query("q", "pantallas edge " + mark)).items())
                .extracting(Part::id)
                .containsExactly(part.id());
        assertThat(CENTRE.catalogue().categories(ALL.query("active", "true")).items())
                .doesNotContain(screens);
        Invalid laidAside = catchThrowableOfType(
                Invalid.class, () -> CENTRE.parts().create(draft("NEW").category(typo.id())));
        assertThat(laidAside.errors().get(0).pointer()).isEqualTo("/categoryId");
        assertThatThrownBy(() -> CENTRE.catalogue().changeModel(model, "Motorola", "Otro " + mark, true))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aServiceOfTheCatalogueIsInvoicedAtThePriceOfTheDayWithItsWarranty() {
        Service service = MANAGER.services()
                .create(ServiceDraft.of("PANT-" + mark, "Cambio de pantalla", Money.usd("15.00"), 40, 90));
        ErpClient desk = SERVER.as("front-desk.ccs-01");
        Customer luis = desk.customers().create(CustomerDraft.of("Luis Mora", "V-3" + mark, "0414-1234567"));
        JsonView sold = desk.invoices()
                .issue(InvoiceDraft.to(luis.id())
                        .line(InvoiceLine.service(service.id(), "Cambio de pantalla", 1)
                                .tax("GENERAL")))
                .lines()
                .get(0);
        assertThat(sold.money("unitPrice")).isEqualTo(Money.usd("15.00"));
        assertThat(sold.uuid("serviceId")).isEqualTo(service.id());
        assertThat(sold.integer("warrantyDays")).isEqualTo(90);
    }

    @Test
    void aPriceBeginsOnItsDay() {
        Part part = CENTRE.parts().create(draft("PRE"));
        Price next = CENTRE.parts().price(part.id(), Money.usd("45.00"), TODAY.plusDays(3));
        assertThat(CENTRE.parts().price(part.id(), TODAY.plusDays(2)).price()).isEqualTo(Money.usd("40.00"));
        assertThat(CENTRE.parts().price(part.id(), TODAY.plusDays(3)).price()).isEqualTo(Money.usd("45.00"));
        assertThat(CENTRE.parts().get(part.id()).price()).isEqualTo(Money.usd("40.00"));
        assertThat(CENTRE.parts().prices(part.id(), ALL).items().get(0).id()).isEqualTo(next.id());
        Invalid past = catchThrowableOfType(
                Invalid.class, () -> CENTRE.parts().price(part.id(), Money.usd("1.00"), TODAY.minusDays(1)));
        assertThat(past.errors().get(0).pointer()).isEqualTo("/validFrom");
    }

    @Test
    void servicesHaveTheirUsualPartsAndDatedPrices() {
        Part part = CENTRE.parts().create(draft("SRV"));
        Service service = MANAGER.services()
                .create(ServiceDraft.of("CAMBIO-" + mark, "Cambio de batería " + mark, Money.usd("15.00"), 40, 90)
                        .part(part.id(), 2));
        assertThat(service.parts().get(0).quantity()).isEqualTo(2);
        MANAGER.services().price(service.id(), Money.usd("18.00"), TODAY.plusDays(1));
        assertThat(MANAGER.services().get(service.id()).price()).isEqualTo(Money.usd("15.00"));
        assertThat(MANAGER.services()
                        .list(ALL.query("q", "bateria " + mark)
                                .query("day", TODAY.plusDays(1).toString()))
                        .items()
                        .get(0)
                        .price())
                .isEqualTo(Money.usd("18.00"));
        Service changed = MANAGER.services()
                .update(
                        MANAGER.services().get(service.id()),
                        ServiceDraft.of("CAMBIO-" + mark, "Cambio de batería", Money.usd("15.00"), 45, 60));
        assertThat(changed.parts()).isEmpty();
        assertThat(changed.minutes()).isEqualTo(45);
        assertThat(MANAGER.services().prices(service.id(), ALL).items()).hasSize(2);
        assertThatThrownBy(() -> CENTRE.services().create(ServiceDraft.of("X-" + mark, "X", Money.usd("1.00"), 1, 0)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whatIsReceivedAndSoldIsWorthWhatTheBooksSay() {
        StockValuation before = MANAGER.stock().valuation();
        Part part = received("VAL", 3);
        CENTRE.stockMovements().receipt(part.id(), 1, Money.usd("30.00"), "compra");
        // 3 x 22.00, and 30.00 + 10 % of it
        StockValuation after = MANAGER.stock().valuation(TODAY);
        assertThat(after.value().amount().subtract(before.value().amount())).isEqualByComparingTo("99.00");
        assertThat(after.value()).isEqualTo(after.booked());
        assertThat(after.valueVes()).isEqualTo(after.bookedVes());
        ErpClient desk = SERVER.as("front-desk.ccs-01");
        Customer ana = desk.customers().create(CustomerDraft.of("Ana Pérez", "V-2" + mark, "0414-1234567"));
        desk.invoices()
                .issue(InvoiceDraft.to(ana.id())
                        .line(InvoiceLine.part(part.id(), "Batería", 1, Money.usd("40.00"))
                                .tax("GENERAL")));
        Movement sale = CENTRE.parts().movements(part.id(), ALL).items().get(0);
        assertThat(sale.kind()).isEqualTo("SALE");
        assertThat(sale.value()).isEqualTo(Money.usd("-24.75"));
        assertThatThrownBy(() -> desk.stock().valuation()).isInstanceOf(Forbidden.class);
    }

    @Test
    void whatRunsLowIsListedUntilItIsReceived() {
        Part part = received("LOW", 2);
        CENTRE.parts().minimum(part.id(), 4);
        LowStock low = CENTRE.stock().low(ALL).items().stream()
                .filter(each -> each.partId().equals(part.id()))
                .findFirst()
                .orElseThrow();
        assertThat(low.missing()).isEqualTo(2);
        CENTRE.stockMovements().receipt(part.id(), 2, Money.usd("20.00"), "compra");
        assertThat(CENTRE.stock().low(ALL).items()).extracting(LowStock::partId).doesNotContain(part.id());
    }

    @Test
    void aBlindCountAboveTheLimitIsApprovedByTheManager() {
        Part part = received("CNT", 5);
        StockCount count = CENTRE.stockCounts().open("Vitrina " + mark, List.of(part.id()));
        assertThat(CENTRE.stockCounts()
                        .count(count.id(), part.id(), 3)
                        .lines()
                        .get(0)
                        .expected())
                .isEmpty();
        StockCount waiting = CENTRE.stockCounts().submit(count.id(), "faltan dos");
        assertThat(waiting.status()).isEqualTo("AWAITING_APPROVAL");
        assertThat(waiting.off()).contains(Money.usd("44.00"));
        assertThat(CENTRE.parts().stock(part.id()).onHand()).contains(5L);
        assertThatThrownBy(() -> CENTRE.stockCounts().approve(count.id())).isInstanceOf(Forbidden.class);
        assertThat(MANAGER.stockCounts().approve(count.id()).status()).isEqualTo("CLOSED");
        assertThat(CENTRE.parts().stock(part.id()).onHand()).contains(3L);
        assertThat(CENTRE.stockCounts().list(ALL.query("status", "CLOSED")).items())
                .extracting(StockCount::id)
                .contains(count.id());

        StockCount open = CENTRE.stockCounts().open("Otra " + mark, List.of(part.id()));
        assertThat(CENTRE.stockCounts().discard(open.id(), "se interrumpió").status())
                .isEqualTo("DISCARDED");
        StockCount again = CENTRE.stockCounts().open("Otra más " + mark, List.of(part.id()));
        CENTRE.stockCounts().count(again.id(), part.id(), 0);
        CENTRE.stockCounts().submit(again.id(), "no están");
        assertThat(MANAGER.stockCounts().reject(again.id(), "contar de nuevo").status())
                .isEqualTo("DISCARDED");
        assertThat(CENTRE.stockCounts().get(again.id()).lines().get(0).difference())
                .contains(-3L);
    }

    @Test
    void partsTravelBetweenStoresAndAreReceivedOnce() {
        Part part = received("TRA", 5);
        UUID centre = CENTRE.stores().list(ALL).items().get(0).id();
        UUID valencia = VALENCIA.stores().list(ALL).items().get(0).id();
        Transfer asked = VALENCIA.transfers()
                .request(TransferDraft.between(centre, valencia)
                        .part(part.id(), 4)
                        .note("Para la vitrina"));
        assertThat(CENTRE.transfers().get(asked.id()).side()).isEqualTo("OUT");
        CENTRE.transfers().send(asked.id());
        assertThat(VALENCIA.transfers().get(asked.id()).status()).isEqualTo("SENT");
        assertThat(VALENCIA.transfers().get(asked.id()).value()).isEqualTo(Money.usd("88.00"));

        CallOptions key = CallOptions.none().idempotencyKey("receive-" + mark);
        ArrivalDraft arrival = ArrivalDraft.because("una rota, una de más").part(part.id(), 2, 1);
        assertThatThrownBy(() -> VALENCIA.transfers().receive(asked.id(), arrival))
                .isInstanceOf(Forbidden.class);
        MANAGER_VALENCIA.transfers().receive(asked.id(), arrival, key);
        assertThat(MANAGER_VALENCIA
                        .transfers()
                        .receive(asked.id(), arrival, key)
                        .replayed())
                .isTrue();
        assertThatThrownBy(() -> VALENCIA.transfers().receive(asked.id(), ArrivalDraft.everything()))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("transfers.not-sent"));
        assertThat(VALENCIA.parts().stock(part.id()).onHand()).contains(2L);
        assertThat(CENTRE.parts().stock(part.id()).onHand()).contains(2L);
        assertThat(CENTRE.transfers().get(asked.id()).status()).isEqualTo("RECEIVED");
        assertThat(CENTRE.transfers().list(ALL.query("status", "RECEIVED")).items())
                .extracting(Transfer::id)
                .contains(asked.id());

        Transfer second = CENTRE.transfers()
                .request(TransferDraft.between(centre, valencia).part(part.id(), 1));
        CENTRE.transfers().send(second.id());
        CENTRE.transfers().cancel(second.id(), "se vendió aquí");
        assertThat(CENTRE.transfers().get(second.id()).status()).isEqualTo("CANCELLED");
        assertThat(VALENCIA.transfers().get(second.id()).status()).isEqualTo("CANCELLED");
        assertThat(CENTRE.parts().stock(part.id()).onHand()).contains(2L);
    }

    private Part received(String prefix, int pieces) {
        Part part = CENTRE.parts().create(draft(prefix));
        CENTRE.stockMovements().receipt(part.id(), pieces, Money.usd("20.00"), "compra");
        return part;
    }

    private PartDraft draft(String prefix) {
        return PartDraft.part(prefix + "-" + mark, "Batería " + mark, Money.usd("20.00"), Money.usd("40.00"));
    }
}
