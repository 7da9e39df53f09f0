package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money for an order before there is an invoice. */
class DepositTest extends AtTheTill {

    @Test
    void aDepositInBolivaresCountsTheDollarsThatItWasOnItsOwnDay() {
        UUID customer = ORDINARY.customer();
        UUID order = ORDINARY.order(customer);
        PaymentView deposit = deposit(ORDINARY, order, Till.mobile(Money.ves("50000.00")));
        assertThat(deposit.state()).isEqualTo("REPORTED");
        assertThat(deposit.receiptNumber()).startsWith("RA-");
        SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().confirm(deposit.id()));
        Till.on(Till.WEEK_LATER);
        InvoiceView invoice = ORDINARY.invoice(customer, order, "100.00");
        // 50,000.00 / 872.3927 = 57.31363799 dollars, whatever a dollar costs on the day of the invoice
        assertThat(invoice.balance()).isEqualTo(Money.usd("58.69"));
        assertThat(invoice.status()).isEqualTo("PARTIAL");
        PaymentView applied = SHOP.as(
                        Role.FRONT_DESK, SHOP.ccs, s -> s.billing().payments(invoice.id(), Page.Request.first()))
                .items()
                .get(0);
        assertThat(applied.id()).isEqualTo(deposit.id());
        assertThat(applied.rate().rate()).isEqualByComparingTo(Till.R1);
        assertThat(ORDINARY.arrived(invoice.id(), Till.mobile(applied.balanceVes()))
                        .status())
                .isEqualTo("PAID");
    }

    @Test
    void aSpecialTaxpayerPerceivesIgtfOnTheDepositAndNotAgainOnTheInvoice() {
        UUID session = SPECIAL.open("0.00", "0.00");
        UUID customer = SPECIAL.customer();
        UUID order = SPECIAL.order(customer);
        PaymentView deposit = deposit(SPECIAL, order, NewPayment.cash(Money.usd("50.00")));
        assertThat(deposit.state()).isEqualTo("CONFIRMED");
        assertThat(deposit.igtf()).isEqualTo(Money.usd("1.46"));
        assertThat(deposit.applied()).as("kept for the order").isEqualTo(Money.usd("48.54"));
        assertThat(SPECIAL.held(session).usd()).isEqualTo(Money.usd("50.00"));
        InvoiceView invoice = SPECIAL.invoice(customer, order, "100.00");
        assertThat(invoice.balance()).isEqualTo(Money.usd("67.46"));
        PaymentPreview rest = SPECIAL.preview(invoice.id(), NewPayment.cash(Money.ves("1.00")));
        assertThat(rest.toClose()).isEqualTo(Money.ves("58851.61"));
    }

    @Test
    void whatADepositIsMoreThanTheInvoiceIsTheCustomersCredit() {
        ORDINARY.open("0.00", "0.00");
        UUID customer = ORDINARY.customer();
        UUID order = ORDINARY.order(customer);
        deposit(ORDINARY, order, NewPayment.cash(Money.usd("20.00")));
        InvoiceView invoice = ORDINARY.invoice(customer, order, "10.00");
        assertThat(invoice.status()).isEqualTo("PAID");
        List<Credit> credits =
                SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.billing().credits(customer));
        assertThat(credits)
                .extracting(Credit::remaining, Credit::origin)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Money.usd("8.40"), "DEPOSIT"));
    }

    @Test
    void aDepositThatArrivesAfterTheInvoiceSettlesItAllTheSame() {
        UUID customer = ORDINARY.customer();
        UUID order = ORDINARY.order(customer);
        PaymentView reported = deposit(ORDINARY, order, Till.mobile(Money.ves("10119.76")));
        InvoiceView invoice = ORDINARY.invoice(customer, order, "10.00");
        assertThat(invoice.status()).isEqualTo("PENDING");
        assertThatThrownBy(() -> deposit(ORDINARY, order, Till.mobile(Money.ves("1.00"))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("deposits.order-invoiced"));
        PaymentView confirmed =
                SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().confirm(reported.id()));
        assertThat(confirmed.invoiceId()).isEqualTo(invoice.id());
        assertThat(confirmed.status()).isEqualTo("PAID");
    }

    @Test
    void aDepositIsGivenBackBeforeTheInvoiceOrOwedAgainAfterIt() {
        UUID session = ORDINARY.open("0.00", "0.00");
        UUID customer = ORDINARY.customer();
        UUID order = ORDINARY.order(customer);
        PaymentView first = deposit(ORDINARY, order, NewPayment.cash(Money.usd("5.00")));
        PaymentView second =
                deposit(ORDINARY, order, Till.mobile(Money.ves("2000.00")).confirmed());
        SHOP.as(Role.FRONT_DESK, SHOP.ccs, s -> s.cash().get(session));
        SHOP.as(
                Role.SUPERVISOR,
                SHOP.ccs,
                s -> s.cash().open("Caja S " + order.toString().substring(0, 8), Money.usd("5.00"), Money.ves("0.00")));
        SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().reverse(first.id(), "El cliente desistió"));
        InvoiceView invoice = ORDINARY.invoice(customer, order, "10.00");
        assertThat(invoice.balance()).isEqualTo(Money.usd("9.31"));
        PaymentView reversed =
                SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().reverse(second.id(), "El banco lo devolvió"));
        assertThat(reversed.balance()).isEqualTo(Money.usd("11.60"));
        assertThat(reversed.status()).isEqualTo("PENDING");
    }

    @Test
    void anOrderWhoseInvoiceWasTakenBackTakesADepositAgainForTheNextOne() {
        UUID customer = ORDINARY.customer();
        UUID order = ORDINARY.order(customer);
        PaymentView reported = deposit(ORDINARY, order, Till.mobile(Money.ves("10119.76")));
        InvoiceView wrong = ORDINARY.invoice(customer, order, "10.00");
        SHOP.as(
                Role.SUPERVISOR,
                SHOP.ccs,
                s -> s.billing().credit(wrong.id(), new NewCreditNote(null, "Se facturó otra reparación")));
        PaymentView confirmed =
                SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().confirm(reported.id()));
        assertThat(confirmed.invoiceId()).as("kept for the order").isNull();
        PaymentView more = deposit(ORDINARY, order, Till.mobile(Money.ves("10119.76")));
        InvoiceView right = ORDINARY.invoice(customer, order, "20.00");
        assertThat(right.balance()).isEqualTo(Money.usd("11.60"));
        PaymentView second = SHOP.as(Role.SUPERVISOR, SHOP.ccs, s -> s.billing().confirm(more.id()));
        assertThat(second.invoiceId()).isEqualTo(right.id());
        assertThat(second.status()).isEqualTo("PAID");
    }

    private static PaymentView deposit(Till counter, UUID order, NewPayment payment) {
        Role role = payment.confirm() ? Role.SUPERVISOR : Role.FRONT_DESK;
        return SHOP.as(role, counter.store, s -> s.billing().deposit(order, payment));
    }
}
