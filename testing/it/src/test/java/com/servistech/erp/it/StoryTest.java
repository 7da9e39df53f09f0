package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.billing.Invoice;
import com.servistech.erp.sdk.billing.Payment;
import com.servistech.erp.sdk.commissions.CommissionEntry;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.Device;
import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.sdk.error.NotFound;
import com.servistech.erp.sdk.inventory.Part;
import com.servistech.erp.sdk.repairs.ServiceOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A device comes in, is repaired with a part from stock, checked and handed over; it is invoiced at the rate that stands
 * on the bank's page and paid in two ways; the technician earns. The sister store sees none of it.
 */
class StoryTest {

    private static final RunningServer SERVER = RunningServer.shared();

    private final Story story = new Story(SERVER, RunningServer.unique());

    @BeforeAll
    static void theBankPublishesTodaysRate() {
        SERVER.publishRate();
        assertThat(SERVER.as("manager.ccs-01").rates().refresh("BCV").outcome()).isIn("PUBLISHED", "UNCHANGED");
    }

    @Test
    void aRepairIsTakenInDoneInvoicedAtTheBanksRatePaidInTwoWaysAndEarnsItsTechnicianACommission() {
        Customer ana = story.customer();
        ServiceOrder order = story.order(ana, story.device(ana));
        assertThat(order.status()).isEqualTo("TRIAGE");
        assertThat(order.number()).startsWith("CCS-01-");

        Part screen = part();
        long shelf = onHand(screen);
        story.repaired(order, screen.id());
        assertThatThrownBy(() -> story.technician.orders().qaResult(order.id(), Story.passed()))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.code()).isEqualTo("orders.qa-same-person"));
        assertThat(story.checked(order).status()).isEqualTo("READY");
        assertThat(story.delivered(order).status()).isEqualTo("DELIVERED");
        assertThat(onHand(screen)).isEqualTo(shelf - 1);

        Invoice invoice = story.invoice(ana, order, screen.id());
        assertThat(invoice.total()).isEqualTo(Money.usd("116.00"));
        assertThat(new BigDecimal(invoice.rate().string("rate"))).isEqualByComparingTo(RunningServer.RATE);
        assertThat(invoice.totalVes()).contains(inVes(List.of("62.00", "38.00")));
        assertThat(onHand(screen))
                .as("built in when handed over, so not taken again")
                .isEqualTo(shelf - 1);

        Payment cash = story.halfInCash(invoice);
        assertThat(cash.state()).isEqualTo("CONFIRMED");
        assertThat(cash.balance()).contains(Money.usd("58.00"));
        assertThat(earnedOn(order)).as("nothing before it is fully paid").isEmpty();

        Payment reported = story.theRestByPagoMovil(invoice, cash.balanceVes().orElseThrow());
        assertThat(reported.state()).isEqualTo("REPORTED");
        assertThat(reported.balance())
                .as("a reported payment settles nothing yet")
                .contains(Money.usd("58.00"));
        assertThat(story.seenToArrive(reported).balance()).contains(Money.usd("0.00"));
        assertThat(story.desk.invoices().get(invoice.id()).status()).isEqualTo("PAID");

        // 35 % of what the lines brought, less what the part cost with shipping, operation and warranty fund
        BigDecimal profit = new BigDecimal("100.00").subtract(unitCost(screen));
        Money commission = new Money(profit.multiply(new BigDecimal("0.35")).setScale(2, RoundingMode.HALF_UP), "USD");
        assertThat(earnedOn(order)).containsExactly(commission);
        assertThat(story.manager.commissions().list(story.period()).items())
                .extracting(CommissionEntry::amount)
                .contains(commission);
        theSisterStoreSeesNone(ana, order, invoice);
    }

    @Test
    void theSameStoryToldTwiceWithTheSameKeysChangesNothing() {
        Part screen = part();
        List<UUID> first = tell(screen);
        long shelf = onHand(screen);
        // every payment and every part leaves a version behind
        String invoice = asItIs("/invoices/" + first.get(4));
        String order = asItIs("/orders/" + first.get(2));
        List<UUID> second = tell(screen);
        assertThat(second).isEqualTo(first);
        assertThat(onHand(screen)).isEqualTo(shelf);
        assertThat(asItIs("/invoices/" + first.get(4))).isEqualTo(invoice);
        assertThat(asItIs("/orders/" + first.get(2))).isEqualTo(order);
        assertThat(story.desk.customers().list(story.document()).items()).hasSize(1);
        CallOptions ofCustomer =
                CallOptions.none().query("customerId", first.get(0).toString());
        assertThat(story.desk.orders().list(ofCustomer).items()).hasSize(1);
        assertThat(story.desk.invoices().list(ofCustomer).items()).hasSize(1);
    }

    private List<UUID> tell(Part screen) {
        Customer customer = story.customer();
        Device device = story.device(customer);
        ServiceOrder order = story.order(customer, device);
        UUID reservation = story.repaired(order, screen.id()).id();
        story.checked(order);
        story.delivered(order);
        Invoice invoice = story.invoice(customer, order, screen.id());
        Payment cash = story.halfInCash(invoice);
        Payment mobile = story.theRestByPagoMovil(invoice, cash.balanceVes().orElseThrow());
        story.seenToArrive(mobile);
        story.settled();
        return List.of(customer.id(), device.id(), order.id(), reservation, invoice.id(), cash.id(), mobile.id());
    }

    private static void theSisterStoreSeesNone(Customer ana, ServiceOrder order, Invoice invoice) {
        ErpClient sister = SERVER.as("manager.vln-01");
        assertThatThrownBy(() -> sister.customers().get(ana.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sister.customers().devices(ana.id()).list()).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sister.orders().get(order.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sister.invoices().get(invoice.id())).isInstanceOf(NotFound.class);
        for (UUID id : List.of(ana.id(), order.id(), invoice.id())) {
            assertThat(sister.audit()
                            .list(CallOptions.none().query("id", id.toString()))
                            .items())
                    .isEmpty();
        }
        assertThat(sister.customers().list("Ana Pérez").items())
                .extracting(Customer::id)
                .doesNotContain(ana.id());
        assertThat(SERVER.as("manager.ccs-01")
                        .audit()
                        .list("service_orders", order.id().toString())
                        .items())
                .isNotEmpty();
    }

    private List<Money> earnedOn(ServiceOrder order) {
        story.manager.commissions().settle(story.period());
        return story.technician.commissions().list(story.period()).items().stream()
                .filter(entry -> entry.orderId().filter(order.id()::equals).isPresent())
                .map(CommissionEntry::amount)
                .toList();
    }

    private Part part() {
        return story.technician.parts().list().items().get(0);
    }

    private long onHand(Part part) {
        return story.technician.parts().stock(part.id()).onHand().orElseThrow();
    }

    private BigDecimal unitCost(Part part) {
        return story.technician
                .get("/parts/" + part.id(), CallOptions.none())
                .money("unitCost")
                .amount();
    }

    private String asItIs(String path) {
        return story.desk.send("GET", path, CallOptions.none()).text();
    }

    /** Each line and then the tax on their sum are converted and rounded by themselves: bolívares are the fiscal truth. */
    private static Money inVes(List<String> nets) {
        BigDecimal base = nets.stream()
                .map(net -> new BigDecimal(net).multiply(RunningServer.RATE).setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal iva = base.multiply(new BigDecimal("0.16")).setScale(2, RoundingMode.HALF_UP);
        return new Money(base.add(iva), "VES");
    }
}
