package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.LineType;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What special taxpayers withhold of the IVA, with its voucher or before it. */
class RetentionTest extends AtTheTill {

    @ParameterizedTest
    @CsvSource({"10468.71, 90728.84", "13958.28, 87239.27", "10468.72, 90728.83"})
    void aRetentionVoucherSettlesItsPartOfTheIvaAndIsGoodForOneInvoice(String withheld, String pays) {
        UUID customer = ORDINARY.customer();
        InvoiceView invoice = ORDINARY.invoice(customer, null, "100.00");
        String number = "202610" + "%08d".formatted(Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
        NewPayment voucher = NewPayment.of("RETENTION", Money.ves(withheld), PaymentData.voucher(number));
        PaymentView taken = ORDINARY.pay(invoice.id(), voucher);
        assertThat(taken.state()).isEqualTo("CONFIRMED");
        assertThat(taken.balanceVes()).isEqualTo(Money.ves(pays));
        assertThat(taken.status()).as("pending what is not withheld").isEqualTo("PARTIAL");
        assertThatThrownBy(() -> ORDINARY.pay(
                        invoice.id(),
                        NewPayment.of("RETENTION", Money.ves(withheld), PaymentData.voucher("20261000000001"))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.retention-taken"));
        InvoiceView other = ORDINARY.invoice(customer, null, "100.00");
        assertThatThrownBy(() -> ORDINARY.pay(other.id(), voucher))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.reference-used"));
        assertThat(ORDINARY.arrived(invoice.id(), Till.mobile(Money.ves(pays))).status())
                .isEqualTo("PAID");
    }

    @Test
    void aVoucherOverAnotherPartOfTheIvaIsRefusedAndSoIsANumberThatIsNone() {
        InvoiceView invoice = ORDINARY.invoice("100.00");
        for (String amount : List.of("10468.73", "10468.69", "5000.00")) {
            assertThatThrownBy(() -> ORDINARY.pay(
                            invoice.id(),
                            NewPayment.of("RETENTION", Money.ves(amount), PaymentData.voucher("20261000000009"))))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.problems())
                                    .extracting(Invalid.Problem::code)
                                    .containsExactly("payments.retention-amount"));
        }
        assertThatThrownBy(() -> ORDINARY.pay(
                        invoice.id(),
                        NewPayment.of("RETENTION", Money.ves("10468.71"), PaymentData.voucher("20261300000009"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRetentionWithoutItsVoucherWaitsForItAndSettlesNothingUntilThen() {
        InvoiceView invoice = ORDINARY.invoice("100.00");
        NewPayment withheld = NewPayment.of("RETENTION", Money.ves("10468.71"), PaymentData.none());
        PaymentView waiting = ORDINARY.pay(invoice.id(), withheld);
        assertThat(waiting.state()).isEqualTo("REPORTED");
        assertThat(SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.billing().get(invoice.id()))
                        .pendingVoucher())
                .isEqualTo(Money.ves("10468.71"));
        assertThat(ORDINARY.arrived(invoice.id(), Till.mobile(Money.ves("90728.84")))
                        .status())
                .as("pending its voucher")
                .isEqualTo("PARTIAL");
        assertThatThrownBy(() -> ORDINARY.pay(invoice.id(), withheld))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.retention-taken"));
        assertThatThrownBy(() ->
                        SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().confirm(waiting.id())))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.voucher-missing"));
        String number = "202610" + "%08d".formatted(Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
        PaymentView voucher = ORDINARY.pay(
                invoice.id(), NewPayment.of("RETENTION", Money.ves("10468.71"), PaymentData.voucher(number)));
        assertThat(voucher.status()).isEqualTo("PAID");
        PaymentView gone = SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().payment(waiting.id()));
        assertThat(gone.state()).isEqualTo("REJECTED");
        assertThat(SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.billing().get(invoice.id()))
                        .pendingVoucher())
                .isNull();
        assertThat(gone.reason()).contains(number);
    }

    @Test
    void aVoucherIsTakenOnADayWhoseRateNobodyKnowsSinceItCountsAtItsInvoices() {
        InvoiceView invoice = ORDINARY.invoice("100.00");
        Till.on(LocalDate.of(2027, 2, 3));
        NewPayment voucher = NewPayment.of("RETENTION", Money.ves("10468.71"), PaymentData.voucher("20261000071233"));
        assertThat(ORDINARY.preview(invoice.id(), voucher).toClose()).isEqualTo(Money.ves("101197.55"));
        PaymentView taken = ORDINARY.pay(invoice.id(), voucher);
        assertThat(taken.state()).isEqualTo("CONFIRMED");
        assertThat(taken.rate().rate()).isEqualByComparingTo(Till.R1);
        // 10,468.71 / 872.3927 = 12.00000000 of 116 dollars; what the rest is in bolívares, today's rate would say
        assertThat(taken.balance()).isEqualTo(Money.usd("104.00"));
        assertThat(taken.balanceVes()).isNull();
        assertThatThrownBy(() -> ORDINARY.pay(invoice.id(), Till.mobile(Money.ves("1000.00"))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("rates.missing"));
    }

    @Test
    void whatIsWithheldOfAnInvoiceThatWasCorrectedIsAPartOfTheIvaThatIsLeft() {
        NewInvoice two = new NewInvoice(ORDINARY.customer(), null, List.of(work("100.00"), work("20.00")), null);
        InvoiceView invoice =
                SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.billing().issue(two));
        assertThat(invoice.totalVes()).isEqualTo(Money.ves("121437.06"));
        SHOP.as(
                Role.SUPERVISOR,
                SHOP.ccs,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(
                                        List.of(new NewCreditNote.Line(1, 1, false)), "No se hizo la limpieza")));
        // of the IVA of 16,749.94 the note took 2,791.66 back: 75 % of 13,958.28
        NewPayment half = NewPayment.of("RETENTION", Money.ves("11000.00"), PaymentData.voucher("20261000081901"));
        assertThatThrownBy(() -> ORDINARY.pay(invoice.id(), half))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("10468.71");
        NewPayment voucher = NewPayment.of("RETENTION", Money.ves("10468.71"), PaymentData.voucher("20261000081901"));
        PaymentView taken = ORDINARY.pay(invoice.id(), voucher);
        assertThat(taken.state()).isEqualTo("CONFIRMED");
        assertThat(taken.balanceVes()).isEqualTo(Money.ves("90728.84"));
    }

    private static NewInvoice.Line work(String price) {
        return new NewInvoice.Line(
                LineType.SERVICE, null, null, "Mano de obra", 1, Money.usd(price), Tax.GENERAL, null);
    }
}
