package com.servistech.erp.billing.explain;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.part;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.billing.payment.PaymentView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every amount says where it comes from, and anybody can check it with a pocket calculator. */
class ExplainTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void everyRoundedFigureOfAnInvoiceIsShownBeforeAndAfterItsRounding() {
        Counter counter = Counter.of("ORDINARY");
        UUID cable = counter.part(1);
        InvoiceView invoice = counter.issue(
                Money.usd("5.00"),
                service("Pantalla", "33.33"),
                part(cable, 1, "19.99"),
                line("Exento", "7.50", Tax.EXEMPT));
        Explanation told = counter.as(Role.MANAGER, s -> s.billing().explain(invoice.id()));

        assertThat(told.number()).isEqualTo(invoice.number());
        assertThat(told.policyId()).isEqualTo(invoice.policyId());
        assertThat(told.policies())
                .containsEntry("TAX_ROUNDING", "PER_RATE")
                .containsEntry("WEEKEND_RATE", "NEXT_BANKING_DAY");
        assertThat(told.rate().id()).isEqualTo(invoice.rate().id());
        assertThat(told.rate().valueDate()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(told.steps())
                .extracting(Explanation.Step::code)
                .startsWith("RATE", "LINE_PRICE", "LINE_SHARE_OF_DISCOUNT", "LINE_IN_BOLIVARES")
                .contains("TAX", "TOTAL", "BALANCE", "COMMISSION_INPUTS");
        assertThat(told.steps()).allSatisfy(step -> {
            assertThat(step.es()).isNotBlank();
            assertThat(step.en()).isNotBlank();
            if (step.exact() != null && !step.code().equals("LINE_SHARE_OF_DISCOUNT")) {
                assertThat(step.result().amount())
                        .as(step.code() + " " + step.about())
                        .isEqualByComparingTo(step.exact().setScale(2, RoundingMode.HALF_UP));
            }
        });
        assertThat(of(told, "LINE_SHARE_OF_DISCOUNT"))
                .hasSize(3)
                .allSatisfy(step ->
                        assertThat(step.result().amount()).isCloseTo(step.exact(), within(new BigDecimal("0.01"))));
        Explanation.Step tax = of(told, "TAX").stream()
                .filter(step -> step.about().equals("GENERAL VES"))
                .findFirst()
                .orElseThrow();
        assertThat(tax.inputs()).containsEntry("base", "42694.90 VES").containsEntry("percent", "16");
        assertThat(tax.result()).isEqualTo(Money.ves("6831.18"));
        assertThat(tax.inputs().get("legalSource")).contains("LIVA art. 27");
        assertThat(of(told, "TOTAL").get(1).result()).isEqualTo(Money.ves("55528.14"));
        assertThat(of(told, "COMMISSION_INPUTS").get(0).inputs())
                .containsEntry("revenue", "55.82 USD")
                .containsEntry("cost", "25.00 USD");
        Explanation counterClerk = counter.as(Role.FRONT_DESK, s -> s.billing().explain(invoice.id()));
        assertThat(of(counterClerk, "COMMISSION_INPUTS")).isEmpty();
    }

    /** P04: a special taxpayer is handed 50 dollars, the rest comes by Pago Móvil; then a part is taken back. */
    @Test
    void paymentsTellTheirRateTheirIgtfAndWhatTheyTookOffTheDebt() {
        Counter counter = Counter.of("SPECIAL");
        InvoiceView invoice = counter.issue(service("Servicio pantalla", "100.00"));
        counter.as(Role.FRONT_DESK, s -> s.cash().open("Caja 1", Money.usd("0.00"), Money.ves("0.00")));
        PaymentView dollars =
                counter.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), NewPayment.cash(Money.usd("50.00"))));
        Counter.weekLater();
        Money rest = counter.as(Role.FRONT_DESK, s -> s.billing().due(invoice.id()));
        LocalDate today = LocalDate.of(2026, 10, 13);
        NewPayment mobile = NewPayment.of(
                "PAGO_MOVIL",
                rest,
                PaymentData.mobile(
                        "0102",
                        "0414-1234567",
                        UUID.randomUUID().toString().replace("-", "").substring(0, 20),
                        today));
        PaymentView reported = counter.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), mobile));
        assertThat(of(explain(counter, invoice), "PAYMENT_APPLIED")).hasSize(1);
        counter.as(Role.SUPERVISOR, s -> s.billing().confirm(reported.id()));

        Explanation told = explain(counter, invoice);
        assertThat(of(told, "PAYMENT_RECEIVED"))
                .extracting(Explanation.Step::result)
                .containsExactly(Money.usd("50.00"), rest);
        Explanation.Step igtf = of(told, "IGTF").get(0);
        assertThat(igtf.result()).isEqualTo(Money.usd("1.46"));
        assertThat(igtf.inputs())
                .containsEntry("base", "48.54 USD")
                .containsEntry("percent", "3")
                .containsEntry("igtfVes", "1273.69 VES");
        assertThat(of(told, "IGTF_NONE")).hasSize(1);
        assertThat(of(told, "PAYMENT_APPLIED").get(1).inputs()).containsEntry("appliedUsd", "67.46000000");
        assertThat(of(told, "EXCHANGE_DIFFERENCE").get(0).result().isPositive()).isTrue();
        assertThat(of(told, "BALANCE").get(0).result()).isEqualTo(Money.usd("0.00"));

        Explanation alone = counter.as(Role.FRONT_DESK, s -> s.billing().explainPayment(dollars.id()));
        assertThat(alone.steps())
                .extracting(Explanation.Step::code)
                .containsExactly("RATE", "PAYMENT_RECEIVED", "IGTF", "PAYMENT_APPLIED");
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void notesAreStepsAndADraftHasNothingToExplainYet() {
        Counter counter = Counter.of("ORDINARY");
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"), service("Cable", "12.00"));
        counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(List.of(new NewCreditNote.Line(1, 1, false)), "el cable no servía")));
        Explanation told = explain(counter, invoice);
        assertThat(of(told, "CREDIT_NOTE").get(0).result()).isEqualTo(Money.usd("13.92"));
        assertThat(of(told, "BALANCE").get(0).result()).isEqualTo(Money.usd("116.00"));
        NewInvoice input = counter.invoice(null, service("Limpieza", "5.00"));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        assertThatThrownBy(() -> explain(counter, draft))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("invoices.draft"));
    }

    private static Explanation explain(Counter counter, InvoiceView invoice) {
        return counter.as(Role.FRONT_DESK, s -> s.billing().explain(invoice.id()));
    }

    private static List<Explanation.Step> of(Explanation told, String code) {
        return told.steps().stream().filter(step -> step.code().equals(code)).toList();
    }
}
