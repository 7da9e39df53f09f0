package com.servistech.erp.billing.deliverynote;

import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.paper.PaperFormat;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.ledger.Month;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes with a device: a paper with numbers of its own that is no sale, of a special taxpayer too. */
class DeliveryNoteTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private final Counter counter = Counter.of("SPECIAL");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @Test
    void itHasNumbersOfItsOwnAndNoControlNumberAndIsInNoBook() {
        InvoiceView invoice = counter.issue(service("Cambio de pantalla", "100.00"));
        DeliveryNoteView first = issue(note(invoice.customerId(), invoice.id(), "iPhone 13"));
        DeliveryNoteView second = issue(note(counter.customer(), null, "Cargador"));
        assertThat(first.number()).startsWith("NE-").endsWith("-00000001");
        assertThat(second.number()).endsWith("-00000002");
        assertThat(first.invoiceNumber()).isEqualTo(invoice.number());
        assertThat(first.texts()).contains("DOCUMENTO NO FISCAL");
        assertThat(counter.issue(service("Limpieza", "5.00")).controlNumber())
                .as("a delivery note takes no form")
                .isEqualTo("00-00000002");
        assertThat(counter.as(Role.ACCOUNTANT, s -> s.billing().salesBook(Month.of("2026-10")))
                        .rows())
                .hasSize(2);
        assertThat(counter.as(Role.FRONT_DESK, s -> s.billing().deliveryNotes(Page.Request.first()))
                        .items())
                .extracting(DeliveryNoteView::number)
                .containsExactlyInAnyOrder(first.number(), second.number());
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PaperFormat.class)
    void onPaperItSaysThatItIsNotFiscalAndNamesNoAmountAndNoIgtf(PaperFormat format) throws IOException {
        InvoiceView invoice = counter.issue(service("Cambio de pantalla", "100.00"));
        DeliveryNoteView note = issue(note(invoice.customerId(), invoice.id(), "iPhone 13"));
        byte[] pdf = counter.as(Role.FRONT_DESK, s -> s.billing().pdf(note.id(), format, false));
        Files.createDirectories(Path.of("target/paper"));
        Files.write(Path.of("target/paper/entrega-" + format + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("NOTA DE ENTREGA", "N° 00000001", "DOCUMENTO NO FISCAL", "iPhone 13, serial F2LZK0P1N72J")
                    .contains("Acompaña a la factura " + invoice.number(), "Sin cargador", "Recibí conforme")
                    .doesNotContain("IGTF", "IVA", "USD", "Bs", "control", "TOTAL");
        }
    }

    @Test
    void itIsRefusedForADraftForAnotherCustomersThingsAndForNothing() {
        InvoiceView invoice = counter.issue(service("Limpieza", "5.00"));
        assertThatThrownBy(() -> issue(note(counter.customer(), invoice.id(), "iPhone 13")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.problems())
                                .extracting(Invalid.Problem::pointer, Invalid.Problem::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                                        "/invoiceId", "delivery-notes.other-customer")));
        NewInvoice input = counter.invoice(null, service("Limpieza", "5.00"));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        assertThatThrownBy(() -> issue(note(draft.customerId(), draft.id(), "iPhone 13")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("invoices.draft"));
        assertThatThrownBy(() -> issue(new NewDeliveryNote(counter.customer(), null, null, List.of(), null)))
                .isInstanceOf(Invalid.class);
        NewDeliveryNote right = note(counter.customer(), null, "iPhone 13");
        assertThatThrownBy(() -> counter.as(Role.WAREHOUSE, s -> s.billing().deliver(right)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void theCodeOfAPaperIsAnothersNeverAndStaysTheSame() {
        Instant day = SHOP.clock.instant();
        DeliveryNoteView one = issue(note(counter.customer(), null, "iPhone 13"));
        DeliveryNoteView other = issue(note(counter.customer(), null, "iPhone 13"));
        SHOP.clock.set(day.plusSeconds(3600));
        assertThat(code(one.id())).hasSize(22).isEqualTo(code(one.id())).isNotEqualTo(code(other.id()));
    }

    private String code(UUID id) {
        return counter.as(Role.FRONT_DESK, s -> s.billing().document(id)).trackingCode();
    }

    private DeliveryNoteView issue(NewDeliveryNote input) {
        return counter.as(Role.FRONT_DESK, s -> s.billing().deliver(input));
    }

    private static NewDeliveryNote note(UUID customer, UUID invoice, String what) {
        return new NewDeliveryNote(
                customer, null, invoice, List.of(new NewDeliveryNote.Line(what, 1, "F2LZK0P1N72J")), "Sin cargador");
    }
}
