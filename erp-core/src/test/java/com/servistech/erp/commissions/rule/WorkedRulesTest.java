package com.servistech.erp.commissions.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules on the figures of the worked examples, without a database. */
class WorkedRulesTest {

    private static final BigDecimal THIRTY_FIVE = new BigDecimal("35");
    private static final Terms.NegativeProfit FLOOR = Terms.NegativeProfit.FLOOR_ZERO;
    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BELLA = new UUID(0, 2);
    private static final UUID CARLOS = new UUID(0, 3);

    @Test
    void aTechnicianEarnsAShareOfTheGrossProfitAndNothingOnALoss() {
        assertThat(profit("100.00", "38.00").commission(THIRTY_FIVE, FLOOR)).isEqualTo(Money.usd("21.70"));
        assertThat(profit("90.00", "38.00").commission(THIRTY_FIVE, FLOOR)).isEqualTo(Money.usd("18.20"));
        assertThat(profit("35.00", "0.00").commission(THIRTY_FIVE, FLOOR)).isEqualTo(Money.usd("12.25"));
        assertThat(profit("61.50", "0.00").commission(THIRTY_FIVE, FLOOR)).isEqualTo(Money.usd("21.53"));
        GrossProfit loss = profit("40.00", "55.50");
        assertThat(loss.amount()).isEqualTo(Money.usd("-15.50"));
        assertThat(loss.commission(THIRTY_FIVE, FLOOR)).isEqualTo(Money.usd("0.00"));
        assertThat(loss.commission(THIRTY_FIVE, Terms.NegativeProfit.CARRY)).isEqualTo(Money.usd("-5.43"));
    }

    @Test
    void whoHandsOverEarnsADollarAUnitAndAShareOfTheAccessories() {
        Handover rates = new Handover(BigDecimal.ONE, BigDecimal.TEN);
        assertThat(rates.total(1, Money.usd("37.00"))).isEqualTo(Money.usd("4.70"));
        assertThat(rates.accessories(Money.usd("12.45"))).isEqualTo(Money.usd("1.25"));
        assertThat(rates.units(3)).isEqualTo(Money.usd("3.00"));
    }

    @Test
    void aPaymentInPartBringsItsPartAndTheLastOneTheRest() {
        Money whole = Money.usd("21.70");
        Money first = Recompute.instalment(whole, Money.usd("60.00"), Money.usd("116.00"));
        assertThat(first).isEqualTo(Money.usd("11.22"));
        Money all = Recompute.instalment(whole, Money.usd("116.00"), Money.usd("116.00"));
        assertThat(Recompute.difference(all, List.of(first))).contains(Money.usd("10.48"));
        assertThat(Recompute.difference(all, List.of(first, Money.usd("10.48"))))
                .isEmpty();
    }

    @Test
    void aCreditNoteIsTheDifferenceToWhatIsDueNow() {
        Money now = profit("70.00", "38.00").commission(THIRTY_FIVE, FLOOR);
        assertThat(Recompute.difference(now, List.of(Money.usd("21.70")))).contains(Money.usd("-10.50"));
    }

    @Test
    void bolivaresThatLostTheirWorthBringLessWhereTheDebtIsInBolivares() {
        GrossProfit received = profit("100.00", "38.00").received(Money.usd("115.42"), Money.usd("116.00"));
        assertThat(received.revenue()).isEqualTo(Money.usd("99.50"));
        assertThat(received.commission(THIRTY_FIVE, FLOOR)).isEqualTo(Money.usd("21.53"));
    }

    @Test
    void aRepairDoneAgainIsPaidByWhoMadeTheMistakeAndByNobodyElse() {
        Rework same = new Rework(Rework.Cause.HUMAN_ERROR, Money.usd("24.00"), Money.usd("0.00"));
        assertThat(same.debit()).isEqualTo(Money.usd("-24.00"));
        assertThat(same.commission().isZero()).isTrue();
        assertThat(same.units()).isZero();
        Rework other = new Rework(Rework.Cause.HUMAN_ERROR, Money.usd("24.00"), Money.usd("5.00"));
        assertThat(other.debit()).isEqualTo(Money.usd("-29.00"));
        assertThat(other.credit()).isEqualTo(Money.usd("5.00"));
        for (Rework.Cause cause : List.of(Rework.Cause.DEFECTIVE_PART, Rework.Cause.RECURRING_FAULT)) {
            Rework part = new Rework(cause, Money.usd("24.00"), Money.usd("0.00"));
            assertThat(part.debit().isZero()).isTrue();
            assertThat(part.claim()).isEqualTo(Money.usd("24.00"));
        }
        Rework user = new Rework(Rework.Cause.USER_DAMAGE, Money.usd("24.00"), Money.usd("0.00"));
        assertThat(user.debit().isZero() && user.claim().isZero()).isTrue();
    }

    @Test
    void aDebitIsNoMoreThanTheShopsCap() {
        Money debit = Money.usd("24.00");
        assertThat(Rework.capped(debit, Money.usd("21.70"), Terms.STANDARD)).isEqualTo(debit);
        Terms original = terms(Terms.DebitCap.ORIGINAL_COMMISSION, "100");
        assertThat(Rework.capped(debit, Money.usd("21.70"), original)).isEqualTo(Money.usd("21.70"));
        assertThat(Rework.capped(debit, Money.usd("-1.00"), original).isZero()).isTrue();
        assertThat(Rework.capped(debit, Money.usd("21.70"), terms(Terms.DebitCap.PERCENT, "50")))
                .isEqualTo(Money.usd("10.85"));
    }

    @Test
    void aPoolIsDividedWithoutLosingACentAndOwnRatesAreRoundedEach() {
        GrossProfit profit = profit("62.03", "0.00");
        assertThat(pool(profit, "50", "50")).containsExactly("10.86", "10.85");
        assertThat(pool(profit, "60", "40")).containsExactly("13.03", "8.68");
        assertThat(pool(profit("62.00", "0.00"), "33.3333", "33.3333", "33.3334"))
                .containsExactlyInAnyOrder("7.24", "7.23", "7.23");
        Map<UUID, BigDecimal> rates = Map.of(ANA, THIRTY_FIVE, BELLA, new BigDecimal("30"));
        Team own = new Team(Team.Mode.OWN_RATE, team("60", "40"));
        assertThat(own.divide(profit, rates::get, FLOOR))
                .extracting(part -> part.amount().amount().toPlainString())
                .containsExactly("13.03", "7.44");
    }

    @Test
    void anOldDebtTakesAThirdOfTheMonthAtMost() {
        Pay october = pay("60.00", "-95.00", "0.00", Terms.CapScope.CARRY_ONLY);
        assertThat(october.pay()).isEqualTo(Money.usd("0.00"));
        assertThat(october.closingCarry()).isEqualTo(Money.usd("-35.00"));
        Pay november = pay("80.00", "0.00", "-35.00", Terms.CapScope.CARRY_ONLY);
        assertThat(november.cap()).isEqualTo(Money.usd("26.66"));
        assertThat(november.recovered()).isEqualTo(Money.usd("26.66"));
        assertThat(november.pay()).isEqualTo(Money.usd("53.34"));
        assertThat(november.closingCarry()).isEqualTo(Money.usd("-8.34"));
        assertThat(november.pay().convertedAt(new BigDecimal("876.7976"), Currency.VES))
                .isEqualTo(Money.ves("46768.38"));
        Pay all = pay("60.00", "-95.00", "0.00", Terms.CapScope.ALL_DEBITS);
        assertThat(all.pay()).isEqualTo(Money.usd("40.00"));
        assertThat(all.closingCarry()).isEqualTo(Money.usd("-75.00"));
    }

    @Test
    void theFiguresOfTheFactsGiveTheirResults() throws Exception {
        Optional<Path> file = vectors();
        if (file.isEmpty()) {
            return;
        }
        Map<String, JsonObject> examples = read(file.get());
        assertThat(examples).hasSize(20);
        JsonObject loss = examples.get("C04");
        assertThat(of(loss).commission(THIRTY_FIVE, FLOOR)).isEqualTo(out(loss, "tech_FLOOR_ZERO"));
        assertThat(of(loss).commission(THIRTY_FIVE, Terms.NegativeProfit.CARRY)).isEqualTo(out(loss, "tech_CARRY"));
        for (String plain : List.of("C01", "C03", "C06", "C10", "C20")) {
            JsonObject example = examples.get(plain);
            assertThat(of(example).commission(THIRTY_FIVE, FLOOR)).isEqualTo(out(example, "tech"));
        }
        JsonObject note = examples.get("C07");
        Money after = new GrossProfit(of(note).revenue().minus(in(note, "cn_net")), of(note).cost())
                .commission(THIRTY_FIVE, FLOOR);
        assertThat(after).isEqualTo(out(note, "new"));
        assertThat(after.minus(of(note).commission(THIRTY_FIVE, FLOOR))).isEqualTo(out(note, "adjustment"));
    }

    /** Where the facts lie beside the sources; elsewhere the figures above are the test. */
    private static Optional<Path> vectors() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolveSibling("shared").resolve("samples/domain-vectors.json");
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private static Map<String, JsonObject> read(Path file) throws Exception {
        try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
            return reader.readObject().getJsonArray("commissions").stream()
                    .map(JsonObject.class::cast)
                    .collect(Collectors.toMap(example -> example.getString("id"), example -> example));
        }
    }

    private static GrossProfit of(JsonObject example) {
        JsonObject in = example.getJsonObject("in");
        Money cost = Money.usd(in.getString("part_cost", "0.00"));
        Money whole = cost.plus(Money.usd(in.getString("shipping", "0.00")))
                .plus(Money.usd(in.getString("operational", "0.00")))
                .plus(Money.rounded(cost.amount().movePointLeft(1), Currency.USD));
        return new GrossProfit(
                Money.usd(in.getString("revenue_net")).minus(Money.usd(in.getString("discount", "0.00"))), whole);
    }

    private static Money in(JsonObject example, String name) {
        return Money.usd(example.getJsonObject("in").getString(name));
    }

    private static Money out(JsonObject example, String name) {
        return Money.usd(example.getJsonObject("out").getString(name));
    }

    private static List<String> pool(GrossProfit profit, String... percents) {
        return new Team(Team.Mode.POOL, team(percents))
                .divide(profit, person -> THIRTY_FIVE, FLOOR).stream()
                        .map(part -> part.amount().amount().toPlainString())
                        .toList();
    }

    private static List<Team.Member> team(String... percents) {
        List<UUID> people = List.of(ANA, BELLA, CARLOS);
        return java.util.stream.IntStream.range(0, percents.length)
                .mapToObj(i -> new Team.Member(people.get(i), new BigDecimal(percents[i])))
                .toList();
    }

    private static Pay pay(String earned, String debited, String carry, Terms.CapScope scope) {
        return new Pay(Money.usd(earned), Money.usd(debited), Money.usd(carry), scope);
    }

    private static GrossProfit profit(String revenue, String cost) {
        return new GrossProfit(Money.usd(revenue), Money.usd(cost));
    }

    private static Terms terms(Terms.DebitCap cap, String percent) {
        Terms s = Terms.STANDARD;
        return new Terms(
                s.negativeProfit(),
                s.accessoryBase(),
                s.onPartial(),
                cap,
                com.servistech.erp.money.Percent.of(percent),
                s.capScope(),
                0);
    }
}
