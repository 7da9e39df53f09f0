package com.servistech.erp.inventory;

import static com.servistech.erp.testkit.Counter.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the shelves are worth, by weighted average of landed cost, and that the books say the same. */
class StockValueTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 6);

    private final Counter counter = Counter.of("ORDINARY");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aReceiptIsWorthItsCostWithShippingOperationAndWarrantyFund() {
        UUID part = partOf("20.00", "2.00", "1.00", null);
        receive(part, 10, null);
        // 20.00 + 2.00 + 1.00 + 10 % of 20.00
        assertThat(valuation().value()).isEqualTo(Money.usd("250.00"));
        receive(part, 10, "30.00");
        // 30.00 + 2.00 + 1.00 + 10 % of 30.00
        assertThat(valuation().value()).isEqualTo(Money.usd("610.00"));
        assertThat(sold(part, 1)).isEqualByComparingTo("30.50");
        assertThat(valuation().value()).isEqualTo(Money.usd("579.50"));
    }

    @Test
    void theWarrantyFundIsTheShareThatThePartSays() {
        UUID part = partOf("20.00", "2.00", "1.00", new BigDecimal("2.5"));
        receive(part, 2, null);
        assertThat(valuation().value()).isEqualTo(Money.usd("47.00"));
        PartView card = counter.as(Role.WAREHOUSE, s -> s.inventory().part(part));
        assertThat(card.warrantyFund()).isEqualTo(Money.usd("0.50"));
        assertThat(card.unitCost()).isEqualTo(Money.usd("23.50"));
    }

    @Test
    void anAverageThatDoesNotComeOutEvenLosesNoCentHoweverItIsSold() {
        UUID part = partOf("0.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 2, "3.33");
        receive(part, 1, "3.34");
        assertThat(valuation().value()).isEqualTo(Money.usd("10.00"));
        assertThat(sold(part, 1)).isEqualByComparingTo("3.33");
        assertThat(sold(part, 1)).isEqualByComparingTo("3.34");
        assertThat(sold(part, 1)).isEqualByComparingTo("3.33");
        assertThat(valuation().value()).isEqualTo(Money.usd("0.00"));
        assertThat(valuation().valueVes()).isEqualTo(Money.ves("0.00"));
        assertThat(valuation().booked()).isEqualTo(Money.usd("0.00"));
    }

    @Test
    void bolivaresAreThoseOfTheDaysOnWhichPartsCame() {
        UUID part = partOf("9.00", "0.00", "0.00", new BigDecimal("0"));
        receive(part, 1, "10.00");
        Counter.weekLater();
        receive(part, 1, "10.00");
        // 8723.93 of the first day and 8767.98 of the second
        assertThat(valuation().valueVes()).isEqualTo(Money.ves("17491.91"));
        sold(part, 1);
        assertThat(valuation().valueVes()).isEqualTo(Money.ves("8745.95"));
        assertThat(valuation().bookedVes()).isEqualTo(Money.ves("8745.95"));
    }

    @Test
    void theValuationOfADayIsNotChangedByWhatHappensAfterIt() {
        UUID part = partOf("10.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 4, null);
        Counter.weekLater();
        sold(part, 3);
        StockValuation then = counter.as(Role.ACCOUNTANT, s -> s.inventory().valuation(FIRST_DAY));
        assertThat(then.value()).isEqualTo(Money.usd("40.00"));
        assertThat(then.booked()).isEqualTo(Money.usd("40.00"));
        assertThat(then.pieces()).isEqualTo(4);
        assertThat(valuation().value()).isEqualTo(Money.usd("10.00"));
        assertThat(counter.as(Role.ACCOUNTANT, s -> s.inventory().valuation(FIRST_DAY.minusDays(1)))
                        .lines())
                .isEmpty();
    }

    @Test
    void whatAnotherPartOrPriceCostsLaterDoesNotTouchWhatWasSold() {
        UUID part = partOf("10.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 2, null);
        InvoiceView invoice = counter.issue(part(part, 1, "38.00"));
        receive(part, 5, "90.00");
        counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(List.of(new NewCreditNote.Line(0, 1, true)), "no era ese")));
        List<MovementView> ledger = counter.as(
                        Role.WAREHOUSE, s -> s.inventory().movements(part, Page.Request.first()))
                .items();
        assertThat(ledger.get(0).kind()).isEqualTo(MovementKind.RETURN);
        assertThat(ledger.get(0).value()).isEqualTo(Money.usd("10.00"));
    }

    @Test
    void threePiecesThatComeBackOneByOneCostTogetherWhatTheyHadCost() {
        UUID part = partOf("0.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 2, "3.33");
        receive(part, 1, "3.34");
        InvoiceView invoice = counter.issue(part(part, 3, "38.00"));
        for (int i = 0; i < 3; i++) {
            counter.as(
                    Role.SUPERVISOR,
                    s -> s.billing()
                            .credit(
                                    invoice.id(),
                                    new NewCreditNote(List.of(new NewCreditNote.Line(0, 1, true)), "no era ese")));
        }
        assertThat(valuation().value()).isEqualTo(Money.usd("10.00"));
        assertThat(valuation().valueVes()).isEqualTo(Money.ves("8723.93"));
    }

    @Test
    void whatIsLostWithACreditNoteStaysACost() {
        UUID part = partOf("10.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 2, null);
        InvoiceView invoice = counter.issue(part(part, 2, "38.00"));
        counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(List.of(new NewCreditNote.Line(0, 2, false)), "llegó roto")));
        assertThat(valuation().value()).isEqualTo(Money.usd("0.00"));
    }

    @Test
    void anAdjustmentGoesAtTheAverageAndNeverTakesWhatIsReservedOrNotThere() {
        UUID part = partOf("10.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 3, null);
        receive(part, 1, "14.00");
        adjust(part, -1);
        assertThat(valuation().value()).isEqualTo(Money.usd("33.00"));
        adjust(part, 1);
        assertThat(valuation().value()).isEqualTo(Money.usd("44.00"));
        assertThat(catchThrowableOfType(Conflict.class, () -> adjust(part, -5)).code())
                .isEqualTo("inventory.insufficient-stock");
        adjust(part, -4);
        assertThat(valuation().value()).isEqualTo(Money.usd("0.00"));
        // nothing is left to compare with: the catalogue says what one costs
        adjust(part, 2);
        assertThat(valuation().value()).isEqualTo(Money.usd("20.00"));
    }

    @Test
    void whatIsNotBoughtAnyMoreIsSoldOffAndNotReceived() {
        UUID part = partOf("10.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 1, null);
        PartView card = counter.as(Role.WAREHOUSE, s -> s.inventory().part(part));
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory()
                        .updatePart(
                                part,
                                card.version(),
                                new NewPart(
                                        card.sku(),
                                        card.name(),
                                        card.type(),
                                        null,
                                        null,
                                        card.cost(),
                                        card.shipping(),
                                        card.operational(),
                                        BigDecimal.ZERO,
                                        card.price(),
                                        0,
                                        false)));
        assertThat(catchThrowableOfType(Conflict.class, () -> receive(part, 1, null))
                        .code())
                .isEqualTo("inventory.inactive");
        assertThat(sold(part, 1)).isEqualByComparingTo("10.00");
    }

    @Test
    void whatRunsLowIsListedByTheStoresOwnMinimumOrTheCatalogues() {
        UUID part = partOf("10.00", "0.00", "0.00", BigDecimal.ZERO);
        receive(part, 5, null);
        assertThat(low()).doesNotContain(part);
        counter.as(Role.WAREHOUSE, s -> s.inventory().setMinimum(part, 6));
        assertThat(low()).contains(part);
        counter.as(Role.WAREHOUSE, s -> s.inventory().setMinimum(part, null));
        assertThat(low()).doesNotContain(part);
        adjust(part, -4);
        // the catalogue says 2
        assertThat(low()).contains(part);
    }

    @Test
    void onlySomeSeeWhatTheStockIsWorth() {
        assertThat(catchThrowableOfType(
                        Forbidden.class,
                        () -> counter.as(Role.FRONT_DESK, s -> s.inventory().valuation(null))))
                .isNotNull();
    }

    private UUID partOf(String cost, String shipping, String operational, BigDecimal warranty) {
        return counter.as(
                        Role.WAREHOUSE,
                        s -> s.inventory()
                                .enterPart(new NewPart(
                                        "VAL-" + UUID.randomUUID().toString().substring(0, 8),
                                        "Batería",
                                        PartType.PART,
                                        null,
                                        null,
                                        Money.usd(cost),
                                        Money.usd(shipping),
                                        Money.usd(operational),
                                        warranty,
                                        Money.usd("38.00"),
                                        2,
                                        null)))
                .id();
    }

    private void receive(UUID part, int quantity, String paid) {
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory()
                        .move(new NewMovement(
                                part,
                                MovementKind.RECEIPT,
                                quantity,
                                paid == null ? null : Money.usd(paid),
                                "compra")));
    }

    private void adjust(UUID part, int quantity) {
        counter.as(
                Role.WAREHOUSE,
                s -> s.inventory().move(new NewMovement(part, MovementKind.ADJUSTMENT, quantity, null, "revisado")));
    }

    /** What one cost. */
    private BigDecimal sold(UUID part, int quantity) {
        InvoiceView invoice = counter.issue(part(part, quantity, "38.00"));
        return SHOP.work(
                Role.MANAGER,
                counter.store,
                work -> work.sql()
                        .first(
                                row -> row.decimal("unit_cost"),
                                "select unit_cost from erp.invoice_lines where invoice_id = ?",
                                invoice.id())
                        .orElseThrow());
    }

    private StockValuation valuation() {
        return counter.as(Role.MANAGER, s -> s.inventory().valuation(null));
    }

    private List<UUID> low() {
        List<UUID> low = new ArrayList<>();
        String cursor = null;
        do {
            Page.Request next = new Page.Request(100, cursor);
            Page<LowStock> page = counter.as(Role.WAREHOUSE, s -> s.inventory().low(next));
            page.items().forEach(stock -> low.add(stock.partId()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return low;
    }
}
