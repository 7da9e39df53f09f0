package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is too much becomes the customer's credit, which pays once and goes back with its payment. */
class CreditOfPaymentsTest extends AtTheTill {

    @Test
    void whatIsTooMuchByPagoMovilIsCreditAndPaysTheNextInvoiceOnce() throws Exception {
        UUID customer = ORDINARY.customer();
        InvoiceView invoice = ORDINARY.invoice(customer, null, "100.00");
        PaymentView paid = ORDINARY.arrived(invoice.id(), Till.mobile(Money.ves("101300.00")));
        assertThat(paid.credit()).isEqualTo(Money.ves("102.45"));
        assertThat(paid.change().isZero()).isTrue();
        Credit credit = credits(customer).get(0);
        assertThat(credit.remaining()).isEqualTo(Money.ves("102.45"));

        InvoiceView next = ORDINARY.invoice(customer, null, "100.00");
        Callable<String> use = () -> {
            try {
                return ORDINARY.pay(
                                next.id(),
                                NewPayment.of("CUSTOMER_CREDIT", Money.ves("100.00"), PaymentData.credit(credit.id())))
                        .state();
            } catch (Conflict e) {
                return e.code();
            }
        };
        assertThat(Till.atOnce(java.util.Collections.nCopies(8, use)))
                .containsOnlyOnce("CONFIRMED")
                .filteredOn("credits.not-enough"::equals)
                .hasSize(7);
        assertThat(credits(customer).get(0).remaining()).isEqualTo(Money.ves("2.45"));
        InvoiceView others = ORDINARY.invoice("10.00");
        assertThatThrownBy(() -> ORDINARY.pay(
                        others.id(),
                        NewPayment.of("CUSTOMER_CREDIT", Money.ves("1.00"), PaymentData.credit(credit.id()))))
                .as("a credit is its customer's alone")
                .isInstanceOf(Invalid.class);
    }

    @Test
    void creditOfDollarsThatBoreNoIgtfBearsItWhenASpecialTaxpayersCustomerUsesIt() {
        UUID customer = SPECIAL.customer();
        InvoiceView first = SPECIAL.invoice(customer, null, "10.00");
        PaymentView zelle = SPECIAL.arrived(
                first.id(),
                NewPayment.of(
                        "ZELLE", Money.usd("111.95"), PaymentData.network("Ana Pérez", Till.reference(), Till.DAY)));
        assertThat(zelle.igtf()).isEqualTo(Money.usd("0.35"));
        assertThat(zelle.credit()).isEqualTo(Money.usd("100.00"));
        InvoiceView second = SPECIAL.invoice(customer, null, "100.00");
        PaymentView used =
                SPECIAL.pay(second.id(), NewPayment.of("CUSTOMER_CREDIT", Money.usd("100.00"), PaymentData.none()));
        assertThat(used.state()).isEqualTo("CONFIRMED");
        assertThat(used.applied()).isEqualTo(Money.usd("97.09"));
        assertThat(used.igtf()).isEqualTo(Money.usd("2.91"));
    }

    @Test
    void moneyThatArrivesForAPaidInvoiceIsTheCustomersCredit() {
        ORDINARY.open("0.00", "0.00");
        UUID customer = ORDINARY.customer();
        InvoiceView invoice = ORDINARY.invoice(customer, null, "10.00");
        PaymentView reported = ORDINARY.pay(invoice.id(), Till.mobile(Money.ves("10119.76")));
        ORDINARY.pay(invoice.id(), NewPayment.cash(Money.usd("11.60")));
        PaymentView late = SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().confirm(reported.id()));
        assertThat(late.credit()).isEqualTo(Money.ves("10119.76"));
        assertThat(credits(customer)).extracting(Credit::remaining).containsExactly(Money.ves("10119.76"));
    }

    @Test
    void aReversalTakesBackTheCreditThatAPaymentLeftUnlessItWasUsed() {
        UUID customer = ORDINARY.customer();
        InvoiceView first = ORDINARY.invoice(customer, null, "10.00");
        PaymentView paid = ORDINARY.arrived(first.id(), Till.mobile(Money.ves("20000.00")));
        InvoiceView second = ORDINARY.invoice(customer, null, "100.00");
        PaymentView used =
                ORDINARY.pay(second.id(), NewPayment.of("CUSTOMER_CREDIT", Money.ves("5000.00"), PaymentData.none()));
        assertThatThrownBy(() ->
                        SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().reverse(paid.id(), "El banco lo devolvió")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.credit-used"));
        SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().reverse(used.id(), "Para poder devolver"));
        SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().reverse(paid.id(), "El banco lo devolvió"));
        assertThat(credits(customer).get(0).remaining().isZero()).isTrue();
    }

    private static List<Credit> credits(UUID customer) {
        return SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.billing().credits(customer));
    }
}
