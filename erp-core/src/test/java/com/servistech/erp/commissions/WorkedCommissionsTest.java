package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.SHOP;
import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.part;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.commissions.debit.DebitView;
import com.servistech.erp.commissions.debit.NewDebit;
import com.servistech.erp.commissions.decision.NewRule;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.commissions.rule.Basis;
import com.servistech.erp.commissions.rule.Team;
import com.servistech.erp.commissions.rule.Terms;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.repairs.Priority;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The worked examples C01 to C20 but for what changes later, each done at the counter and settled by the store. */
class WorkedCommissionsTest {

    private final Workshop shop = Workshop.open();

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void c01APlainRepairEarnsItsTechnicianAThirdAndABit() {
        at("2026-10-06T10:00");
        InvoiceView invoice = shop.deliveredAndBilled();
        assertThat(invoice.total()).isEqualTo(Money.usd("116.00"));
        shop.payAll(invoice);
        assertThat(shop.settle("2026-10")).isEqualTo(2);
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.70");
        CommissionEntry entry = shop.entries("2026-10", shop.technician).get(0);
        assertThat(entry.inputs())
                .contains(
                        "\"revenue\":\"100.00\"",
                        "\"cost\":\"38.00\"",
                        "\"grossProfit\":\"62.00\"",
                        "\"percent\":\"35.00\"");
    }

    @Test
    void c02WhoHandsOverEarnsADollarAndTenPercentOfTheAccessoriesSheSold() {
        at("2026-10-06T10:00");
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        UUID cover = shop.part(PartType.ACCESSORY, "10.00", "0.00", "0.00");
        InvoiceView invoice = shop.invoice(
                order, service("40.00"), part(screen, "60.00"), accessory(cover, shop.supervisor, "37.00"));
        shop.payAll(invoice);
        shop.deliver(order);
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.supervisor)).containsExactlyInAnyOrder("EARN 1.00", "EARN 3.70");
        assertThat(shop.sum("2026-10", shop.supervisor)).isEqualTo(Money.usd("4.70"));
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.70");
    }

    @Test
    void c03ADiscountBeforeTaxIsBorneByTheProfit() {
        at("2026-10-06T10:00");
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        shop.deliver(order);
        shop.payAll(shop.invoice(order, Money.usd("10.00"), service("40.00"), part(screen, "60.00")));
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 18.20");
    }

    @Test
    void c04ALossCostsTheTechnicianNothingUnlessTheShopCarriesLosses() {
        at("2026-10-06T10:00");
        loss();
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).isEmpty();

        at("2026-10-07T10:00");
        shop.decide(Terms.STANDARD.with(Terms.NegativeProfit.CARRY));
        loss();
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN -5.43");
    }

    @Test
    void c05NothingIsEarnedUntilTheLastPartIsPaid() {
        at("2026-10-20T10:00");
        InvoiceView invoice = twoParts();
        shop.settle("2026-11");
        assertThat(shop.said("2026-10", shop.technician)).isEmpty();
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("EARN 21.70");
        assertThat(invoice.total()).isEqualTo(Money.usd("116.00"));
    }

    @Test
    void c05InAShopThatPaysInProportionEachPaymentBringsItsPart() {
        at("2026-10-19T10:00");
        shop.decide(Terms.STANDARD.with(Terms.OnPartial.PROPORTIONAL));
        at("2026-10-20T10:00");
        twoParts();
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 11.22");
        shop.settle("2026-11");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("EARN 10.48");
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 11.22");
    }

    @Test
    void c06TheMonthIsTheOneOfCaracasHoweverLateTheDeviceIsHandedOver() {
        at("2026-09-28T10:00");
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        shop.payAll(shop.base(order, screen));
        at("2026-10-31T23:30");
        shop.deliver(order);
        shop.settle("2026-09");
        shop.settle("2026-10");
        assertThat(shop.said("2026-09", shop.technician)).isEmpty();
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.70");
    }

    @Test
    void c09ARateThatMovesChangesNothingUnlessTheDebtIsInBolivares() {
        at("2026-10-06T10:00");
        InvoiceView dollars = shop.deliveredAndBilled();
        at("2026-10-13T10:00");
        payInBolivares(dollars, "101708.52");
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.70");

        at("2026-10-05T10:00");
        Workshop anchored = new Workshop("ORDINARY");
        at("2026-10-06T10:00");
        anchored.policy(Policy.FX_SETTLEMENT, "VES_ANCHORED");
        UUID screen = anchored.screen();
        UUID order = anchored.ready(screen);
        anchored.deliver(order);
        InvoiceView invoice = anchored.base(order, screen);
        at("2026-10-13T10:00");
        payInBolivares(anchored, invoice, "101197.55");
        anchored.settle("2026-10");
        assertThat(anchored.said("2026-10", anchored.technician)).containsExactly("EARN 21.53");
    }

    @Test
    void c10TheTaxOnForeignCashIsNoRevenue() {
        Workshop special = new Workshop("SPECIAL");
        at("2026-10-06T10:00");
        UUID screen = special.screen();
        UUID order = special.ready(screen);
        special.deliver(order);
        InvoiceView invoice = special.base(order, screen);
        special.as(Role.FRONT_DESK, s -> s.cash().open("Caja", Money.usd("0.00"), Money.ves("0.00")));
        special.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), NewPayment.cash(Money.usd("50.00"))));
        special.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), NewPayment.cash(Money.ves("58851.61"))));
        special.settle("2026-10");
        assertThat(special.said("2026-10", special.technician)).containsExactly("EARN 21.70");
    }

    @Test
    void c11WhoMadeTheMistakePaysThePartsOfTheSecondRepairWhichBringsNothing() {
        at("2026-10-06T10:00");
        UUID order = rework(shop.technician);
        DebitView debit = charged(shop.technician, order, "24.00", null);
        assertThat(debit.state()).isEqualTo("APPROVED");
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("DEBIT -24.00");
        assertThat(shop.said("2026-10", shop.supervisor)).isEmpty();
    }

    @Test
    void c12AnotherTechnicianWhoDoesItAgainIsPaidByTheOneWhoMadeTheMistake() {
        at("2026-10-06T10:00");
        UUID bella = shop.hire("Bella", Role.TECHNICIAN);
        UUID order = rework(bella);
        charged(shop.technician, order, "29.00", new NewDebit.Redone(bella, Money.usd("5.00")));
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("DEBIT -29.00");
        assertThat(shop.said("2026-10", bella)).containsExactly("EARN 5.00");
    }

    @Test
    void c14TechniciansWhoRepairTogetherDivideThePoolToTheCent() {
        at("2026-10-06T10:00");
        UUID bella = shop.hire("Bella", Role.TECHNICIAN);
        UUID carlos = shop.hire("Carlos", Role.TECHNICIAN);
        assertThat(shares(Team.Mode.POOL, "62.03", shop.technician, "50", bella, "50"))
                .containsExactly("10.86", "10.85");
        assertThat(shares(Team.Mode.POOL, "62.03", shop.technician, "60", bella, "40"))
                .containsExactly("13.03", "8.68");
        assertThat(shares(Team.Mode.POOL, "62.00", shop.technician, "33.3333", bella, "33.3333", carlos, "33.3334"))
                .containsExactlyInAnyOrder("7.24", "7.23", "7.23");
        shop.as(
                Role.MANAGER,
                s -> s.commissions()
                        .rules()
                        .decide(new NewRule(
                                Basis.GROSS_PROFIT,
                                null,
                                bella,
                                new BigDecimal("30"),
                                LocalDate.of(2026, 10, 7),
                                null,
                                "aprendiz")));
        at("2026-10-07T10:00");
        assertThat(shares(Team.Mode.OWN_RATE, "62.03", shop.technician, "60", bella, "40"))
                .containsExactly("13.03", "7.44");
    }

    @Test
    void c16AndC18ADebtTakesAtMostAThirdOfTheNextMonthAndTheRestIsPaidInBolivares() {
        at("2026-10-12T10:00");
        earn("60.00");
        charged(shop.technician, null, "95.00", null);
        shop.settle("2026-10");
        shop.approve("2026-10");
        StatementView october = of(shop.payOut("2026-10"), shop.technician);
        assertThat(october.pay()).isEqualTo(Money.usd("0.00"));
        assertThat(october.closingCarry()).isEqualTo(Money.usd("-35.00"));

        at("2026-11-10T10:00");
        earn("80.00");
        shop.settle("2026-11");
        assertThat(shop.said("2026-11", shop.technician)).containsExactly("CARRY -35.00", "EARN 80.00");
        shop.approve("2026-11");
        StatementView november = of(shop.payOut("2026-11"), shop.technician);
        assertThat(november.cap()).isEqualTo(Money.usd("26.66"));
        assertThat(november.pay()).isEqualTo(Money.usd("53.34"));
        assertThat(november.closingCarry()).isEqualTo(Money.usd("-8.34"));
        assertThat(november.payout().rate()).isEqualByComparingTo(Workshop.R2);
        assertThat(november.payout().amount()).isEqualTo(Money.ves("46768.38"));
        assertThat(shop.said("2026-12", shop.technician)).containsExactly("CARRY -8.34");
    }

    @Test
    void c19HalfACentGoesToWhoEarnsIt() {
        at("2026-10-06T10:00");
        UUID order = shop.ready();
        UUID cover = shop.part(PartType.ACCESSORY, "5.00", "0.00", "0.00");
        shop.payAll(shop.invoice(order, service("61.50"), accessory(cover, shop.supervisor, "12.45")));
        shop.deliver(order);
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 21.53");
        assertThat(shop.said("2026-10", shop.supervisor)).contains("EARN 1.25");
    }

    @Test
    void c20LabourAloneBringsItsShare() {
        at("2026-10-06T10:00");
        earn("12.25");
        shop.settle("2026-10");
        assertThat(shop.said("2026-10", shop.technician)).containsExactly("EARN 12.25");
    }

    /** Labour alone, of which 35 % are this. */
    private void earn(String commission) {
        UUID order = shop.ready();
        shop.deliver(order, Role.FRONT_DESK);
        BigDecimal net = new BigDecimal(commission).divide(new BigDecimal("0.35"), 2, java.math.RoundingMode.HALF_UP);
        shop.payAll(shop.invoice(order, service(net.toPlainString())));
    }

    private InvoiceView twoParts() {
        UUID screen = shop.screen();
        UUID order = shop.ready(screen);
        InvoiceView invoice = shop.base(order, screen);
        shop.pay(invoice, Money.usd("60.00"));
        at("2026-10-21T10:00");
        shop.deliver(order);
        shop.settle("2026-10");
        at("2026-11-03T10:00");
        shop.pay(invoice, Money.usd("56.00"));
        return invoice;
    }

    private void loss() {
        UUID dear = shop.part(PartType.PART, "45.00", "4.00", "2.00");
        UUID order = shop.ready(dear);
        shop.deliver(order);
        shop.payAll(shop.invoice(order, part(dear, "40.00")));
    }

    private UUID rework(UUID who) {
        UUID order = shop.ready(who, Priority.WARRANTY, shop.part(PartType.PART, "20.00", "1.50", "0.50"));
        shop.deliver(order);
        return order;
    }

    private DebitView charged(UUID person, UUID order, String amount, NewDebit.Redone rework) {
        NewDebit debit = new NewDebit(
                person,
                order,
                "HUMAN_ERROR",
                Money.usd(amount),
                "La pantalla quedó mal pegada",
                List.of("foto 12"),
                rework);
        UUID id = shop.as(Role.SUPERVISOR, s -> s.commissions().propose(debit)).id();
        return shop.as(Role.MANAGER, s -> s.commissions().approveDebit(id, null));
    }

    /** The amounts of those who share an order of labour for so much, in their order. */
    private List<String> shares(Team.Mode mode, String net, Object... members) {
        UUID order = shop.ready();
        shop.deliver(order, Role.FRONT_DESK);
        shop.payAll(shop.invoice(order, service(net)));
        List<Team.Member> team = new java.util.ArrayList<>();
        for (int i = 0; i < members.length; i += 2) {
            team.add(new Team.Member((UUID) members[i], new BigDecimal((String) members[i + 1])));
        }
        shop.as(Role.MANAGER, s -> {
            s.commissions().split(order, new Team(mode, team), "lo repararon juntos");
            return null;
        });
        shop.settle("2026-10");
        return Arrays.stream(members)
                .filter(UUID.class::isInstance)
                .map(person -> shop.entries("2026-10", (UUID) person).stream()
                        .filter(entry -> order.equals(entry.orderId()))
                        .map(entry -> entry.amount().amount().toPlainString())
                        .findFirst()
                        .orElse("none"))
                .toList();
    }

    private void payInBolivares(InvoiceView invoice, String amount) {
        payInBolivares(shop, invoice, amount);
    }

    private static void payInBolivares(Workshop shop, InvoiceView invoice, String amount) {
        PaymentData data =
                PaymentData.mobile("0102", "04141234567", "R" + UUID.randomUUID(), LocalDate.of(2026, 10, 13));
        shop.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .pay(
                                invoice.id(),
                                NewPayment.of("PAGO_MOVIL", Money.ves(amount), data)
                                        .confirmed()));
    }

    private static StatementView of(List<StatementView> statements, UUID person) {
        return statements.stream()
                .filter(statement -> statement.personId().equals(person))
                .findFirst()
                .orElseThrow();
    }
}
