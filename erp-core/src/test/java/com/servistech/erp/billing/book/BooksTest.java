package com.servistech.erp.billing.book;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.part;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NewDebitNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.note.Notes;
import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books say what was issued, and nothing else than the ledger. */
class BooksTest {

    private static final ErpFixture SHOP = ErpFixture.shared();
    private static final Month OCTOBER = Month.of("2026-10");

    private final Counter counter = Counter.of("ORDINARY");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void everyDocumentStandsOnceInTheOrderOfIssueWithItsColumns() {
        UUID cable = counter.part(2);
        InvoiceView first = counter.issue(service("Servicio", "100.00"), part(cable, 1, "12.00"));
        InvoiceView mixed = counter.issue(
                line("Bien 8%", "24.70", Tax.REDUCED),
                line("Lujo", "10.00", Tax.LUXURY),
                line("Exento", "5.00", Tax.EXEMPT));
        counter.as(Role.SUPERVISOR, s -> s.billing().spoilForm(null, "forma manchada de café"));
        Counter.weekLater();
        NoteView back = counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .credit(
                                first.id(),
                                new NewCreditNote(List.of(new NewCreditNote.Line(1, 1, true)), "devuelto")));
        NoteView more = counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .debit(
                                first.id(),
                                new NewDebitNote(
                                        List.of(new NewDebitNote.Line("Traslado", 1, Money.usd("1.00"), Tax.GENERAL)),
                                        false,
                                        "faltó cobrarlo")));
        SHOP.work(
                Role.SUPERVISOR,
                counter.store,
                work -> new Notes(work).exchange(first.id(), UUID.randomUUID(), Money.ves("510.97")));

        SalesBook book = counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook(OCTOBER));
        assertThat(book.rif()).isEqualTo(counter.issuer.rif());
        assertThat(book.rows())
                .extracting(SalesBook.Row::transaction)
                .containsExactly("01-REG", "01-REG", "03-ANU", "03-REG", "02-REG", "02-REG");
        assertThat(book.rows()).extracting(SalesBook.Row::position).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(book.rows())
                .extracting(SalesBook.Row::controlNumber)
                .containsExactly(
                        "00-00000001", "00-00000002", "00-00000003", "00-00000004", "00-00000005", "00-00000006");

        SalesBook.Row sale = book.rows().get(0);
        assertThat(sale.documentType()).isEqualTo("FAC");
        assertThat(sale.number()).isEqualTo(first.number());
        assertThat(sale.customerName()).isEqualTo("Ana Pérez");
        assertThat(sale.total()).isEqualTo(Money.ves("113341.26"));
        assertThat(sale.general().base()).isEqualTo(Money.ves("97707.98"));
        assertThat(sale.general().percent()).isEqualByComparingTo("16");
        assertThat(sale.general().iva()).isEqualTo(Money.ves("15633.28"));
        assertThat(sale.reduced().percent()).isNull();

        SalesBook.Row three = book.rows().get(1);
        assertThat(three.total()).isEqualTo(mixed.totalVes());
        assertThat(three.exempt()).isEqualTo(Money.ves("4361.96"));
        assertThat(three.reduced().base()).isEqualTo(Money.ves("21548.10"));
        assertThat(three.luxury().percent()).isEqualByComparingTo("31");

        SalesBook.Row credit = book.rows().get(3);
        assertThat(credit.number()).isEqualTo(back.number());
        assertThat(credit.affected()).isEqualTo(first.number());
        assertThat(credit.total()).isEqualTo(Money.ves("-12143.70"));
        assertThat(credit.general().iva()).isEqualTo(Money.ves("-1674.99"));
        assertThat(book.rows().get(4).total()).isEqualTo(more.totalVes());
        assertThat(book.rows().get(2).total()).isEqualTo(Money.ves("0.00"));

        assertThat(iva(book)).isEqualTo(ledger("'IVA_PAYABLE'").negated());
        assertThat(bases(book)).isEqualTo(ledger("'SALES', 'SALES_RETURNS'").negated());
        assertThat(book.csv())
                .startsWith("N° operación,Fecha,RIF o cédula")
                .contains("03-ANU", "\r\nResumen,Alícuota,Base,IVA\r\n", "G,16,", "A,31,", "E,0,4361.96,0.00");
    }

    @Test
    void whatIsNotFiscalIsNotInTheBookAndNobodyReadsItWhoKeepsNoBooks() {
        Counter unregistered = Counter.of("UNREGISTERED");
        unregistered.issue(service("Limpieza", "5.00"));
        assertThat(unregistered
                        .as(Role.ACCOUNTANT, s -> s.billing().salesBook(OCTOBER))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().salesBook(OCTOBER)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook(Month.of("octubre"))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> counter.as(Role.ACCOUNTANT, s -> s.billing().igtfBook(Fortnight.of("2026-10-3"))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aRetentionStandsBesideItsInvoiceOrAmongThoseOfEarlierMonths() {
        InvoiceView withheld = counter.issue(service("Servicio", "100.00"));
        InvoiceView late = counter.issue(service("Servicio", "37.15"));
        retain(withheld, "10468.71", "20261000000007");
        SalesBook.Row row = counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook(OCTOBER))
                .rows()
                .get(0);
        assertThat(row.voucher()).isEqualTo("20261000000007");
        assertThat(row.retained()).isEqualTo(Money.ves("10468.71"));

        SHOP.clock.set(Instant.parse("2026-11-03T15:00:00Z"));
        SHOP.system(s -> {
            s.rates().take(new BcvHistory.Day(LocalDate.of(2026, 11, 3), Counter.R2, Optional.empty()));
            return null;
        });
        // 37.15 at R1: base 32,409.39, IVA 5,185.50, all of it withheld
        retain(late, "5185.50", "20261100000008");
        SalesBook november = counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook(Month.of("2026-11")));
        assertThat(november.rows()).isEmpty();
        assertThat(november.earlier())
                .extracting(SalesBook.Retention::invoice, SalesBook.Retention::voucher, SalesBook.Retention::retained)
                .containsExactly(tuple(late.number(), "20261100000008", Money.ves("5185.50")));
        assertThat(november.csv()).contains("Retenciones de períodos anteriores", late.number(), "5185.50");
        SalesBook october = counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook(OCTOBER));
        assertThat(october.rows().get(1).retained()).isEqualTo(Money.ves("0.00"));
        assertThat(october.csv().lines().skip(1).findFirst().orElseThrow())
                .endsWith(",20261000000007,10468.71,0.00")
                .contains(",101197.55,0.00,87239.27,16,13958.28,");
        assertThat(october.csv().lines().skip(1).findFirst().orElseThrow().split(",", -1))
                .hasSize(24);
    }

    private void retain(InvoiceView invoice, String ves, String voucher) {
        NewPayment retention = NewPayment.of("RETENTION", Money.ves(ves), PaymentData.voucher(voucher));
        counter.as(Role.FRONT_DESK, s -> s.billing().pay(invoice.id(), retention));
    }

    @Test
    void aSisterStoresSalesAreInHerPartOfTheBook() {
        Counter sister = counter.sister();
        counter.issue(service("Limpieza", "5.00"));
        sister.issue(service("Limpieza", "7.00"));
        assertThat(sister.as(Role.ACCOUNTANT, s -> s.billing().salesBook(OCTOBER))
                        .rows())
                .extracting(SalesBook.Row::controlNumber)
                .containsExactly("00-00000002");
    }

    private static Money iva(SalesBook book) {
        return sum(book.summary().stream().map(SalesBook.Summary::iva).toList());
    }

    private static Money bases(SalesBook book) {
        return sum(book.summary().stream().map(SalesBook.Summary::base).toList());
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(Currency.VES), Money::plus);
    }

    private Money ledger(String accounts) {
        BigDecimal ves = SHOP.work(
                Role.ACCOUNTANT,
                counter.store,
                work -> work.sql()
                        .first(
                                row -> row.decimal("ves"),
                                "select sum(l.ves) ves from erp.journal_lines l join erp.journal_entries e"
                                        + " on e.store_id = l.store_id and e.id = l.entry_id where l.store_id = ?"
                                        + " and l.account in (" + accounts
                                        + ") and e.business_day between '2026-10-01' and '2026-10-31'",
                                work.store())
                        .orElseThrow());
        return new Money(ves, Currency.VES);
    }
}
