package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.tax.IgtfMethod;
import com.servistech.erp.billing.tax.IgtfRule;
import com.servistech.erp.money.CentRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.OpenDebt;
import com.servistech.erp.money.Percent;
import com.servistech.erp.treasury.Family;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Payments worked out by a program in another language: ours, in the shape of the reference vectors, and where they lie
 * beside the project the reference vectors themselves.
 */
class WorkedPaymentsTest {

    private static final Percent THREE = Percent.of("3");
    private static final Igtf ON_TOP = igtf(IgtfMethod.ON_TOP);
    private static final Igtf GROSS = igtf(IgtfMethod.GROSS);

    /** One worked example with the file that it comes from, for its invoices and rates. */
    private record Worked(JsonObject file, JsonObject example) {

        Money usd(String field) {
            return Money.usd(example.getString(field));
        }

        Money ves(String field) {
            return Money.ves(example.getString(field));
        }

        BigDecimal rate(String name) {
            return new BigDecimal(file.getString(name));
        }

        Debt debt(String invoice) {
            List<JsonObject> all = file.getJsonArray("invoices").getValuesAs(JsonObject.class);
            // the reference has one invoice for several examples: P03-P06,P08
            JsonObject found = all.stream()
                    .filter(each -> each.getString("id").equals(invoice))
                    .findFirst()
                    .or(() -> all.stream()
                            .filter(each -> each.getString("id").startsWith(invoice + "-"))
                            .findFirst())
                    .orElseThrow();
            return owing(Money.usd(found.getString("total_usd")), Money.ves(found.getString("total_ves")), rate("R1"));
        }
    }

    static Stream<Named<Worked>> payments() throws IOException {
        return all("payments", "id");
    }

    static Stream<Named<Worked>> splits() throws IOException {
        return all("igtf_split", "tendered");
    }

    static Stream<Named<Worked>> roundings() throws IOException {
        return all("igtf_rounding", "base");
    }

    @ParameterizedTest
    @MethodSource("splits")
    void igtfIsWhatFitsIntoWhatIsHandedOverAndACentThatFitsNowhereIsLeft(Worked worked) {
        Debt large = owing(Money.usd("5000.00"), Money.ves("4361963.50"), new BigDecimal("872.3927"));
        Application done = Application.of(worked.usd("tendered"), large, large.issueRate(), ON_TOP);
        assertThat(done.applied()).isEqualByComparingTo(worked.usd("base").amount());
        assertThat(done.igtf()).isEqualTo(worked.usd("igtf"));
        assertThat(done.left()).isEqualTo(worked.usd("residual"));
    }

    @ParameterizedTest
    @MethodSource("roundings")
    void halfACentOfIgtfGoesUpUnlessTheIssuerRoundsHalfToEven(Worked worked) {
        Money base = worked.usd("base");
        assertThat(ON_TOP.needed(base).minus(base)).isEqualTo(worked.usd("half_up"));
        Igtf even = new Igtf(ON_TOP.rule(), CentRule.HALF_EVEN);
        assertThat(even.needed(base).minus(base)).isEqualTo(worked.usd("half_even"));
    }

    @ParameterizedTest
    @MethodSource("payments")
    void aWorkedPaymentComesOutToTheCent(Worked w) {
        BigDecimal issue = w.rate("R1");
        BigDecimal later = w.rate("R2");
        switch (w.example().getString("id")) {
            case "P02" -> {
                Application done = Application.of(w.usd("cash_usd"), w.debt("P01"), issue, Igtf.none());
                assertThat(done.igtf()).as("the regime decides").isEqualTo(w.usd("igtf"));
                settles(done, w.debt("P01"));
            }
            case "P03" -> {
                Debt debt = w.debt("P03");
                assertThat(Application.toClose(Currency.USD, debt, issue, ON_TOP))
                        .isEqualTo(w.usd("due"));
                Application done = Application.of(w.usd("due"), debt, issue, ON_TOP);
                assertThat(done.igtf()).isEqualTo(w.usd("igtf"));
                assertThat(done.igtfVes()).isEqualTo(w.ves("igtf_ves"));
                settles(done, debt);
            }
            case "P04" -> mixed(w, w.usd("tendered"), ON_TOP, w.usd("base"));
            case "P05" -> {
                Money collected = ON_TOP.needed(w.usd("principal"));
                assertThat(collected).isEqualTo(w.usd("collected"));
                mixed(w, collected, ON_TOP, w.usd("principal"));
            }
            case "P06" -> {
                Application part = Application.of(w.usd("tendered"), w.debt("P03"), issue, GROSS);
                assertThat(part.applied()).isEqualByComparingTo(w.usd("applied").amount());
                assertThat(part.igtf()).isEqualTo(w.usd("igtf"));
                rest(w, w.debt("P03").after(part));
                Money all = Application.toClose(Currency.USD, w.debt("P03"), issue, GROSS);
                assertThat(all).isEqualTo(w.usd("full_close_tendered"));
                assertThat(Application.of(all, w.debt("P03"), issue, GROSS).igtf())
                        .isEqualTo(w.usd("full_close_igtf"));
            }
            case "P07" -> {
                assertThat(Application.toClose(Currency.USD, w.debt("P07"), issue, ON_TOP))
                        .isEqualTo(w.usd("due"));
                assertThat(Application.toClose(Currency.USD, w.debt("P07"), issue, Igtf.none()))
                        .as("where Zelle causes none")
                        .isEqualTo(w.usd("total"));
            }
            case "P08" ->
                mixed(w, Money.of(w.example().getString("tendered_usdt"), Currency.USDT), ON_TOP, w.usd("base"));
            case "P10-mixed" -> {
                Debt debt = w.debt("P10");
                Application cash = Application.of(w.usd("cash_usd"), debt, issue, Igtf.none());
                assertThat(cash.value()).isEqualTo(w.ves("valued")).isEqualTo(cash.releasedVes());
                assertThat(debt.after(cash).dueVes(issue))
                        .isEqualTo(w.ves("complement_ves"))
                        .isNotEqualTo(w.ves("direct_conversion_wrong"));
                settles(
                        Application.of(w.ves("complement_ves"), debt.after(cash), issue, Igtf.none()),
                        debt.after(cash));
            }
            case "P12" -> assertThat(cash(w, null).change().parts()).containsExactly(w.usd("change_usd"));
            case "P13" ->
                assertThat(cash(w, w.usd("change_usd")).change().parts())
                        .containsExactly(w.usd("change_usd"), w.ves("change_ves"));
            case "P14" -> {
                Debt debt = w.debt("P03");
                assertThat(debt.dueVes(later)).isEqualTo(w.ves("ves_paid"));
                Application done = Application.of(w.ves("ves_paid"), debt, later, Igtf.none());
                settles(done, debt);
                assertThat(done.value().minus(done.releasedVes())).isEqualTo(w.ves("fx"));
                Debt anchored = new Debt(debt.usd(), debt.totalVes(), debt.releasedVes(), debt.issueRate(), true);
                assertThat(anchored.dueVes(later)).as("fixed in bolívares").isEqualTo(debt.totalVes());
            }
            case "P16" -> {
                Debt debt = w.debt("P03");
                Application voucher = Application.of(w.ves("retention_75"), debt, issue, Igtf.none());
                assertThat(debt.after(voucher).dueVes(issue)).isEqualTo(w.ves("pays"));
                settles(Application.of(w.ves("pays"), debt.after(voucher), issue, Igtf.none()), debt.after(voucher));
            }
            case "P19" -> {
                Tender tender = new Tender(Family.ELECTRONIC, w.ves("pago_movil"), null, false, issue, Igtf.none());
                Outcome outcome = Outcome.of(tender, w.debt("P03"));
                assertThat(outcome.credit()).isEqualTo(w.ves("credit_ves"));
                assertThat(outcome.change().parts()).isEmpty();
            }
            case "P20" -> twoDays(w, later);
            case "P15" ->
                assertThat(Application.toClose(Currency.USD, w.debt("P15"), issue, ON_TOP))
                        .as("what was paid before a line came back")
                        .isEqualTo(w.usd("paid"));
            default -> throw new IllegalArgumentException("an example that nothing tries: " + w.example());
        }
    }

    private static void mixed(Worked w, Money handed, Igtf igtf, Money base) {
        Debt debt = w.debt("P03");
        Application part = Application.of(handed, debt, w.rate("R1"), igtf);
        assertThat(part.applied()).isEqualByComparingTo(base.amount());
        assertThat(part.igtf()).isEqualTo(w.usd("igtf"));
        assertThat(part.igtfVes()).isEqualTo(w.ves("igtf_ves"));
        rest(w, debt.after(part));
    }

    /** The complement settles the rest, so that all bolívares are the invoice's total. */
    private static void rest(Worked w, Debt debt) {
        assertThat(debt.usd().shown()).isEqualTo(w.usd("rest_usd"));
        assertThat(debt.dueVes(w.rate("R1"))).isEqualTo(w.ves("rest_ves"));
        settles(Application.of(w.ves("rest_ves"), debt, w.rate("R1"), Igtf.none()), debt);
    }

    private static Outcome cash(Worked w, Money inKind) {
        Tender tender = new Tender(Family.CASH, w.usd("tendered"), inKind, false, w.rate("R1"), ON_TOP);
        Outcome outcome = Outcome.of(tender, w.debt("P03"));
        settles(outcome.application(), w.debt("P03"));
        assertThat(w.usd("tendered").minus(outcome.application().left())).isEqualTo(w.usd("due"));
        return outcome;
    }

    private static void twoDays(Worked w, BigDecimal later) {
        Debt debt = w.debt("P03");
        Application first = Application.of(w.ves("partial_ves"), debt, later, Igtf.none());
        assertThat(first.applied()).isEqualByComparingTo(w.example().getString("usd_applied"));
        Debt rest = debt.after(first);
        assertThat(rest.usd().usd()).isEqualByComparingTo(w.example().getString("rest_usd"));
        assertThat(rest.dueVes(later)).isEqualTo(w.ves("rest_ves"));
        Application second = Application.of(w.ves("rest_ves"), rest, later, Igtf.none());
        settles(second, rest);
        assertThat(List.of(
                        first.value().minus(first.releasedVes()), second.value().minus(second.releasedVes())))
                .containsExactly(
                        Money.ves(w.example().getJsonArray("fx").getString(0)),
                        Money.ves(w.example().getJsonArray("fx").getString(1)));
    }

    private static void settles(Application done, Debt debt) {
        assertThat(debt.after(done).usd().isSettled()).isTrue();
        assertThat(debt.after(done).openVes()).isEqualTo(Money.ves("0.00"));
    }

    private static Debt owing(Money usd, Money ves, BigDecimal rate) {
        return new Debt(OpenDebt.of(usd), ves, Money.ves("0.00"), rate, false);
    }

    private static Igtf igtf(IgtfMethod method) {
        return new Igtf(new IgtfRule(THREE, method, "test"), CentRule.HALF_UP);
    }

    private static Stream<Named<Worked>> all(String list, String name) throws IOException {
        List<JsonObject> files = new ArrayList<>();
        try (InputStream own = WorkedPaymentsTest.class.getResourceAsStream("worked-payments.json")) {
            files.add(read(own));
        }
        Optional<Path> beside = reference();
        if (beside.isPresent()) {
            try (InputStream reference = Files.newInputStream(beside.get())) {
                files.add(read(reference));
            }
        }
        return files.stream()
                .flatMap(file -> file.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                        .map(example -> Named.of(
                                example.getString(name) + " of file " + files.indexOf(file),
                                new Worked(file, example))));
    }

    private static Optional<Path> reference() {
        for (Path folder = Path.of("").toAbsolutePath(); folder.getParent() != null; folder = folder.getParent()) {
            Path vectors = folder.resolveSibling("shared").resolve("samples/domain-vectors.json");
            if (Files.exists(vectors)) {
                return Optional.of(vectors);
            }
        }
        return Optional.empty();
    }

    private static JsonObject read(InputStream json) {
        try (JsonReader reader = Json.createReader(json)) {
            return reader.readObject();
        }
    }
}
