package com.servistech.erp.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an issuer decided where the sources differ. */
class PoliciesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static int issuers = 0;

    @Test
    void anIssuerThatSaysNothingHasTheDefaultOfEverySwitchWithItsSource() {
        List<PolicyCard> cards = SHOP.system(s -> s.policies().list(issuer().id()));
        Map<Policy, String> values = cards.stream().collect(Collectors.toMap(PolicyCard::policy, PolicyCard::value));
        assertThat(values)
                .containsOnlyKeys(Policy.values())
                .containsEntry(Policy.REGIME, "ORDINARY")
                .containsEntry(Policy.IGTF_METHOD, "ON_TOP")
                .containsEntry(Policy.IGTF_LATE_PAYMENT, "DEBIT_NOTE")
                .containsEntry(Policy.IGTF_ON_RETURN, "KEEP")
                .containsEntry(Policy.FX_SETTLEMENT, "FX_GAIN_LOSS")
                .containsEntry(Policy.WEEKEND_RATE, "NEXT_BANKING_DAY")
                .containsEntry(Policy.TAX_ROUNDING, "PER_RATE")
                .containsEntry(Policy.ROUNDING_MODE, "HALF_UP")
                .containsEntry(Policy.PRICE_MODE, "TAX_EXCLUSIVE")
                .containsEntry(Policy.CHANGE_CURRENCY, "ANY_DRAWER")
                .containsEntry(Policy.DEPOSIT_DOCUMENT, "RECEIPT_UNTIL_INVOICE")
                .containsEntry(Policy.MISSING_RATE, "REFUSE");
        assertThat(cards).allSatisfy(card -> assertThat(card.legalSource()).isNotBlank());
    }

    @Test
    void aSwitchHoldsFromItsDayAndTheDaysBeforeKeepWhatTheyHad() {
        UUID issuer = issuer().id();
        LocalDate from = LocalDate.of(2027, 1, 1);
        SHOP.system(s -> s.policies()
                .set(issuer, new NewPolicy(Policy.TAX_ROUNDING, "PER_LINE", from, "Manual de la máquina fiscal")));
        PolicySet before = SHOP.system(s -> s.policies().on(from.minusDays(1), issuer));
        PolicySet after = SHOP.system(s -> s.policies().on(from, issuer));
        assertThat(before.of(Policy.TAX_ROUNDING)).isEqualTo("PER_RATE");
        assertThat(after.of(Policy.TAX_ROUNDING)).isEqualTo("PER_LINE");
        assertThat(after.id()).isNotEqualTo(before.id()).matches("P[0-9A-F]{8}");
    }

    @Test
    void equalSwitchesHaveTheSameIdWhoeverHasThem() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        PolicySet one = SHOP.system(s -> s.policies().on(day, issuer().id()));
        PolicySet other = SHOP.system(s -> s.policies().on(day, issuer().id()));
        assertThat(one.id()).isEqualTo(other.id());
        assertThat(one.text()).startsWith("CHANGE_CURRENCY=ANY_DRAWER;CHANGE_ROUNDING=DOWN;");
    }

    @Test
    void aSwitchNeedsAKnownValueASourceAndADayThatIsNotPast() {
        UUID issuer = issuer().id();
        LocalDate yesterday = LocalDate.ofInstant(SHOP.clock.instant(), com.servistech.erp.tenancy.Work.CARACAS)
                .minusDays(1);
        assertThatThrownBy(() -> SHOP.system(
                        s -> s.policies().set(issuer, new NewPolicy(Policy.REGIME, "RICH", yesterday, "yo"))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactlyInAnyOrder("/legalSource", "/value", "/validFrom"));
        assertThatThrownBy(() -> SHOP.as(
                        Role.MANAGER,
                        SHOP.ccs,
                        s -> s.policies()
                                .set(issuer, new NewPolicy(Policy.REGIME, "SPECIAL", yesterday, "Notificación"))))
                .isInstanceOf(Forbidden.class);
    }

    private static synchronized IssuerCard issuer() {
        String rif = "J%09d".formatted(500_000_000 + issuers++);
        return SHOP.system(s -> s.stores()
                .addIssuer(new NewIssuer(rif, "Emisor", "Caracas", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY")));
    }
}
