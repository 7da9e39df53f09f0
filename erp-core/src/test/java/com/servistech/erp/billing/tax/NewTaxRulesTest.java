package com.servistech.erp.billing.tax;

import static com.servistech.erp.testkit.Counter.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.NewPolicy;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.stores.PolicyCard;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new law, and a new decision of an issuer: from a day on that has no documents, and never back. */
class NewTaxRulesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    /** Later than any document of any test: the law is everybody's. */
    private static final LocalDate LATER = LocalDate.of(2031, 1, 1);

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void theLawIsReadWithItsSourcesByTheDay() {
        assertThat(on(LocalDate.of(2026, 10, 6)))
                .extracting(
                        TaxRuleCard::tax,
                        TaxRuleCard::component,
                        rule -> rule.percent().toPlainString())
                .contains(
                        org.assertj.core.groups.Tuple.tuple("GENERAL", "GENERAL", "16"),
                        org.assertj.core.groups.Tuple.tuple("LUXURY", "ADDITIONAL", "15"),
                        org.assertj.core.groups.Tuple.tuple("IGTF", "IGTF", "3"));
        assertThat(on(LocalDate.of(2019, 1, 1))).extracting(TaxRuleCard::tax).doesNotContain("IGTF");
    }

    @Test
    void aNewLawHoldsFromItsDayOnAndTheDaysBeforeKeepTheOldOne() {
        TaxRuleCard entered = enter("REDUCED", "REDUCED", "10.5", LATER);
        assertThat(entered.percent()).isEqualByComparingTo("10.5");
        assertThat(percent(LATER.minusDays(1))).isEqualByComparingTo("8");
        assertThat(percent(LATER)).isEqualByComparingTo("10.5");
    }

    @Test
    void noLawBeginsBeforeADocumentNorByWhoIsNotAskedNorWithoutItsGazette() {
        InvoiceView issued = Counter.of("ORDINARY").issue(line("Servicio", "10.00", Tax.GENERAL));
        assertThat(issued.businessDay()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThatThrownBy(() -> enter("GENERAL", "GENERAL", "12", issued.businessDay()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("taxes.documents-issued"));
        assertThatThrownBy(() ->
                        enter("GENERAL", "GENERAL", "12", issued.businessDay().minusDays(1)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> enter("GENERAL", "ADDITIONAL", "12", LATER)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> enter("EXEMPT", "EXEMPT", "1", LATER)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> enter("GENERAL", "GENERAL", "100.01", LATER)).isInstanceOf(Invalid.class);
        NewTaxRule rule = new NewTaxRule("GENERAL", "GENERAL", BigDecimal.TEN, LATER, "Gaceta 50.000");
        assertThatThrownBy(() ->
                        SHOP.as(Role.ACCOUNTANT, SHOP.ccs, s -> s.billing().enterTaxRule(rule)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void anIssuersSwitchBeginsOnADayWithoutDocumentsOfItsOwn() {
        Counter counter = Counter.of("ORDINARY");
        counter.issue(line("Servicio", "10.00", Tax.GENERAL));
        assertThatThrownBy(() -> counter.with(Policy.TAX_ROUNDING, "PER_LINE"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("policies.documents-issued"));
        LocalDate tomorrow = LocalDate.of(2026, 10, 7);
        SHOP.system(s -> s.policies()
                .set(
                        counter.issuer.id(),
                        new NewPolicy(Policy.TAX_ROUNDING, "PER_LINE", tomorrow, "Manual de la máquina fiscal")));
        List<PolicyCard> policies =
                counter.as(Role.ACCOUNTANT, s -> s.policies().list(counter.issuer.id(), tomorrow));
        assertThat(policies)
                .filteredOn(card -> card.policy() == Policy.TAX_ROUNDING)
                .extracting(PolicyCard::value)
                .containsExactly("PER_LINE");
        Counter.weekLater();
        assertThat(counter.issue(
                                line("A", "3.33", Tax.GENERAL),
                                line("B", "3.33", Tax.GENERAL),
                                line("C", "3.33", Tax.GENERAL))
                        .total())
                .as("1.59 of IVA per line, 1.60 per rate")
                .isEqualTo(Money.usd("11.58"));
    }

    private static TaxRuleCard enter(String tax, String component, String percent, LocalDate from) {
        NewTaxRule rule = new NewTaxRule(tax, component, new BigDecimal(percent), from, "Ley de reforma, G.O. 50.000");
        return SHOP.system(s -> s.billing().enterTaxRule(rule));
    }

    private static List<TaxRuleCard> on(LocalDate day) {
        return SHOP.as(Role.ACCOUNTANT, SHOP.ccs, s -> s.billing().taxRules(day));
    }

    private static BigDecimal percent(LocalDate day) {
        return on(day).stream()
                .filter(rule -> rule.tax().equals("REDUCED"))
                .findFirst()
                .orElseThrow()
                .percent();
    }
}
