package com.servistech.erp.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.catalogue.Category;
import com.servistech.erp.catalogue.DeviceModel;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue: found by what people type, priced by day. */
class CatalogueTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 6);

    private final Counter counter = Counter.of("ORDINARY");
    private final String mark = UUID.randomUUID().toString().substring(0, 8).replaceAll("[^a-z]", "x");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void aPartIsFoundByTheBeginningOfAnyWordOfItsSkuNameCategoryOrModelWithoutAccents() {
        Category screens = counter.as(Role.WAREHOUSE, s -> s.catalogue().addCategory("Módulos " + mark));
        DeviceModel a54 = counter.as(Role.WAREHOUSE, s -> s.catalogue().addModel("Samsúng " + mark, "Galaxy A54"));
        DeviceModel ip11 = counter.as(Role.WAREHOUSE, s -> s.catalogue().addModel("Apple " + mark, "iPhone 11"));
        UUID part = enter(
                "PAN-" + mark.toUpperCase() + "/01", "Pantalla frontal", screens.id(), List.of(a54.id()), "75.00");
        for (String typed : List.of(
                "pan " + mark,
                mark + " 01",
                "panta " + mark,
                "modulos " + mark,
                "samsung a5 " + mark,
                "PÁNTALLA " + mark)) {
            assertThat(found(typed)).as(typed).containsExactly(part);
        }
        for (String typed : List.of("iphone " + mark, "antalla " + mark, "pan & !" + mark + "zz", mark + " 02")) {
            assertThat(found(typed)).as(typed).isEmpty();
        }
        assertThat(found("' | *:)( " + mark)).containsExactly(part);
        assertThat(found("!?")).isEmpty();

        PartView card = counter.as(Role.WAREHOUSE, s -> s.inventory().part(part));
        assertThat(card.category()).isEqualTo(screens.name());
        assertThat(card.models()).containsExactly("Samsúng " + mark + " Galaxy A54");
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory().updatePart(part, card.version(), like(card, List.of(ip11.id()), card.price())));
        assertThat(found("iphone " + mark)).containsExactly(part);
        assertThat(found("samsung " + mark)).isEmpty();
        PartQuery fitting = new PartQuery(null, null, screens.id(), ip11.id(), true, null, Page.Request.first());
        assertThat(counter.as(Role.WAREHOUSE, s -> s.inventory().parts(fitting)).items())
                .extracting(PartView::id)
                .containsExactly(part);
    }

    @Test
    void theSearchUsesItsIndexUnderRowLevelSecurity() throws SQLException {
        SHOP.work(
                Role.WAREHOUSE,
                counter.store,
                work -> work.sql()
                        .update(
                                "insert into erp.parts (id, sku, name, type, cost, search, created_at, updated_at)"
                                        + " select gen_random_uuid(), 'BULK-' || ? || g, 'Repuesto ' || g, 'PART', 1, 'bulk repuesto n' || g, now(), now()"
                                        + " from generate_series(1, 4000) g",
                                mark.toUpperCase()));
        try (Connection owner = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze erp.parts");
        }
        List<String> plan = SHOP.work(Role.FRONT_DESK, counter.store, work -> {
            assertThat(work.sql().first(row -> row.text("current_user"), "select current_user"))
                    .contains("erp_app");
            return work.sql()
                    .list(
                            row -> row.text("QUERY PLAN"),
                            "explain select p.sku from erp.parts p left join erp.stock s on s.store_id = ? and s.part_id = p.id"
                                    + " where p.words @@ to_tsquery('pg_catalog.simple', 'n3999:*') order by p.sku limit 21",
                            work.store());
        });
        assertThat(String.join("\n", plan))
                .contains("Bitmap Index Scan on parts_words")
                .doesNotContain("Seq Scan on parts");
    }

    @Test
    void aPriceBeginsOnItsDayAndDocumentsKeepTheOneTheyHad() {
        UUID part = enter("PRC-" + mark.toUpperCase(), "Cable", null, null, "10.00");
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory().move(new NewMovement(part, MovementKind.RECEIPT, 3, null, "compra")));
        counter.as(
                Role.MANAGER,
                s -> s.inventory().setPrice(part, Money.usd("12.00"), FIRST_DAY.plusDays(7), "sube el flete"));
        assertThat(priceOn(part, FIRST_DAY.plusDays(6))).isEqualTo(Money.usd("10.00"));
        assertThat(priceOn(part, FIRST_DAY.plusDays(7))).isEqualTo(Money.usd("12.00"));
        assertThat(counter.as(Role.WAREHOUSE, s -> s.inventory().part(part)).price())
                .isEqualTo(Money.usd("10.00"));
        InvoiceView invoice = counter.issue(Counter.part(part, 1, "10.00"));

        Counter.weekLater();
        PartView card = counter.as(Role.WAREHOUSE, s -> s.inventory().part(part));
        assertThat(card.price()).isEqualTo(Money.usd("12.00"));
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory().updatePart(part, card.version(), like(card, List.of(), Money.usd("13.00"))));
        assertThat(priceOn(part, FIRST_DAY.plusDays(7))).isEqualTo(Money.usd("13.00"));
        assertThat(priceOn(part, FIRST_DAY)).isEqualTo(Money.usd("10.00"));
        assertThat(counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()))
                        .lines()
                        .get(0)
                        .unitPrice())
                .isEqualTo(Money.usd("10.00"));
        List<PriceView> prices = counter.as(Role.WAREHOUSE, s -> s.inventory().prices(part, new Page.Request(2, null)))
                .items();
        assertThat(prices).extracting(PriceView::price).containsExactly(Money.usd("13.00"), Money.usd("12.00"));
    }

    @Test
    void thePastIsNotPricedAgain() {
        UUID part = enter("PST-" + mark.toUpperCase(), "Cable", null, null, "10.00");
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> counter.as(
                        Role.MANAGER,
                        s -> s.inventory().setPrice(part, Money.usd("1.00"), FIRST_DAY.minusDays(1), null)));
        assertThat(invalid.problems().get(0).pointer()).isEqualTo("/validFrom");
        assertThat(catchThrowableOfType(NotFound.class, () -> priceOn(part, FIRST_DAY.minusDays(1))))
                .isNotNull();
    }

    @Test
    void namesStandInTheCatalogueOnceWhateverTheirCaseAndAccents() {
        counter.as(Role.WAREHOUSE, s -> s.catalogue().addCategory("Baterías " + mark));
        assertThat(catchThrowableOfType(
                                Conflict.class,
                                () -> counter.as(
                                        Role.WAREHOUSE, s -> s.catalogue().addCategory("BATERIAS " + mark)))
                        .code())
                .isEqualTo("catalogue.category-taken");
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> enter("BAD-" + mark.toUpperCase(), "Cable", null, List.of(UUID.randomUUID()), "1.00"));
        assertThat(invalid.problems().get(0).pointer()).isEqualTo("/modelIds/0");
    }

    private Money priceOn(UUID part, LocalDate day) {
        return counter.as(Role.FRONT_DESK, s -> s.inventory().priceOn(part, day))
                .price();
    }

    private List<UUID> found(String typed) {
        PartQuery query = new PartQuery(typed, null, null, Page.Request.first());
        return counter.as(Role.FRONT_DESK, s -> s.inventory().parts(query)).items().stream()
                .map(PartView::id)
                .toList();
    }

    private UUID enter(String sku, String name, UUID category, List<UUID> models, String price) {
        return counter.as(
                        Role.WAREHOUSE,
                        s -> s.inventory()
                                .enterPart(new NewPart(
                                        sku,
                                        name,
                                        PartType.PART,
                                        category,
                                        models,
                                        Money.usd("5.00"),
                                        null,
                                        null,
                                        null,
                                        Money.usd(price),
                                        0,
                                        null)))
                .id();
    }

    private static NewPart like(PartView card, List<UUID> models, Money price) {
        return new NewPart(
                card.sku(),
                card.name(),
                card.type(),
                card.categoryId(),
                models,
                card.cost(),
                card.shipping(),
                card.operational(),
                card.warrantyPercent(),
                price,
                card.minimumStock(),
                true);
    }
}
