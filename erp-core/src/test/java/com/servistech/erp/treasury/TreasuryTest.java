package com.servistech.erp.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Payment methods, banks and accounts are rows, with the days on which they are good. */
class TreasuryTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final StoreId CCS = SHOP.ccs;

    @Test
    void theNineTendersAreThereAndSayWhatTheyNeed() {
        List<PaymentMethod> methods =
                SHOP.as(Role.FRONT_DESK, CCS, s -> s.treasury().methods());
        assertThat(methods)
                .extracting(PaymentMethod::code)
                .contains(
                        "CASH_USD",
                        "CASH_VES",
                        "PAGO_MOVIL",
                        "TRANSFER",
                        "CARD",
                        "ZELLE",
                        "BINANCE",
                        "RETENTION",
                        "CUSTOMER_CREDIT");
        assertThat(method("PAGO_MOVIL").required()).containsExactly("bankCode", "phone", "reference", "paidOn");
        assertThat(method("PAGO_MOVIL").causesIgtf()).isFalse();
        assertThat(method("ZELLE").causesIgtf()).isTrue();
    }

    @Test
    void aNewWayToPayIsARowAndItsIgtfRuleHasADay() {
        NewPaymentMethod paypal = new NewPaymentMethod(
                "PAYPAL",
                Family.ELECTRONIC,
                "PayPal",
                "PayPal",
                Currency.USD,
                List.of("payer", "reference"),
                "BANK_USD",
                new NewIgtfRule(true, LocalDate.of(2026, 1, 1), "SENIAT, 2022"));
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, CCS, s -> s.treasury().add(paypal)))
                .isInstanceOf(Forbidden.class);
        UUID id = SHOP.system(s -> s.treasury().add(paypal)).id();
        assertThatThrownBy(() -> SHOP.system(s -> s.treasury().add(paypal)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payment-methods.taken"));
        SHOP.system(s ->
                s.treasury().ruleIgtf(id, new NewIgtfRule(false, LocalDate.of(2026, 5, 1), "un decreto que exonera")));
        assertThat(on("PAYPAL", "2025-12-31").causesIgtf()).isFalse();
        assertThat(on("PAYPAL", "2026-04-30").causesIgtf()).isTrue();
        assertThat(on("PAYPAL", "2026-05-01").causesIgtf()).isFalse();
        SHOP.system(s -> s.treasury().change(id, 1, "PayPal", "PayPal", false));
        assertThat(method("PAYPAL").active()).isFalse();
        assertThatThrownBy(() -> SHOP.system(s -> s.treasury().change(id, 1, "PayPal", "PayPal", true)))
                .isInstanceOf(Stale.class);
    }

    @Test
    void bolivaresNeverCauseIgtfWhateverARowSays() {
        UUID mobile = method("PAGO_MOVIL").id();
        assertThatThrownBy(() -> SHOP.system(
                        s -> s.treasury().ruleIgtf(mobile, new NewIgtfRule(true, null, "un error de alguien"))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::code)
                                .containsExactly("payment-methods.igtf-ves"));
    }

    @Test
    void aBankThatIsGoneIsGoodOnOldDocumentsOnly() {
        assertThat(codes(LocalDate.of(2026, 10, 6)))
                .contains("0102", "0134", "0191")
                .doesNotContain("0116", "0190", "0106");
        assertThat(codes(LocalDate.of(2019, 10, 6))).contains("0116", "0190");
    }

    @Test
    void anAccountOfTheShopBelongsToOneStoreAndBeginsWithItsBanksCode() {
        String name = "BDV " + UUID.randomUUID();
        NewShopAccount wrong = account(name, "01340000000000000001");
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, CCS, s -> s.treasury().open(wrong)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/number"));
        ShopAccount opened =
                SHOP.as(Role.MANAGER, SHOP.vln, s -> s.treasury().open(account(name, "01020000000000000001")));
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, CCS, s -> s.treasury().account(opened.id())))
                .isInstanceOf(NotFound.class);
        assertThat(SHOP.as(
                                Role.MANAGER,
                                SHOP.vln,
                                s -> s.treasury().change(opened.id(), opened.version(), "Cerrada " + name, false))
                        .active())
                .isFalse();
    }

    @Test
    void noAccountTakesTheNameOfAnotherOneOfTheStore() {
        String name = "BDV " + UUID.randomUUID();
        NewShopAccount first = account(name, "01020000000000000002");
        NewShopAccount second = account(name + " dos", "01020000000000000003");
        SHOP.as(Role.MANAGER, CCS, s -> s.treasury().open(first));
        ShopAccount other = SHOP.as(Role.MANAGER, CCS, s -> s.treasury().open(second));
        String same = name.toUpperCase(Locale.ROOT);
        assertThatThrownBy(() ->
                        SHOP.as(Role.MANAGER, CCS, s -> s.treasury().change(other.id(), other.version(), same, true)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("shop-accounts.taken"));
        assertThatThrownBy(() -> SHOP.as(Role.MANAGER, CCS, s -> s.treasury().open(first)))
                .isInstanceOf(Conflict.class);
    }

    private static NewShopAccount account(String name, String number) {
        return new NewShopAccount(
                name, Currency.VES, List.of("PAGO_MOVIL", "TRANSFER"), "0102", number, "ServisTech C.A.", "BANK_VES");
    }

    private static List<String> codes(LocalDate day) {
        return SHOP.as(Role.FRONT_DESK, CCS, s -> s.treasury().banks(day)).stream()
                .map(Bank::code)
                .toList();
    }

    private static PaymentMethod method(String code) {
        return SHOP.as(Role.FRONT_DESK, CCS, s -> s.treasury().methods()).stream()
                .filter(method -> method.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static PaymentMethod on(String code, String day) {
        return SHOP.as(Role.FRONT_DESK, CCS, s -> s.treasury().method(code, LocalDate.parse(day)))
                .orElseThrow();
    }
}
