package com.servistech.erp.billing.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.services.NewService;
import com.servistech.erp.services.ServiceView;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line that names a service of the catalogue, which costs 25.00, takes 60 minutes and has 90 days of warranty. */
class ServiceLinesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private final Counter counter = Counter.of("ORDINARY");
    private ServiceView screen;

    @BeforeEach
    void theCatalogue() {
        Counter.firstDay();
        String code = "PAN-" + UUID.randomUUID().toString().substring(0, 8);
        screen = counter.as(Role.MANAGER, s -> s.services().enter(service(code, true)));
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aServiceWithoutAPriceCostsWhatTheCatalogueSaysOnTheDayAndKeepsItsWarranty() {
        InvoiceView issued = counter.issue(line(LineType.SERVICE, screen.id(), null));
        InvoiceView.Line sold = issued.lines().get(0);
        assertThat(issued.total()).isEqualTo(Money.usd("29.00"));
        assertThat(sold.serviceId()).isEqualTo(screen.id());
        assertThat(sold.minutes()).isEqualTo(60);
        assertThat(sold.warrantyDays()).isEqualTo(90);

        NewService shorter =
                new NewService(screen.code(), "Pantalla", null, Money.usd("30.00"), 45, 30, List.of(), true);
        counter.as(Role.MANAGER, s -> s.services().update(screen.id(), screen.version(), shorter));
        assertThat(counter.as(Role.FRONT_DESK, s -> s.billing().get(issued.id()))
                        .lines())
                .isEqualTo(issued.lines());
        InvoiceView.Line later =
                counter.issue(line(LineType.SERVICE, screen.id(), null)).lines().get(0);
        assertThat(later.unitPrice()).isEqualTo(Money.usd("30.00"));
        assertThat(later.warrantyDays()).isEqualTo(30);
    }

    @Test
    void aDraftThatSaysNoPriceIsIssuedAtThatOfItsDay() {
        NewInvoice input = counter.invoice(null, line(LineType.SERVICE, screen.id(), null));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        assertThat(draft.lines().get(0).unitPrice()).isEqualTo(Money.usd("25.00"));
        assertThat(draft.lines().get(0).warrantyDays()).isEqualTo(90);
        LocalDate nextWeek = LocalDate.of(2026, 10, 13);
        counter.as(Role.MANAGER, s -> s.services().price(screen.id(), Money.usd("28.00"), nextWeek, "sube"));
        Counter.weekLater();
        InvoiceView issued = counter.as(Role.FRONT_DESK, s -> s.billing().issueDraft(draft.id()));
        assertThat(issued.lines().get(0).unitPrice()).isEqualTo(Money.usd("28.00"));
    }

    @Test
    void anotherPriceThanThatOfTheCatalogueAndAnOpenItemNeedTheirOwnPermission() {
        UUID customer = counter.customer();
        NewInvoice listed = new NewInvoice(customer, null, List.of(line(LineType.SERVICE, screen.id(), "25.00")), null);
        NewInvoice cheaper =
                new NewInvoice(customer, null, List.of(line(LineType.SERVICE, screen.id(), "20.00")), null);
        NewInvoice open = new NewInvoice(customer, null, List.of(line(LineType.SERVICE, null, "25.00")), null);
        assertThat(asProgram(listed).total()).isEqualTo(Money.usd("29.00"));
        assertThat(catchThrowableOfType(Forbidden.class, () -> asProgram(cheaper)))
                .isNotNull();
        assertThat(catchThrowableOfType(Forbidden.class, () -> asProgram(open))).isNotNull();
        assertThat(counter.as(Role.FRONT_DESK, s -> s.billing().issue(cheaper)).total())
                .isEqualTo(Money.usd("23.20"));
    }

    @Test
    void whatIsNoServiceOfTheCatalogueIsSaidAtItsPlace() {
        ServiceView old = counter.as(
                Role.MANAGER,
                s -> s.services()
                        .enter(service("VIE-" + UUID.randomUUID().toString().substring(0, 8), false)));
        Invalid refused = catchThrowableOfType(
                Invalid.class,
                () -> counter.issue(
                        line(LineType.SERVICE, UUID.randomUUID(), null),
                        line(LineType.SERVICE, old.id(), null),
                        line(LineType.PART, screen.id(), "1.00"),
                        line(LineType.SERVICE, null, null)));
        assertThat(refused.problems())
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly(
                        "/lines/0/serviceId services.not-found",
                        "/lines/1/serviceId services.inactive",
                        "/lines/2/serviceId invoices.service-line",
                        "/lines/3/unitPrice value.required");
    }

    @Test
    void aDraftOfWhatIsNotDoneAnyMoreIsStillReadAndListedAndRefusedOnlyWhenItIsIssued() {
        NewInvoice input = counter.invoice(null, line(LineType.SERVICE, screen.id(), null));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        NewService gone = service(screen.code(), false);
        counter.as(Role.MANAGER, s -> s.services().update(screen.id(), screen.version(), gone));
        InvoiceQuery drafts = new InvoiceQuery("DRAFT", null, null, null, Page.Request.first());
        InvoiceView read = counter.as(Role.ACCOUNTANT, s -> s.billing().get(draft.id()));
        assertThat(read).isEqualTo(draft);
        assertThat(counter.as(Role.ACCOUNTANT, s -> s.billing().list(drafts)).items())
                .containsExactly(draft);
        assertThat(catchThrowableOfType(
                        Invalid.class,
                        () -> counter.as(Role.FRONT_DESK, s -> s.billing().issueDraft(draft.id()))))
                .isNotNull();
    }

    @Test
    void theAccountantReadsADraftOfAnOrderWithoutReadingOrders() {
        UUID customer = counter.customer();
        UUID device = counter.as(
                        Role.FRONT_DESK,
                        s -> s.customers()
                                .registerDevice(
                                        customer,
                                        new NewDevice(DeviceType.PHONE, "Apple", "iPhone 11", null, null, null)))
                .id();
        UUID order = counter.as(
                        Role.FRONT_DESK,
                        s -> s.repairs().receive(new NewOrder(customer, device, "Pantalla rota", null, null, true)))
                .id();
        NewInvoice input = new NewInvoice(customer, order, List.of(line(LineType.SERVICE, screen.id(), null)), null);
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        InvoiceView read = counter.as(Role.ACCOUNTANT, s -> s.billing().get(draft.id()));
        assertThat(read).isEqualTo(draft);
    }

    /** A program whose key may do all that the counter may but write open items. */
    private InvoiceView asProgram(NewInvoice input) {
        Set<Permission> granted = EnumSet.complementOf(EnumSet.of(Permission.INVOICES_OPEN_ITEM));
        UserCaller program = new UserCaller(
                SHOP.person(counter.store, Role.FRONT_DESK),
                false,
                Map.of(counter.store, Role.FRONT_DESK),
                Optional.of(granted),
                Origin.of("program"));
        return SHOP.erp.inStore(program, counter.store).write(s -> s.billing().issue(input));
    }

    private static NewInvoice.Line line(LineType type, UUID serviceId, String priceOrNull) {
        Money price = priceOrNull == null ? null : Money.usd(priceOrNull);
        return new NewInvoice.Line(type, null, serviceId, null, "Cambio de pantalla", 1, price, Tax.GENERAL, null);
    }

    private static NewService service(String code, boolean active) {
        return new NewService(code, "Pantalla", null, Money.usd("25.00"), 60, 90, List.of(), active);
    }
}
