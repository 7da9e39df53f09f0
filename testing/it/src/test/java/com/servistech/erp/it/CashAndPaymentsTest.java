package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.billing.Invoice;
import com.servistech.erp.sdk.billing.InvoiceDraft;
import com.servistech.erp.sdk.billing.InvoiceLine;
import com.servistech.erp.sdk.billing.Payment;
import com.servistech.erp.sdk.billing.PaymentPreview;
import com.servistech.erp.sdk.billing.PaymentRequest;
import com.servistech.erp.sdk.billing.Refund;
import com.servistech.erp.sdk.cash.CashCount;
import com.servistech.erp.sdk.cash.CashSession;
import com.servistech.erp.sdk.cash.SessionReport;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.customers.DeviceDraft;
import com.servistech.erp.sdk.error.ApiException;
import com.servistech.erp.sdk.error.Conflict;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.sdk.ledger.TrialBalance;
import com.servistech.erp.sdk.repairs.ServiceOrder;
import com.servistech.erp.sdk.repairs.ServiceOrderDraft;
import com.servistech.erp.sdk.treasury.PaymentMethod;
import com.servistech.erp.tenancy.Work;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A day at the till, over HTTP, in a store where no other test counts. */
class CashAndPaymentsTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient DESK = SERVER.as("front-desk.vln-01");
    private static final ErpClient SUPERVISOR = SERVER.as("supervisor.vln-01");
    private static final ErpClient MANAGER = SERVER.as("manager.vln-01");
    private static final ErpClient ACCOUNTANT = SERVER.as("accountant.vln-01");
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3};
    private static final LocalDate TODAY = LocalDate.now(Work.CARACAS);

    @BeforeAll
    static void theBankPublishesTodaysRate() {
        SERVER.publishRate();
        MANAGER.rates().refresh("BCV");
    }

    @Test
    void whatThePreviewSaysThePaymentDoesAndTheDrawerHolds() {
        CashSession session = DESK.cashSessions().current();
        Money before = held(session);
        Invoice invoice = invoice(customer(), null, "100.00");
        PaymentRequest handed = PaymentRequest.cashUsd(Money.usd("120.00"));
        PaymentPreview said = DESK.invoices().preview(invoice.id(), handed);
        assertThat(said.change()).isEqualTo(Money.usd("4.00"));
        assertThat(said.toClose()).isEqualTo(Money.usd("116.00"));
        Payment paid = DESK.invoices().pay(invoice.id(), handed);
        assertThat(paid.changes()).containsExactly(Money.usd("4.00"));
        assertThat(paid.balance()).contains(said.balance());
        assertThat(held(session).amount().subtract(before.amount())).isEqualByComparingTo("116.00");
        assertThatThrownBy(() -> DESK.cashSessions().report(session.id())).isInstanceOf(Forbidden.class);
        assertThat(DESK.invoices().payments(invoice.id()).items())
                .extracting(Payment::id)
                .containsExactly(paid.id());
    }

    @Test
    void aRegisterIsOpenedSpentFromCountedBlindAndReported() {
        CashSession session =
                MANAGER.cashSessions().open("Caja " + RunningServer.unique(), Money.usd("50.00"), Money.ves("0.00"));
        UUID picture = MANAGER.files().store(PICTURE).uuid("id");
        JsonView taxi = MANAGER.cashSessions()
                .spend(session.id(), Money.usd("3.50"), "TRANSPORTE", "Taxi del mensajero", "F-0012", picture);
        assertThat(taxi.uuid("receiptFileId")).isEqualTo(picture);
        assertThat(ACCOUNTANT.files().content(picture)).isEqualTo(PICTURE);
        assertThatThrownBy(() -> MANAGER.files().store("<script>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(422));
        assertThatThrownBy(() -> MANAGER.files().store(new byte[(5 << 20) + 1]))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.status()).isEqualTo(413));
        MANAGER.cashSessions().depositAtBank(session.id(), Money.usd("20.00"), "000123", "Al banco");
        assertThatThrownBy(() -> MANAGER.cashSessions().close(session.id(), Money.usd("16.50"), Money.ves("0.00")))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.status()).isEqualTo(422);
                    assertThat(e.getMessage()).doesNotContain("26.50", "10.00");
                });
        CashCount count = MANAGER.cashSessions()
                .close(session.id(), Money.usd("16.50"), Money.ves("0.00"), "Falta un billete de diez");
        assertThat(count.difference().money("usd")).isEqualTo(Money.usd("-10.00"));
        assertThat(MANAGER.cashSessions().get(session.id()).state()).contains("AWAITING_APPROVAL");
        assertThatThrownBy(() -> MANAGER.cashSessions().approve(session.id(), "Lo acepto yo"))
                .isInstanceOf(Forbidden.class);
        assertThat(SUPERVISOR
                        .cashSessions()
                        .approve(session.id(), "Visto en cámara")
                        .state())
                .contains("CLOSED");
        SessionReport z = DESK.cashSessions().report(session.id());
        assertThat(z.kind()).isEqualTo("Z");
        assertThat(z.sums())
                .extracting(sum -> sum.string("kind"))
                .containsExactlyInAnyOrder("FLOAT", "EXPENSE", "BANK_DEPOSIT", "OVER_SHORT", "COUNTED");
    }

    @Test
    void aDepositOnAnOrderIsAppliedToItsInvoiceAndAReversalOpensItAgain() {
        Customer ana = customer();
        ServiceOrder order = order(ana);
        Payment deposit = DESK.deposits().take(order.id(), PaymentRequest.cashUsd(Money.usd("16.00")));
        assertThat(deposit.receiptNumber()).isPresent();
        assertThat(deposit.invoiceId()).isEmpty();
        Invoice invoice = invoice(ana, order.id(), "100.00");
        assertThat(invoice.view().money("balance")).isEqualTo(Money.usd("100.00"));
        assertThat(DESK.deposits().list(order.id()).items().get(0).invoiceId()).contains(invoice.id());
        Payment zelle = DESK.invoices()
                .pay(
                        invoice.id(),
                        PaymentRequest.zelle(Money.usd("100.00"), "Ana Pérez", "ZL" + RunningServer.unique(), TODAY));
        assertThat(SUPERVISOR.payments().reported().items())
                .extracting(Payment::id)
                .contains(zelle.id());
        assertThat(SUPERVISOR.payments().confirm(zelle.id()).balance()).contains(Money.usd("0.00"));
        Payment reversed = SUPERVISOR.payments().reverse(zelle.id(), "El banco lo devolvió");
        assertThat(reversed.state()).isEqualTo("REVERSED");
        assertThat(reversed.balance()).contains(Money.usd("100.00"));
    }

    @Test
    void whatIsTooMuchIsCreditThatPaysTheNextInvoice() {
        Customer ana = customer();
        Invoice first = invoice(ana, null, "10.00");
        PaymentRequest zelle =
                PaymentRequest.zelle(Money.usd("20.00"), "Ana Pérez", "ZL" + RunningServer.unique(), TODAY);
        Payment paid = SUPERVISOR.invoices().pay(first.id(), zelle.confirmed());
        assertThat(paid.credit()).contains(Money.usd("8.40"));
        Invoice second = invoice(ana, null, "10.00");
        Payment used = DESK.invoices().pay(second.id(), PaymentRequest.customerCredit(Money.usd("8.40")));
        assertThat(used.balance()).contains(Money.usd("3.20"));
        assertThatThrownBy(() -> DESK.invoices().pay(second.id(), PaymentRequest.customerCredit(Money.usd("0.01"))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("credits.not-enough"));
    }

    @Test
    void whatAReturnOwesIsAskedForByOnePersonAndApprovedByAnother() {
        Invoice invoice = invoice(customer(), null, "10.00");
        DESK.invoices().pay(invoice.id(), PaymentRequest.cashUsd(Money.usd("11.60")));
        JsonView note = SUPERVISOR.invoices().credit(invoice.id(), "Devuelto sin usar");
        assertThat(note.money("refundDue")).isEqualTo(Money.usd("11.60"));
        Refund asked = SUPERVISOR.refunds().ask(note.uuid("id"), "CUSTOMER_CREDIT", Money.usd("11.60"));
        assertThat(asked.state()).isEqualTo("REQUESTED");
        assertThatThrownBy(() -> SUPERVISOR.refunds().approve(asked.id()))
                .isInstanceOfSatisfying(
                        Forbidden.class, e -> assertThat(e.code()).isEqualTo("refunds.own-request"));
        assertThat(MANAGER.refunds().approve(asked.id()).state()).isEqualTo("PAID");
        assertThat(DESK.invoices().explanation(invoice.id()).objects("steps")).isNotEmpty();
        assertThat(new String(DESK.invoices().pdf(invoice.id(), "ticket"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void aRetentionThatWaitsForItsVoucherSettlesNothing() {
        Invoice invoice = invoice(customer(), null, "100.00");
        PaymentRequest withheld = PaymentRequest.of("RETENTION", Money.ves("10829.30"));
        assertThat(DESK.invoices().pay(invoice.id(), withheld).state()).isEqualTo("REPORTED");
        Invoice waiting = DESK.invoices().get(invoice.id());
        assertThat(waiting.view().money("pendingVoucher")).isEqualTo(Money.ves("10829.30"));
        assertThat(waiting.view().money("balance")).isEqualTo(Money.usd("116.00"));
        String voucher = YearMonth.from(TODAY).toString().replace("-", "") + "0" + RunningServer.unique();
        Payment taken =
                DESK.invoices().pay(invoice.id(), PaymentRequest.retention(Money.ves("10829.30"), voucher, TODAY));
        assertThat(taken.state()).isEqualTo("CONFIRMED");
        assertThat(DESK.invoices().get(invoice.id()).view().has("pendingVoucher"))
                .isFalse();
    }

    @Test
    void theBooksAddUpAndAreReadByWhoKeepsThem() {
        YearMonth month = YearMonth.from(TODAY);
        TrialBalance balance = ACCOUNTANT.books().trialBalance(month);
        assertThat(balance.debitVes()).isEqualTo(balance.creditVes());
        assertThat(balance.rows()).extracting(row -> row.string("account")).contains("CASH_USD", "SALES", "RECEIVABLE");
        assertThat(ACCOUNTANT.books().trialBalanceCsv(month)).startsWith("cuenta,nombre,moneda");
        List<JsonView> entries = ACCOUNTANT.books().journal(month).items();
        assertThat(entries).isNotEmpty();
        assertThat(ACCOUNTANT.books().journalCsv(month).lines().count()).isGreaterThan(entries.size());
        assertThatThrownBy(() -> DESK.books().trialBalance(month)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> ACCOUNTANT.books().close(month))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("ledger.period-not-over"));
        assertThat(ACCOUNTANT.books().close(YearMonth.of(2019, 12)).string("month"))
                .isEqualTo("2019-12");
    }

    @Test
    void theWaysToPayAreRead() {
        assertThat(DESK.treasury().methods().items())
                .extracting(PaymentMethod::code)
                .contains("CASH_USD", "PAGO_MOVIL", "ZELLE", "RETENTION");
        assertThat(DESK.treasury().banks(CallOptions.none()).items())
                .extracting(bank -> bank.string("code"))
                .contains("0102")
                .doesNotContain("0116");
    }

    private static Money held(CashSession session) {
        return SUPERVISOR.cashSessions().report(session.id()).expected().money("usd");
    }

    private static Customer customer() {
        return DESK.customers().create(CustomerDraft.of("Ana Pérez", "V-4" + RunningServer.unique(), "0414-1234567"));
    }

    private static ServiceOrder order(Customer customer) {
        UUID phone = DESK.customers()
                .devices(customer.id())
                .create(DeviceDraft.of("PHONE", "Apple", "iPhone 11"))
                .id();
        return DESK.orders()
                .create(ServiceOrderDraft.of(customer.id(), phone, "Pantalla rota")
                        .termsAccepted(true));
    }

    private static Invoice invoice(Customer customer, UUID order, String net) {
        InvoiceDraft draft = InvoiceDraft.to(customer.id())
                .line(InvoiceLine.service("Cambio de pantalla", 1, Money.usd(net))
                        .tax("GENERAL"));
        return DESK.invoices().issue(order == null ? draft : draft.order(order));
    }
}
