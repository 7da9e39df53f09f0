package com.servistech.erp.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartQuery;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.inventory.PartView;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.NewService;
import com.servistech.erp.services.ServiceQuery;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Words that everybody uses are put right and laid aside without breaking what refers to them. */
class CatalogueTest {

    private final Counter counter = Counter.of("ORDINARY");
    private final String mark = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void whatIsRenamedIsFoundByItsNewNameAndNotByTheOld() {
        Category category = counter.as(Role.WAREHOUSE, s -> s.catalogue().addCategory("Pantalas " + mark));
        DeviceModel model = counter.as(Role.WAREHOUSE, s -> s.catalogue().addModel("Samsun", "A54 " + mark));
        PartView part = counter.as(Role.WAREHOUSE, s -> s.inventory().enterPart(part("PAN-" + mark, category, model)));
        ServiceView service = counter.as(Role.MANAGER, s -> s.services().enter(service("SRV-" + mark, model.id())));

        Category screens = counter.as(
                Role.WAREHOUSE,
                s -> s.catalogue().changeCategory(category.id(), category.version(), "Pantallas " + mark, true));
        DeviceModel samsung = counter.as(
                Role.WAREHOUSE,
                s -> s.catalogue().changeModel(model.id(), model.version(), "Samsung", "Galaxy A54 " + mark, true));
        Category categoryNow = counter.as(Role.FRONT_DESK, s -> s.catalogue().category(category.id()));
        assertThat(categoryNow).isEqualTo(screens);
        DeviceModel modelNow = counter.as(Role.FRONT_DESK, s -> s.catalogue().deviceModel(model.id()));
        assertThat(modelNow).isEqualTo(samsung);

        assertThat(parts("pantallas galaxy " + mark)).containsExactly(part.id());
        assertThat(parts("pantalas " + mark)).isEmpty();
        assertThat(services("samsung galaxy " + mark)).containsExactly(service.id());
        assertThat(counter.as(Role.FRONT_DESK, s -> s.services().get(service.id()))
                        .model())
                .isEqualTo("Samsung Galaxy A54 " + mark);
    }

    @Test
    void aNameThatIsTakenIsRefusedAndSoIsAChangeOfSomethingReadTooLongAgo() {
        counter.as(Role.WAREHOUSE, s -> s.catalogue().addCategory("Baterías " + mark));
        Category cells = counter.as(Role.WAREHOUSE, s -> s.catalogue().addCategory("Pilas " + mark));
        assertThat(catchThrowableOfType(
                                Conflict.class, () -> change(Role.WAREHOUSE, cells, 1, "BATERIAS " + mark, true))
                        .code())
                .isEqualTo("catalogue.category-taken");
        change(Role.WAREHOUSE, cells, 1, "Celdas " + mark, true);
        assertThat(catchThrowableOfType(Stale.class, () -> change(Role.WAREHOUSE, cells, 1, "Pilas " + mark, true)))
                .isNotNull();
        assertThat(catchThrowableOfType(Forbidden.class, () -> change(Role.TECHNICIAN, cells, 2, "Otro", true)))
                .isNotNull();
        assertThat(catchThrowableOfType(Invalid.class, () -> change(Role.WAREHOUSE, cells, 2, " ", true)))
                .isNotNull();
        counter.as(Role.WAREHOUSE, s -> s.catalogue().addModel("Apple", "11 " + mark));
        DeviceModel other = counter.as(Role.WAREHOUSE, s -> s.catalogue().addModel("Apple", "12 " + mark));
        assertThat(catchThrowableOfType(
                                Conflict.class,
                                () -> counter.as(
                                        Role.WAREHOUSE,
                                        s -> s.catalogue().changeModel(other.id(), 1, "APPLE", "11 " + mark, true)))
                        .code())
                .isEqualTo("catalogue.model-taken");
        assertThat(catchThrowableOfType(
                        NotFound.class,
                        () -> counter.as(
                                Role.WAREHOUSE,
                                s -> s.catalogue().changeModel(UUID.randomUUID(), 1, "Apple", "13", true))))
                .isNotNull();
    }

    @Test
    void whatIsLaidAsideTakesNothingNewAndKeepsWhatItHas() {
        Category category = counter.as(Role.WAREHOUSE, s -> s.catalogue().addCategory("Pantallas " + mark));
        DeviceModel model = counter.as(Role.WAREHOUSE, s -> s.catalogue().addModel("Apple", "11 " + mark));
        PartView part = counter.as(Role.WAREHOUSE, s -> s.inventory().enterPart(part("UNO-" + mark, category, model)));
        ServiceView service = counter.as(Role.MANAGER, s -> s.services().enter(service("SRV-" + mark, model.id())));
        change(Role.WAREHOUSE, category, category.version(), category.name(), false);
        counter.as(
                Role.WAREHOUSE,
                s -> s.catalogue().changeModel(model.id(), model.version(), model.brand(), model.name(), false));

        Invalid categoryRefused = catchThrowableOfType(
                Invalid.class,
                () -> counter.as(Role.WAREHOUSE, s -> s.inventory().enterPart(part("DOS-" + mark, category, model))));
        assertThat(categoryRefused.problems().get(0).code()).isEqualTo("catalogue.inactive");
        Invalid modelRefused = catchThrowableOfType(
                Invalid.class,
                () -> counter.as(Role.WAREHOUSE, s -> s.inventory().enterPart(part("DOS-" + mark, null, model))));
        assertThat(modelRefused.problems().get(0).pointer()).isEqualTo("/modelIds/0");
        assertThat(catchThrowableOfType(
                        Invalid.class,
                        () -> counter.as(Role.MANAGER, s -> s.services().enter(service("OTR-" + mark, model.id())))))
                .isNotNull();

        PartView kept = counter.as(
                Role.WAREHOUSE,
                s -> s.inventory().updatePart(part.id(), part.version(), part("UNO-" + mark, category, model)));
        assertThat(kept.categoryId()).isEqualTo(category.id());
        ServiceView dearer = counter.as(
                Role.MANAGER,
                s -> s.services().update(service.id(), service.version(), service("SRV-" + mark, model.id())));
        assertThat(dearer.modelId()).isEqualTo(model.id());
        assertThat(counter.as(Role.FRONT_DESK, s -> s.catalogue().categories(false, Page.Request.first()))
                        .items())
                .extracting(Category::id)
                .contains(category.id());
        assertThat(counter.as(Role.FRONT_DESK, s -> s.catalogue().models("apple", true, new Page.Request(100, null)))
                        .items())
                .extracting(DeviceModel::id)
                .doesNotContain(model.id());
    }

    private Category change(Role role, Category category, int version, String name, boolean active) {
        return counter.as(role, s -> s.catalogue().changeCategory(category.id(), version, name, active));
    }

    private List<UUID> parts(String text) {
        PartQuery query = new PartQuery(text, null, null, null, null, null, Page.Request.first());
        return counter.as(Role.FRONT_DESK, s -> s.inventory().parts(query)).items().stream()
                .map(PartView::id)
                .toList();
    }

    private List<UUID> services(String text) {
        ServiceQuery query = new ServiceQuery(text, null, null, null, Page.Request.first());
        return counter.as(Role.FRONT_DESK, s -> s.services().list(query)).items().stream()
                .map(ServiceView::id)
                .toList();
    }

    private static NewPart part(String sku, Category category, DeviceModel model) {
        return new NewPart(
                sku,
                "Repuesto",
                PartType.PART,
                category == null ? null : category.id(),
                List.of(model.id()),
                Money.usd("20.00"),
                null,
                null,
                null,
                Money.usd("40.00"),
                null,
                null);
    }

    private static NewService service(String code, UUID model) {
        return new NewService(code, "Cambio", model, Money.usd("25.00"), 60, 90, List.of(), null);
    }
}
