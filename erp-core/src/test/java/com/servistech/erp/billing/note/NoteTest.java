package com.servistech.erp.billing.note;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.part;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.money.Percent;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issued invoice is corrected by notes alone. */
class NoteTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private final Counter counter = Counter.of("ORDINARY");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void aReturnedCableTakesItsPartOfTheInvoiceBackAtTheInvoicesRateAWeekLater() {
        UUID cable = counter.part(1);
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"), part(cable, 1, "12.00"));
        assertThat(invoice.total()).isEqualTo(Money.usd("129.92"));
        assertThat(invoice.totalVes()).isEqualTo(Money.ves("113341.26"));

        Counter.weekLater();
        NoteView note = credit(invoice, new NewCreditNote.Line(1, 1, true));
        assertThat(note.number()).startsWith("NC-T").endsWith("-00000001");
        assertThat(note.controlNumber()).isEqualTo("00-00000002");
        assertThat(note.total()).isEqualTo(Money.usd("13.92"));
        assertThat(note.totalVes()).isEqualTo(Money.ves("12143.70"));
        assertThat(note.taxes().get(0).baseVes()).isEqualTo(Money.ves("10468.71"));
        assertThat(note.taxes().get(0).amountVes()).isEqualTo(Money.ves("1674.99"));
        assertThat(note.rate().rate()).isEqualByComparingTo(Counter.R1);
        assertThat(note.affected().number()).isEqualTo(invoice.number());
        assertThat(note.affected().controlNumber()).isEqualTo(invoice.controlNumber());
        assertThat(note.affected().totalVes()).isEqualTo(invoice.totalVes());
        assertThat(note.refundDue()).isEqualTo(Money.usd("0.00"));
        assertThat(counter.onHand(cable)).isEqualTo(1);

        InvoiceView after = counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()));
        assertThat(after.balance()).isEqualTo(Money.usd("116.00"));
        assertThat(after.credited()).isEqualTo(Money.usd("13.92"));
        assertThat(after.status()).isEqualTo("PENDING");
        assertThat(after.total()).isEqualTo(invoice.total());
        Money due = counter.as(Role.FRONT_DESK, s -> s.billing().due(invoice.id()));
        assertThat(due).isEqualTo(Money.ves("101708.52"));
    }

    @Test
    void threeCablesComeBackOneByOneAndTheLastTakesTheRemainder() {
        UUID cable = counter.part(3);
        InvoiceView invoice = counter.issue(Money.usd("0.04"), part(cable, 3, "3.33"));
        Money usd = Money.zero(Currency.USD);
        Money ves = Money.zero(Currency.VES);
        for (int i = 0; i < 3; i++) {
            NoteView note = credit(invoice, new NewCreditNote.Line(0, 1, i > 0));
            usd = usd.plus(note.total());
            ves = ves.plus(note.totalVes());
        }
        assertThat(usd).isEqualTo(invoice.total());
        assertThat(ves).isEqualTo(invoice.totalVes());
        assertThat(counter.onHand(cable)).isEqualTo(2);
        InvoiceView after = counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()));
        assertThat(after.status()).isEqualTo("CREDITED");
        assertThat(after.balance().isZero()).isTrue();
        assertThatThrownBy(() -> credit(invoice, new NewCreditNote.Line(0, 1, true)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> counter.as(
                        Role.SUPERVISOR, s -> s.billing().credit(invoice.id(), new NewCreditNote(null, "otra vez"))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("notes.nothing-left"));
    }

    @Test
    void aNoteWithoutLinesTakesEverythingBackAndTheOrderMayBeInvoicedAgain() {
        UUID cable = counter.part(2);
        InvoiceView invoice = counter.issue(service("Servicio", "80.00"), part(cable, 2, "12.35"));
        NoteView note = counter.as(
                Role.SUPERVISOR, s -> s.billing().credit(invoice.id(), new NewCreditNote(null, "cliente equivocado")));
        assertThat(note.total()).isEqualTo(invoice.total());
        assertThat(note.totalVes()).isEqualTo(invoice.totalVes());
        assertThat(counter.onHand(cable)).isEqualTo(2);
        List<NoteView> notes = counter.as(Role.FRONT_DESK, s -> s.billing().notesOf(invoice.id()));
        assertThat(notes).extracting(NoteView::number).containsExactly(note.number());
    }

    @Test
    void whatCannotBeTakenBackSaysWhere() {
        InvoiceView invoice = counter.issue(service("Servicio", "80.00"));
        assertThatThrownBy(() -> counter.as(
                        Role.SUPERVISOR,
                        s -> s.billing()
                                .credit(
                                        invoice.id(),
                                        new NewCreditNote(
                                                List.of(
                                                        new NewCreditNote.Line(7, 1, false),
                                                        new NewCreditNote.Line(0, 2, false),
                                                        new NewCreditNote.Line(0, 1, true)),
                                                ""))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/reason", "/lines/0/line", "/lines/1/quantity", "/lines/2/restock"));
        assertThatThrownBy(() -> counter.as(
                        Role.SUPERVISOR,
                        s -> s.billing().credit(invoice.id(), new NewCreditNote(List.of(), "No dice qué vuelve"))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/lines"));
        assertThatThrownBy(() -> counter.as(
                        Role.FRONT_DESK, s -> s.billing().credit(invoice.id(), new NewCreditNote(null, "quiero"))))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aDebitNoteAddsToTheDebtAtTheInvoicesRateAndSomethingNewAtTodays() {
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"));
        Counter.weekLater();
        NoteView correction = debit(invoice, false, "10.00");
        assertThat(correction.number()).startsWith("ND-");
        assertThat(correction.totalVes()).isEqualTo(Money.ves("10119.76"));
        NoteView novelty = debit(invoice, true, "10.00");
        assertThat(novelty.totalVes()).isEqualTo(Money.ves("10170.86"));
        assertThat(novelty.rate().rate()).isEqualByComparingTo(Counter.R2);
        InvoiceView after = counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()));
        assertThat(after.balance()).isEqualTo(Money.usd("139.20"));
        assertThat(after.total()).isEqualTo(invoice.total());
    }

    /** P14, policy FISCAL_NOTE: 510.97 more than at issue are 440.49 and 70.48 of IVA. */
    @Test
    void anExchangeDifferenceIsANoteWithIvaWhereTheIssuerDocumentsIt() {
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"));
        UUID payment = UUID.randomUUID();
        UUID id = SHOP.work(
                Role.SUPERVISOR,
                counter.store,
                work -> new Notes(work).exchange(invoice.id(), payment, Money.ves("510.97")));
        NoteView note = counter.as(Role.SUPERVISOR, s -> s.billing().note(id));
        assertThat(note.concept()).isEqualTo(NoteConcept.EXCHANGE_DIFFERENCE);
        assertThat(note.taxes().get(0).baseVes()).isEqualTo(Money.ves("440.49"));
        assertThat(note.taxes().get(0).amountVes()).isEqualTo(Money.ves("70.48"));
        assertThat(note.totalVes()).isEqualTo(Money.ves("510.97"));
        assertThat(note.total().isZero()).isTrue();
        assertThat(counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()))
                        .balance())
                .isEqualTo(invoice.balance());
        UUID less = SHOP.work(
                Role.SUPERVISOR,
                counter.store,
                work -> new Notes(work).exchange(invoice.id(), payment, Money.ves("-10.00")));
        assertThat(counter.as(Role.SUPERVISOR, s -> s.billing().note(less)).kind())
                .isEqualTo(NoteKind.CREDIT);
    }

    @Test
    void igtfOfALaterPaymentIsANoteWithoutBaseAndWithoutIva() {
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"));
        UUID id = SHOP.work(
                Role.SUPERVISOR,
                counter.store,
                work -> new Notes(work)
                        .igtf(
                                invoice.id(),
                                UUID.randomUUID(),
                                Percent.of("3"),
                                Money.usd("3.48"),
                                Money.ves("3035.93"),
                                "PA SNAT/2022/000013"));
        NoteView note = counter.as(Role.SUPERVISOR, s -> s.billing().note(id));
        assertThat(note.taxes()).isEmpty();
        assertThat(note.total()).isEqualTo(Money.usd("3.48"));
        assertThat(note.totalVes()).isEqualTo(Money.ves("3035.93"));
        assertThat(counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()))
                        .balance())
                .isEqualTo(invoice.balance());
    }

    @Test
    void aNonFiscalDocumentIsCorrectedByNonFiscalNotes() {
        Counter unregistered = Counter.of("UNREGISTERED");
        InvoiceView receipt = unregistered.issue(line("Servicio", "10.00", Tax.GENERAL));
        NoteView note = unregistered.as(
                Role.SUPERVISOR, s -> s.billing().credit(receipt.id(), new NewCreditNote(null, "devolución")));
        assertThat(note.number()).startsWith("NFC-");
        assertThat(note.controlNumber()).isNull();
        assertThat(note.total()).isEqualTo(Money.usd("10.00"));
        assertThat(note.texts()).contains("DOCUMENTO NO FISCAL");
    }

    private NoteView credit(InvoiceView invoice, NewCreditNote.Line... lines) {
        NewCreditNote input = new NewCreditNote(List.of(lines), "el cliente lo devolvió");
        return counter.as(Role.SUPERVISOR, s -> s.billing().credit(invoice.id(), input));
    }

    private NoteView debit(InvoiceView invoice, boolean newConcept, String price) {
        NewDebitNote input = new NewDebitNote(
                List.of(new NewDebitNote.Line("Traslado", 1, Money.usd(price), Tax.GENERAL)),
                newConcept,
                "faltó en la factura");
        return counter.as(Role.SUPERVISOR, s -> s.billing().debit(invoice.id(), input));
    }
}
