package com.servistech.erp.billing.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NoteKind;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notes that a payment a week later brings about, where the issuer's switches ask for them. */
class FollowUpNotesTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final LocalDate WEEK_LATER = LocalDate.of(2026, 10, 13);
    private Instant before;

    @BeforeEach
    void rememberTheDay() {
        before = SHOP.clock.instant();
    }

    @AfterEach
    void theBooksAreTrue() {
        SHOP.clock.set(before);
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void anExchangeDifferenceBecomesADebitNoteWithIvaInIt() {
        Counter counter = Counter.of("ORDINARY").with(Policy.FX_SETTLEMENT, "FISCAL_NOTE");
        InvoiceView invoice = counter.issue(Counter.service("Servicio", "100.00"));
        Counter.weekLater();
        PaymentView paid = mobile(counter, invoice, "101708.52");
        assertThat(paid.status()).isEqualTo("PAID");
        assertThat(notes(counter, invoice)).singleElement().satisfies(note -> {
            assertThat(note.totalVes()).isEqualTo(Money.ves("510.97"));
            assertThat(note.taxes().get(0).baseVes()).isEqualTo(Money.ves("440.49"));
            assertThat(note.taxes().get(0).amountVes()).isEqualTo(Money.ves("70.48"));
        });
        counter.as(Role.MANAGER, s -> s.billing().reverse(paid.id(), "El banco lo devolvió"));
        assertThat(notes(counter, invoice)).hasSize(2);
    }

    @Test
    void aDebtFixedInBolivaresIsPaidByThePrintedBolivares() {
        Counter counter = Counter.of("ORDINARY").with(Policy.FX_SETTLEMENT, "VES_ANCHORED");
        InvoiceView invoice = counter.issue(Counter.service("Servicio", "100.00"));
        Counter.weekLater();
        Money due = counter.as(Role.FRONT_DESK, s -> s.billing().due(invoice.id()));
        assertThat(due).isEqualTo(Money.ves("101197.55"));
        PaymentPreview dollars = counter.as(
                Role.FRONT_DESK, s -> s.billing().preview(invoice.id(), NewPayment.cash(Money.usd("1.00")), null));
        assertThat(dollars.toClose()).as("101,197.55 at the later rate").isEqualTo(Money.usd("115.42"));
        assertThat(mobile(counter, invoice, "101197.55").status()).isEqualTo("PAID");
        assertThat(notes(counter, invoice)).isEmpty();
    }

    @Test
    void igtfOfALaterDayStandsOnADebitNoteAndOfTheSameDayOnNone() {
        Counter counter = Counter.of("SPECIAL");
        InvoiceView invoice = counter.issue(Counter.service("Servicio", "100.00"));
        zelle(counter, invoice, "50.00");
        assertThat(notes(counter, invoice)).isEmpty();
        Counter.weekLater();
        PaymentView late = zelle(counter, invoice, "50.00");
        assertThat(notes(counter, invoice)).singleElement().satisfies(note -> {
            assertThat(note.total()).isEqualTo(Money.usd("1.46"));
            assertThat(note.totalVes()).isEqualTo(late.igtfVes());
        });
        assertThatThrownBy(() -> counter.as(Role.MANAGER, s -> s.billing().reverse(late.id(), "El banco lo devolvió")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("payments.igtf-noted"));
    }

    @Test
    void igtfOfALaterDayMayStandOnAReceiptInsteadOfANote() {
        Counter counter = Counter.of("SPECIAL").with(Policy.IGTF_LATE_PAYMENT, "RECEIPT");
        InvoiceView invoice = counter.issue(Counter.service("Servicio", "100.00"));
        assertThat(zelle(counter, invoice, "50.00").receiptNumber()).isNull();
        Counter.weekLater();
        assertThat(zelle(counter, invoice, "50.00").receiptNumber())
                .startsWith("R")
                .endsWith("-00000001");
        assertThat(mobile(counter, invoice, "100.00").receiptNumber())
                .as("bolívares cause none")
                .isNull();
        assertThat(notes(counter, invoice)).isEmpty();
    }

    @Test
    void aDepositOfAnotherDaysRateIsDocumentedOnceItSettlesItsInvoice() {
        Counter counter = Counter.of("ORDINARY").with(Policy.FX_SETTLEMENT, "FISCAL_NOTE");
        Till till = new Till(counter.store);
        UUID customer = till.customer();
        UUID order = till.order(customer);
        PaymentView deposit = SHOP.as(
                Role.SUPERVISOR,
                till.store,
                s -> s.billing()
                        .deposit(order, Till.mobile(Money.ves("50000.00")).confirmed()));
        Counter.weekLater();
        InvoiceView invoice = till.invoice(customer, order, "100.00");
        // 50,000.00 at R1 are 57.31363799 dollars, which the invoice has at R2: 50,252.46
        assertThat(notes(counter, invoice))
                .extracting(NoteView::kind, NoteView::totalVes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(NoteKind.CREDIT, Money.ves("252.46")));
        SHOP.as(Role.MANAGER, till.store, s -> s.billing().reverse(deposit.id(), "El banco lo devolvió"));
        assertThat(notes(counter, invoice))
                .extracting(NoteView::kind)
                .containsExactlyInAnyOrder(NoteKind.CREDIT, NoteKind.DEBIT);
    }

    @Test
    void whereEveryPaymentIsInvoicedNoReceiptIsGivenForADeposit() {
        Counter counter = Counter.of("ORDINARY").with(Policy.DEPOSIT_DOCUMENT, "INVOICE_PER_PAYMENT");
        Till till = new Till(counter.store);
        UUID customer = till.customer();
        UUID order = till.order(customer);
        NewPayment deposit = Till.mobile(Money.ves("50000.00"));
        assertThatThrownBy(() ->
                        SHOP.as(Role.FRONT_DESK, till.store, s -> s.billing().deposit(order, deposit)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("deposits.invoice-required"));
        InvoiceView advance = till.invoice(customer, null, "50.00");
        assertThat(till.arrived(advance.id(), Till.mobile(advance.totalVes())).status())
                .isEqualTo("PAID");
        assertThat(till.invoice(customer, order, "50.00").status()).isEqualTo("PENDING");
    }

    @Test
    void changeStaysInItsCurrencyWhereTheIssuerWantsItSo() {
        Counter counter = Counter.of("ORDINARY").with(Policy.CHANGE_CURRENCY, "SAME_ONLY");
        InvoiceView invoice = counter.issue(Counter.service("Servicio", "10.00"));
        NewPayment payment = NewPayment.cash(Money.usd("20.00")).changeInKind(Money.usd("5.00"));
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().preview(invoice.id(), payment, null)))
                .isInstanceOf(com.servistech.erp.error.Invalid.class);
    }

    private static PaymentView mobile(Counter counter, InvoiceView invoice, String ves) {
        PaymentData data = PaymentData.mobile("0102", "04141234567", reference(), WEEK_LATER);
        return counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .pay(
                                invoice.id(),
                                NewPayment.of("PAGO_MOVIL", Money.ves(ves), data)
                                        .confirmed()));
    }

    private static PaymentView zelle(Counter counter, InvoiceView invoice, String usd) {
        LocalDate today = counter.as(Role.SUPERVISOR, s -> s.today());
        PaymentData data = PaymentData.network("Ana Pérez", reference(), today);
        return counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .pay(
                                invoice.id(),
                                NewPayment.of("ZELLE", Money.usd(usd), data).confirmed()));
    }

    private static String reference() {
        return Till.reference();
    }

    private static List<NoteView> notes(Counter counter, InvoiceView invoice) {
        return counter.as(Role.MANAGER, s -> s.billing().notesOf(invoice.id()));
    }
}
