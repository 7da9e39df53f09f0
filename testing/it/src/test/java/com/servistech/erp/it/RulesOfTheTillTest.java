package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The law's percentages, an issuer's switches and a store's limits, read and continued over HTTP. */
class RulesOfTheTillTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient ACCOUNTANT = SERVER.as("accountant.vln-01");
    private static final ErpClient MANAGER = SERVER.as("manager.vln-01");
    private static final ErpClient ADMIN = SERVER.as("admin");
    private static final LocalDate TODAY = LocalDate.now(Work.CARACAS);
    /** Far enough that no other test lives under it. */
    private static final LocalDate LATER = TODAY.plusYears(20);

    @Test
    void theLawIsReadAndANewOneEnteredForALaterDayByTheChain() {
        assertThat(percent(TODAY)).isEqualTo("8");
        JsonView entered = ADMIN.stores().enterTaxRule("REDUCED", "REDUCED", "9", LATER, "Ley de reforma, G.O. 50.000");
        assertThat(entered.string("percent")).isEqualTo("9");
        assertThat(percent(LATER)).isEqualTo("9");
        assertThat(percent(LATER.minusDays(1))).isEqualTo("8");
        assertThatThrownBy(() -> ACCOUNTANT
                        .stores()
                        .enterTaxRule("REDUCED", "REDUCED", "9", LATER, "Ley de reforma, G.O. 50.000"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void anIssuersSwitchIsReadByTheDayAndNeverSetIntoThePast() {
        UUID issuer =
                MANAGER.stores().list().items().get(0).view().object("issuer").uuid("id");
        assertThat(value(issuer, TODAY)).isEqualTo("KEEP");
        ADMIN.stores().decide(issuer, "IGTF_ON_RETURN", "REFUND", LATER, "Decisión del contador");
        assertThat(value(issuer, LATER)).isEqualTo("REFUND");
        assertThat(value(issuer, TODAY)).isEqualTo("KEEP");
        assertThatThrownBy(() -> ADMIN.stores()
                        .decide(issuer, "IGTF_ON_RETURN", "REFUND", TODAY.minusDays(1), "Decisión del contador"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(422));
    }

    @Test
    void aLimitIsSetForALaterDay() {
        List<JsonView> standing = ACCOUNTANT.stores().limits().items();
        assertThat(standing)
                .extracting(limit -> limit.string("limit"))
                .containsExactly("CASH_DIFFERENCE", "COUNT_DIFFERENCE", "REFUND_ALONE");
        assertThat(MANAGER.stores()
                        .limit("REFUND_ALONE", Money.usd("10.00"), LATER, "Decisión de la dueña")
                        .money("amount"))
                .isEqualTo(Money.usd("10.00"));
        assertThatThrownBy(() -> MANAGER.stores().limit("REFUND_ALONE", Money.usd("10.00"), TODAY, "Para hoy mismo"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(422));
    }

    private static String percent(LocalDate day) {
        return ACCOUNTANT.stores().taxRules(day).items().stream()
                .filter(rule -> rule.string("tax").equals("REDUCED"))
                .findFirst()
                .orElseThrow()
                .string("percent");
    }

    private static String value(UUID issuer, LocalDate day) {
        return ACCOUNTANT.stores().policies(issuer, day).items().stream()
                .filter(card -> card.string("policy").equals("IGTF_ON_RETURN"))
                .findFirst()
                .orElseThrow()
                .string("value");
    }
}
