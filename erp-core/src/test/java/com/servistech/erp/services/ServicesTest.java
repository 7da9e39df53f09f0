package com.servistech.erp.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.catalogue.DeviceModel;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Stale;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shop does to devices, by model, with the price of each day. */
class ServicesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 6);

    private final Counter counter = Counter.of("ORDINARY");
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void aServiceOfAModelIsFoundForItAndOneForAnyModelForAll() {
        DeviceModel a54 = counter.as(Role.MANAGER, s -> s.catalogue().addModel("Samsung", "A54 " + mark));
        DeviceModel ip11 = counter.as(Role.MANAGER, s -> s.catalogue().addModel("Apple", "iPhone 11 " + mark));
        ServiceView screen = enter("PAN-" + mark, a54.id(), List.of());
        ServiceView cleaning = enter("LIM-" + mark, null, List.of());
        assertThat(found(mark, a54.id())).containsExactly(cleaning.id(), screen.id());
        assertThat(found(mark, ip11.id())).containsExactly(cleaning.id());
        assertThat(found("samsung " + mark, null)).containsExactly(screen.id());
        assertThat(screen.model()).isEqualTo("Samsung A54 " + mark);
    }

    @Test
    void theListOfADayHasThePricesOfThatDay() {
        ServiceView service = enter("PRE-" + mark, null, List.of());
        counter.as(
                Role.MANAGER,
                s -> s.services().price(service.id(), Money.usd("30.00"), FIRST_DAY.plusDays(7), "sube el alquiler"));
        assertThat(priceOn(FIRST_DAY.plusDays(6))).isEqualTo(Money.usd("25.00"));
        assertThat(priceOn(FIRST_DAY.plusDays(7))).isEqualTo(Money.usd("30.00"));
        Counter.weekLater();
        assertThat(counter.as(Role.TECHNICIAN, s -> s.services().get(service.id()))
                        .price())
                .isEqualTo(Money.usd("30.00"));
        Invalid past = catchThrowableOfType(
                Invalid.class,
                () -> counter.as(
                        Role.MANAGER, s -> s.services().price(service.id(), Money.usd("1.00"), FIRST_DAY, null)));
        assertThat(past.problems().get(0).code()).isEqualTo("prices.past");
    }

    @Test
    void partsThatItNoLongerTakesAreNotListedAndComeBack() {
        UUID cable = counter.part(1);
        UUID glue = counter.part(1);
        ServiceView before = enter(
                "CAM-" + mark, null, List.of(new NewService.UsualPart(cable, 1), new NewService.UsualPart(glue, 2)));
        assertThat(before.parts()).extracting(ServiceView.Part::partId).containsExactlyInAnyOrder(cable, glue);
        ServiceView less = counter.as(
                Role.MANAGER,
                s -> s.services().update(before.id(), before.version(), service("CAM-" + mark, null, List.of())));
        assertThat(less.parts()).isEmpty();
        ServiceView again = counter.as(
                Role.MANAGER,
                s -> s.services()
                        .update(
                                before.id(),
                                less.version(),
                                service("CAM-" + mark, null, List.of(new NewService.UsualPart(glue, 3)))));
        assertThat(again.parts()).extracting(ServiceView.Part::quantity).containsExactly(3);
        assertThat(catchThrowableOfType(
                        Stale.class,
                        () -> counter.as(
                                Role.MANAGER,
                                s -> s.services()
                                        .update(
                                                before.id(),
                                                before.version(),
                                                service("CAM-" + mark, null, List.of())))))
                .isNotNull();
    }

    @Test
    void aCodeStandsOnceAndOnlyManagersWriteTheCatalogue() {
        enter("UNA-" + mark, null, List.of());
        assertThat(catchThrowableOfType(Conflict.class, () -> enter("una-" + mark, null, List.of()))
                        .code())
                .isEqualTo("services.code-taken");
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> counter.as(
                                Role.FRONT_DESK, s -> s.services().enter(service("X-" + mark, null, List.of())))))
                .isNotNull();
        NewService wrong = new NewService(
                "?",
                " ",
                UUID.randomUUID(),
                Money.usd("-1.00"),
                0,
                -1,
                List.of(new NewService.UsualPart(null, 0)),
                null);
        Invalid invalid = catchThrowableOfType(
                Invalid.class, () -> counter.as(Role.MANAGER, s -> s.services().enter(wrong)));
        assertThat(invalid.problems())
                .extracting(Invalid.Problem::pointer)
                .containsExactly(
                        "/code",
                        "/name",
                        "/price/amount",
                        "/minutes",
                        "/warrantyDays",
                        "/parts/0/partId",
                        "/parts/0/quantity");
    }

    private Money priceOn(LocalDate day) {
        ServiceQuery query = new ServiceQuery(mark, null, true, day, Page.Request.first());
        return counter.as(Role.FRONT_DESK, s -> s.services().list(query))
                .items()
                .get(0)
                .price();
    }

    private List<UUID> found(String text, UUID model) {
        ServiceQuery query = new ServiceQuery(text, model, null, null, Page.Request.first());
        return counter.as(Role.FRONT_DESK, s -> s.services().list(query)).items().stream()
                .map(ServiceView::id)
                .toList();
    }

    private ServiceView enter(String code, UUID model, List<NewService.UsualPart> parts) {
        return counter.as(Role.MANAGER, s -> s.services().enter(service(code, model, parts)));
    }

    private static NewService service(String code, UUID model, List<NewService.UsualPart> parts) {
        return new NewService(code, "Servicio", model, Money.usd("25.00"), 60, 90, parts, null);
    }
}
