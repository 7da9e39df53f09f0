package com.servistech.erp.billing.paper;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.servistech.erp.billing.fiscal.FormLot;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.invoice.NewInvoice;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands on paper; the pictures are left in target/paper to be looked at. */
class PrintTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @ParameterizedTest
    @EnumSource(PaperFormat.class)
    void anInvoiceShowsBothCurrenciesTheRateWithItsDayAndWhatIsExempt(PaperFormat format) throws Exception {
        Counter counter = Counter.of("ORDINARY");
        SHOP.system(s -> s.billing()
                .enterForms(
                        counter.issuer.id(),
                        new FormLot("00", 1, 500, "Imprenta Ávila C.A.", "J301234567", "SNAT/INTI/2020/001", null)));
        InvoiceView invoice = counter.issue(
                Money.usd("5.00"),
                service("Cambio de pantalla AMOLED con marco, calibración y prueba de agua", "33.33"),
                service("Mano de obra", "19.99"),
                line("Libro de garantía", "7.50", Tax.EXEMPT));
        byte[] pdf = print(counter, invoice.id(), format, false);
        String text = text(pdf);
        assertThat(text)
                .contains("FACTURA", "N° 00000001", "N° de control 00-00000001", "06/10/2026")
                .contains(counter.issuer.name(), "RIF J-", "Ana Pérez", "Chacao, Caracas")
                .contains("Libro de garantía (E)", "Exento (E)", "16 %")
                .contains("63,65", "55.528,14", "42.694,90", "6.831,18", "6.002,06")
                .contains("Tasa BCV: Bs 872,3927 por USD, fecha valor 06/10/2026")
                .contains(invoice.policyId(), "Imprenta Ávila C.A.", "SNAT/INTI/2020/001")
                .doesNotContain("CRÉDITO FISCAL", "PROVISIONAL");
        assertThat(text(print(counter, invoice.id(), format, true))).contains("SIN DERECHO A CRÉDITO FISCAL");
        assertThat(print(counter, invoice.id(), format, false)).isEqualTo(pdf);
        assertThat(qr(look(pdf, "factura-" + format)))
                .contains(invoice.number(), "00-00000001", "55528.14 VES", "63.65 USD");
    }

    @ParameterizedTest
    @EnumSource(PaperFormat.class)
    void aLuxuryGoodShowsTheGeneralAndTheAdditionalRateApart(PaperFormat format) throws Exception {
        Counter counter = Counter.of("ORDINARY");
        InvoiceView invoice = counter.issue(line("Reloj de oro", "99.99", Tax.LUXURY), service("Pila", "2.00"));
        // 31 % of 87,230.55 is 27,041.47; of those 16/31 and 15/31, the cent that is left to the larger rest
        assertThat(invoice.taxes())
                .filteredOn(tax -> tax.tax().equals("LUXURY"))
                .flatExtracting(InvoiceView.TaxLine::components)
                .extracting(InvoiceView.TaxPart::name, InvoiceView.TaxPart::amount, InvoiceView.TaxPart::amountVes)
                .containsExactly(
                        tuple("GENERAL", Money.usd("16.00"), Money.ves("13956.89")),
                        tuple("ADDITIONAL", Money.usd("15.00"), Money.ves("13084.58")));
        byte[] pdf = print(counter, invoice.id(), format, false);
        assertThat(text(pdf))
                .contains("31 %", "87.230,55", "IVA general 16 %", "13.956,89", "IVA adicional 15 %", "13.084,58")
                .contains("IVA 16 %")
                .doesNotContain("IVA 31 %");
        look(pdf, "lujo-" + format);
    }

    @ParameterizedTest
    @EnumSource(PaperFormat.class)
    void aCreditNoteNamesTheInvoiceThatItCorrects(PaperFormat format) throws Exception {
        Counter counter = Counter.of("ORDINARY");
        InvoiceView invoice = counter.issue(service("Servicio", "100.00"), service("Cable", "12.00"));
        Counter.weekLater();
        NoteView note = counter.as(
                Role.SUPERVISOR,
                s -> s.billing()
                        .credit(
                                invoice.id(),
                                new NewCreditNote(
                                        java.util.List.of(new NewCreditNote.Line(1, 1, false)),
                                        "el cliente devolvió el cable")));
        byte[] pdf = print(counter, note.id(), format, false);
        assertThat(text(pdf))
                .contains("NOTA DE CRÉDITO", "00-00000002", "N° 00000001 ", "06/10/2026", "113.341,26")
                .contains("el cliente devolvió el cable", "12.143,70", "13,92", "872,3927");
        look(pdf, "nota-" + format);
    }

    @Test
    void aProvisionalRateANonFiscalDocumentAndAPendingControlNumberAreSaid() throws Exception {
        Counter unregistered = Counter.of("UNREGISTERED").with(Policy.MISSING_RATE, "PROVISIONAL_LAST_KNOWN");
        SHOP.clock.set(Instant.parse("2026-10-14T15:00:00Z"));
        InvoiceView receipt = unregistered.issue(service("Limpieza", "5.00"));
        byte[] pdf = print(unregistered, receipt.id(), PaperFormat.A4, false);
        assertThat(text(pdf))
                .contains("DOCUMENTO NO FISCAL", "TASA PROVISIONAL", "13/10/2026", "Sin IVA")
                .doesNotContain("FACTURA", "control");
        look(pdf, "no-fiscal");
        Counter.firstDay();
        Counter digital = Counter.of("ORDINARY").with(Policy.FISCAL_CHANNEL, "DIGITAL");
        InvoiceView waiting = digital.issue(service("Limpieza", "5.00"));
        assertThat(text(print(digital, waiting.id(), PaperFormat.TICKET, false)))
                .contains("PENDIENTE DE N° DE CONTROL");
    }

    @Test
    void manyLinesGoOnOnTheNextPageAndOddLettersDoNotStopThePrinter() throws Exception {
        Counter counter = Counter.of("ORDINARY");
        NewInvoice.Line[] lines = Collections.nCopies(70, service("Mica 📱 " + "x".repeat(90), "1.00"))
                .toArray(NewInvoice.Line[]::new);
        InvoiceView invoice = counter.issue(lines);
        byte[] a4 = print(counter, invoice.id(), PaperFormat.A4, false);
        try (PDDocument document = Loader.loadPDF(a4)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
        assertThat(text(a4)).contains("continuación", "Mica ?");
        byte[] roll = print(counter, invoice.id(), PaperFormat.TICKET, false);
        try (PDDocument document = Loader.loadPDF(roll)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getLowerLeftY()).isPositive();
        }
        look(a4, "muchas");
    }

    @Test
    void aDraftIsNoDocumentYet() {
        Counter counter = Counter.of("ORDINARY");
        NewInvoice input = counter.invoice(null, service("Limpieza", "5.00"));
        InvoiceView draft = counter.as(Role.FRONT_DESK, s -> s.billing().draft(input));
        assertThatThrownBy(() -> print(counter, draft.id(), PaperFormat.A4, false))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("invoices.draft"));
    }

    private static byte[] print(Counter counter, UUID id, PaperFormat format, boolean copy) {
        return counter.as(Role.FRONT_DESK, s -> s.billing().pdf(id, format, copy));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static BufferedImage look(byte[] pdf, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/paper"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 130);
            ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
            return image;
        }
    }

    private static String qr(BufferedImage page) throws Exception {
        int[] dots = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(page.getWidth(), page.getHeight(), dots);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
