package com.servistech.erp.billing.book;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.part;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NewDebitNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.note.Notes;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books say what was issued, and nothing else than the ledger. */
class BooksTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

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

        SalesBook book = counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook("2026-10"));
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
                        .as(Role.ACCOUNTANT, s -> s.billing().salesBook("2026-10"))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().salesBook("2026-10")))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook("octubre")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> counter.as(Role.ACCOUNTANT, s -> s.billing().igtfBook("2026-10", 3)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aSisterStoresSalesAreInHerPartOfTheBook() {
        Counter sister = counter.sister();
        counter.issue(service("Limpieza", "5.00"));
        sister.issue(service("Limpieza", "7.00"));
        assertThat(sister.as(Role.ACCOUNTANT, s -> s.billing().salesBook("2026-10"))
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
