package com.servistech.erp.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewPolicy;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import com.servistech.erp.testkit.TaxTables;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law as the database holds it. */
class TaxRulesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static int issuers = 0;

    @Test
    void everyKindOfIvaHasItsPercentageItsLetterAndItsSource() {
        TaxTable table = SHOP.work(Role.MANAGER, SHOP.ccs, work -> new TaxRules(work).on(DAY));
        for (Tax tax : Tax.values()) {
            TaxRate rate = table.of(tax);
            TaxRate expected = TaxTables.OF_2026.of(tax);
            assertThat(rate.percent().value())
                    .isEqualByComparingTo(expected.percent().value());
            assertThat(rate.code()).isEqualTo(expected.code());
            assertThat(rate.legalSource()).contains("LIVA");
        }
        assertThat(table.of(Tax.LUXURY).components())
                .extracting(TaxComponent::name)
                .containsExactly("GENERAL", "ADDITIONAL");
    }

    @Test
    void aDayBeforeTheFirstRuleHasNoPercentageThatCouldBeInvented() {
        TaxTable table = SHOP.work(Role.MANAGER, SHOP.ccs, work -> new TaxRules(work).on(LocalDate.of(2010, 1, 1)));
        assertThatThrownBy(() -> table.of(Tax.GENERAL))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("taxes.unknown"));
    }

    @Test
    void aSpecialTaxpayerPerceivesThreePercentWithinWhatIsHandedOver() {
        IgtfRule rule = igtf(issuer("SPECIAL"), DAY);
        assertThat(rule.applies()).isTrue();
        assertThat(rule.percent().value()).isEqualByComparingTo("3");
        assertThat(rule.method()).isEqualTo(IgtfMethod.ON_TOP);
        assertThat(rule.legalSource()).contains("6.687");
    }

    @ParameterizedTest
    @CsvSource({"ORDINARY", "FORMAL", "UNREGISTERED"})
    void nobodyElsePerceivesAnything(String regime) {
        assertThat(igtf(issuer(regime), DAY).applies()).isFalse();
    }

    @Test
    void beforeTheLawNobodyPerceivedAnything() {
        assertThat(igtf(issuer("SPECIAL"), LocalDate.of(2022, 3, 27)).applies()).isFalse();
    }

    @Test
    void anIssuerBecomesASpecialTaxpayerOnADay() {
        UUID issuer = issuer("ORDINARY");
        LocalDate notified = LocalDate.of(2027, 2, 1);
        SHOP.system(s ->
                s.policies().set(issuer, new NewPolicy(Policy.REGIME, "SPECIAL", notified, "Notificación del SENIAT")));
        assertThat(igtf(issuer, notified.minusDays(1)).applies()).isFalse();
        assertThat(igtf(issuer, notified).applies()).isTrue();
    }

    private static IgtfRule igtf(UUID issuer, LocalDate day) {
        return SHOP.work(Role.MANAGER, SHOP.ccs, work -> new TaxRules(work).igtf(issuer, day));
    }

    private static synchronized UUID issuer(String regime) {
        String rif = "J%09d".formatted(600_000_000 + issuers++);
        IssuerCard card = SHOP.system(s ->
                s.stores().addIssuer(new NewIssuer(rif, "Emisor", "Caracas", regime, "REFUSE", "NEXT_BANKING_DAY")));
        return card.id();
    }
}
