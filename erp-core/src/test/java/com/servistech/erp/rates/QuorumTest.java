package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Currency;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A morning on which the bank cannot be reached and two others agree. */
class QuorumTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @AfterEach
    void theClockGoesBack() {
        FutureBank.end();
    }

    @Test
    void twoSourcesThatAgreeCountProvisionallyFromEightOnWhenTheBankCannotBeReached() {
        LocalDate monday = FutureBank.begin();
        at(monday, "07:50");
        FutureBank.unreachable();
        FutureBank.witness("DOLARAPI", monday, "1004.5678");
        FutureBank.witness("DOLARVZLA", monday, "1004.56781234");
        assertThat(FutureBank.rows("QUORUM", monday, "USD"))
                .as("not before eight")
                .isEmpty();
        at(monday, "08:05");
        FutureBank.witness("DOLARVZLA", monday, "1004.56781234");
        assertThat(FutureBank.rows("QUORUM", monday, "USD")).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo("PROVISIONAL");
            assertThat(row.rate()).isEqualByComparingTo("1004.56781234");
        });
        EffectiveRate provisional = effective(monday, "PROVISIONAL_LAST_KNOWN");
        assertThat(provisional.provisional()).isTrue();
        assertThat(provisional.basis()).isEqualTo("QUORUM");
        assertThat(provisional.valueDate()).isEqualTo(monday);
        assertThatThrownBy(() -> effective(monday, "REFUSE"))
                .as("who refuses, refuses what is not the bank's word")
                .isInstanceOf(Conflict.class);
    }

    @Test
    void theBanksWordTakesItsPlaceAndADifferenceIsAlerted() {
        LocalDate monday = FutureBank.begin();
        at(monday, "08:05");
        FutureBank.unreachable();
        FutureBank.witness("DOLARAPI", monday, "1004.5");
        FutureBank.witness("DOLARVZLA", monday, "1004.5");
        assertThat(effective(monday, "PROVISIONAL_LAST_KNOWN").source()).isEqualTo("QUORUM");
        SHOP.clock.advance(Duration.ofMinutes(30));
        FutureBank.take(monday, "1004.9");
        EffectiveRate official = effective(monday, "REFUSE");
        assertThat(official.source()).isEqualTo("BCV");
        assertThat(official.rate()).isEqualByComparingTo("1004.9");
        assertThat(FutureBank.alerts())
                .anyMatch(alert -> alert.contains("SOURCES_DIFFER") && alert.contains("documents may have used it"));
    }

    @Test
    void oneSourceAloneOrTwoThatDifferCountForNothing() {
        LocalDate monday = FutureBank.begin();
        at(monday, "08:05");
        FutureBank.unreachable();
        FutureBank.witness("DOLARAPI", monday, "1004.5");
        assertThat(FutureBank.rows("QUORUM", monday, "USD")).isEmpty();
        FutureBank.witness("DOLARVZLA", monday, "1004.6");
        assertThat(FutureBank.rows("QUORUM", monday, "USD")).isEmpty();
        assertThat(effective(monday, "PROVISIONAL_LAST_KNOWN").basis()).isEqualTo("LAST_KNOWN");
    }

    @Test
    void anotherDaysRateHasNoVote() {
        LocalDate monday = FutureBank.begin();
        at(monday, "08:05");
        FutureBank.unreachable();
        FutureBank.witness("DOLARAPI", monday.plusDays(1), "1004.5");
        FutureBank.witness("DOLARVZLA", monday.plusDays(1), "1004.5");
        assertThat(FutureBank.rows("QUORUM", monday.plusDays(1), "USD")).isEmpty();
        assertThat(FutureBank.rows("QUORUM", monday, "USD")).isEmpty();
    }

    @Test
    void aBankThatNobodyAskedIsNotUnreachable() {
        LocalDate monday = FutureBank.begin();
        at(monday, "08:05");
        FutureBank.witness("DOLARAPI", monday, "1004.5");
        FutureBank.witness("DOLARVZLA", monday, "1004.5");
        assertThat(FutureBank.rows("QUORUM", monday, "USD")).isEmpty();
    }

    @Test
    void aWitnessThatContradictsTheBankIsAlertedAndChangesNothing() {
        LocalDate monday = FutureBank.begin();
        FutureBank.take(monday, "1003.1");
        FutureBank.witness("DOLARAPI", monday, "1003.9");
        assertThat(FutureBank.alerts()).anyMatch(alert -> alert.contains("SOURCES_DIFFER"));
        assertThat(FutureBank.rows("BCV", monday, "USD"))
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo("ACCEPTED"));
    }

    private static void at(LocalDate day, String caracas) {
        SHOP.clock.set(Instant.parse(day + "T" + caracas + ":00Z").plus(Duration.ofHours(4)));
    }

    private static EffectiveRate effective(LocalDate day, String missing) {
        IssuerCard issuer = new IssuerCard(UUID.randomUUID(), "J1", "x", "y", "ORDINARY", missing, "NEXT_BANKING_DAY");
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.rates().effective(day, Currency.USD, issuer));
    }
}
