package com.servistech.erp.billing.invoice;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.part;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.fiscal.DocumentType;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An invoice from its draft to its number, and what it keeps for ever. */
class InvoiceTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @AfterEach
    void theBooksHold() {
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void bolivaresAreTheFiscalTotalAndNotTheDollarsTimesTheRate() {
        InvoiceView three = Counter.of("ORDINARY")
                .issue(
                        service("Servicio", "80.00"),
                        new NewInvoice.Line(
                                LineType.SERVICE, null, null, "Bien 8%", 2, Money.usd("12.35"), Tax.REDUCED, null),
                        line("Exento", "5.00", Tax.EXEMPT));
        assertThat(three.total()).isEqualTo(Money.usd("124.48"));
        assertThat(three.totalVes()).isEqualTo(Money.ves("108591.96"));
        assertThat(three.taxes()).extracting(InvoiceView.TaxLine::code).containsExactlyInAnyOrder("G", "R", "E");
        assertThat(three.taxes())
                .allSatisfy(tax -> assertThat(tax.legalSource()).isNotBlank());
        assertThat(three.type()).isEqualTo(DocumentType.INVOICE);
        assertThat(three.number()).matches("T\\d+-00000001");
        assertThat(three.controlNumber()).isEqualTo("00-00000001");
        assertThat(three.documentState()).isEqualTo("ISSUED");
        assertThat(three.policyId()).matches("P[0-9A-F]{8}");
        assertThat(three.texts()).isEmpty();
    }

    @Test
    void lineAndDocumentDiscountsComeOffBeforeTaxes() {
        InvoiceView discounted = Counter.of("ORDINARY")
                .issue(
                        Money.usd("5.00"),
                        new NewInvoice.Line(
                                LineType.SERVICE,
                                null,
                                null,
                                "Pantalla",
                                1,
                                Money.usd("35.33"),
                                Tax.GENERAL,
                                Money.usd("2.00")),
                        service("Mano de obra", "19.99"),
                        line("Exento", "7.50", Tax.EXEMPT));
        assertThat(discounted.total()).isEqualTo(Money.usd("63.65"));
        assertThat(discounted.totalVes()).isEqualTo(Money.ves("55528.14"));
        assertThat(discounted.lines().get(0).documentDiscount()).isEqualTo(Money.usd("2.74"));
    }

    @Test
    void whatIsChangedLaterDoesNotChangeWhatWasIssued() {
        Counter counter = Counter.of("ORDINARY");
        UUID part = counter.part(3);
        InvoiceView issued = counter.issue(part(part, 1, "38.00"));
        CustomerView customer = counter.as(Role.FRONT_DESK, s -> s.customers().get(issued.customerId()));
        counter.as(
                Role.FRONT_DESK,
                s -> s.customers()
                        .update(
                                customer.id(),
                                customer.version(),
                                new NewCustomer("Otra Persona", customer.document(), "04141234568", null, "Petare")));
        Counter.weekLater();
        counter.with(Policy.REGIME, "SPECIAL").with(Policy.TAX_ROUNDING, "PER_LINE");
        InvoiceView later = counter.as(Role.FRONT_DESK, s -> s.billing().get(issued.id()));
        assertThat(later).isEqualTo(issued);
        assertThat(later.customerName()).isEqualTo("Ana Pérez");
        assertThat(later.customerAddress()).isEqualTo("Chacao, Caracas");
        assertThat(later.issuer().regime()).isEqualTo("ORDINARY");
        assertThatThrownBy(() -> SHOP.asSuperuser("update erp.invoices set customer_name = 'Otra'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> SHOP.asSuperuser("delete from erp.invoice_lines"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> SHOP.asSuperuser("update erp.documents set number = 'X'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void aDraftTakesNothingAndIsValuedOnTheDayOfItsIssue() {
        Counter counter = Counter.of("ORDINARY");
        UUID part = counter.part(1);
        NewInvoice input = counter.invoice(null, part(part, 1, "100.00"));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        assertThat(draft.documentState()).isEqualTo("DRAFT");
        assertThat(draft.number()).isNull();
        assertThat(draft.totalVes()).isEqualTo(Money.ves("101197.55"));
        assertThat(draft.balance().isZero()).isTrue();
        assertThat(counter.onHand(part)).isEqualTo(1);

        Counter.weekLater();
        InvoiceView issued = counter.as(Role.FRONT_DESK, s -> s.billing().issueDraft(draft.id()));
        assertThat(issued.id()).isEqualTo(draft.id());
        assertThat(issued.documentState()).isEqualTo("ISSUED");
        assertThat(issued.rate().rate()).isEqualByComparingTo(Counter.R2);
        assertThat(issued.totalVes()).isEqualTo(Money.ves("101708.52"));
        assertThat(issued.balance()).isEqualTo(Money.usd("116.00"));
        assertThat(counter.onHand(part)).isZero();
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().issueDraft(draft.id())))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("invoices.issued"));
    }

    @Test
    void aDraftIsChangedAndThrownAwayByItsVersion() {
        Counter counter = Counter.of("ORDINARY");
        InvoiceView draft = counter.as(
                Role.FRONT_DESK, s -> s.billing().draft(counter.invoice(null, service("Revisión", "10.00"))));
        NewInvoice dearer = counter.invoice(null, service("Revisión", "12.00"));
        InvoiceView changed =
                counter.as(Role.FRONT_DESK, s -> s.billing().changeDraft(draft.id(), draft.version(), dearer));
        assertThat(changed.total()).isEqualTo(Money.usd("13.92"));
        InvoiceView read = counter.as(Role.FRONT_DESK, s -> s.billing().get(draft.id()));
        assertThat(read).isEqualTo(changed);
        assertThatThrownBy(() ->
                        counter.as(Role.FRONT_DESK, s -> s.billing().changeDraft(draft.id(), draft.version(), dearer)))
                .isInstanceOf(Stale.class);
        assertThat(counter.as(
                                Role.FRONT_DESK,
                                s -> s.billing()
                                        .list(new InvoiceQuery("DRAFT", null, null, null, Page.Request.first())))
                        .items())
                .extracting(InvoiceView::id)
                .containsExactly(draft.id());
        counter.as(Role.FRONT_DESK, s -> {
            s.billing().discardDraft(draft.id(), changed.version());
            return null;
        });
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().get(draft.id())))
                .isInstanceOf(NotFound.class);
        // its number was never taken
        assertThat(counter.issue(service("Revisión", "1.00")).number()).endsWith("-00000001");
    }

    @Test
    void whoIsNotRegisteredIssuesANonFiscalDocumentWithoutIvaAndWithItsOwnNumbers() {
        Counter counter = Counter.of("UNREGISTERED");
        InvoiceView receipt = counter.issue(service("Cambio de batería", "45.00"), line("Mica", "5.00", Tax.REDUCED));
        assertThat(receipt.type()).isEqualTo(DocumentType.NON_FISCAL);
        assertThat(receipt.number()).matches("NF-T\\d+-00000001");
        assertThat(receipt.controlNumber()).isNull();
        assertThat(receipt.documentState()).isEqualTo("ISSUED");
        assertThat(receipt.total()).isEqualTo(Money.usd("50.00"));
        assertThat(receipt.totalVes()).isEqualTo(Money.ves("43619.63"));
        assertThat(receipt.texts()).contains("DOCUMENTO NO FISCAL");
    }

    @Test
    void aFormalTaxpayerSellsExemptThingsOnly() {
        Counter counter = Counter.of("FORMAL");
        assertThatThrownBy(() -> counter.issue(service("Reparación", "45.00")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer)
                                .containsExactly("/lines/0/tax"));
        assertThat(counter.issue(line("Libro", "45.00", Tax.EXEMPT)).total()).isEqualTo(Money.usd("45.00"));
    }

    @Test
    void withoutTheRateOfTheDayThereIsNoInvoiceUnlessTheIssuerTakesTheLastKnownOneAndSaysSo() {
        Counter counter = Counter.of("ORDINARY");
        Counter.weekLater();
        SHOP.clock.set(Instant.parse("2026-10-14T15:00:00Z"));
        NewInvoice input = counter.invoice(null, service("Revisión", "10.00"));
        assertThatThrownBy(() -> counter.as(Role.FRONT_DESK, s -> s.billing().issue(input)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("rates.missing"));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        assertThat(draft.rate()).isNull();
        assertThat(draft.totalVes()).isNull();

        counter.with(Policy.MISSING_RATE, "PROVISIONAL_LAST_KNOWN");
        InvoiceView issued = counter.as(Role.FRONT_DESK, s -> s.billing().issue(input));
        assertThat(issued.rate().provisional()).isTrue();
        assertThat(issued.texts()).anyMatch(text -> text.startsWith("TASA PROVISIONAL") && text.contains("13/10/2026"));
    }

    @Test
    void theSwitchesOfTheIssuerDecideHowItIsRounded() {
        Counter perLine = Counter.of("ORDINARY").with(Policy.TAX_ROUNDING, "PER_LINE");
        NewInvoice.Line mica = service("Mica", "3.33");
        assertThat(perLine.issue(mica, mica, mica).total()).isEqualTo(Money.usd("11.58"));
        assertThat(Counter.of("ORDINARY").issue(mica, mica, mica).total()).isEqualTo(Money.usd("11.59"));
        InvoiceView inclusive =
                Counter.of("ORDINARY").with(Policy.PRICE_MODE, "TAX_INCLUSIVE").issue(service("Mica", "25.00"));
        assertThat(inclusive.total()).isEqualTo(Money.usd("25.00"));
        assertThat(inclusive.lines().get(0).net()).isEqualTo(Money.usd("21.55"));
        assertThat(inclusive.texts()).contains("Precios con IVA incluido");
    }
}
