package com.servistech.erp.commissions;

import static com.servistech.erp.commissions.Workshop.accessory;
import static com.servistech.erp.commissions.Workshop.at;
import static com.servistech.erp.commissions.Workshop.part;
import static com.servistech.erp.commissions.Workshop.service;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.billing.explain.Explanation;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.commissions.debit.NewDebit;
import com.servistech.erp.commissions.explain.CommissionExplanation;
import com.servistech.erp.commissions.pay.Payroll;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What a technician reads to believe the pay; the picture is left in target/paper to be looked at. */
class StatementTest {

    private final Workshop shop = Workshop.open();

    @Test
    void aStatementShowsEveryEntryTheCapAndTheRateAndIsTheSameForEver() throws Exception {
        at("2026-10-13T10:00");
        charge("150.00");
        shop.payAndClose("2026-10");
        at("2026-11-10T10:00");
        InvoiceView returned = null;
        for (int i = 0; i < 5; i++) {
            returned = repair("4" + i + ".35");
        }
        shop.settle("2026-11");
        shop.credit(returned, new NewCreditNote.Line(0, 1, false));
        shop.settle("2026-11");
        byte[] provisional = pdf("2026-11");
        assertThat(text(provisional)).contains("PROVISIONAL");
        shop.approve("2026-11");
        shop.payOut("2026-11");
        byte[] paid = pdf("2026-11");
        shop.as(Role.ACCOUNTANT, s -> s.commissions().close("2026-11"));
        at("2026-12-24T10:00");
        assertThat(pdf("2026-11")).isEqualTo(paid);
        String text = text(paid);
        assertThat(text)
                .contains("RECIBO DE COMISIONES", "2026-11", "Reparación", "35 %", "nota de crédito", "Saldo anterior")
                .contains("Tope: un tercio", "A PAGAR", "tasa BCV 876,7976", "SHA-256")
                .doesNotContain("PROVISIONAL");
        picture(paid);
        byte[] own = shop.as(Role.TECHNICIAN, s -> s.commissions().statementPdf("2026-11", shop.technician));
        assertThat(own).isEqualTo(paid);
    }

    @Test
    void thePayrollSaysWhatEverybodyIsPaid() {
        at("2026-10-13T10:00");
        repair("40.00");
        shop.settle("2026-10");
        Payroll payroll = shop.as(Role.MANAGER, s -> s.commissions().payroll("2026-10"));
        assertThat(payroll.state()).isEqualTo("CALCULATED");
        assertThat(payroll.pay()).isEqualTo(Money.usd("23.95"));
        assertThat(payroll.csv()).contains("2026-10,TECHNICIAN,21.70,0.00,0.00,7.23,21.70,0.00,,,,,\r\n");
        Payroll nothing = shop.as(Role.MANAGER, s -> s.commissions().payroll("2026-12"));
        assertThat(nothing.state()).isEqualTo("OPEN");
        assertThat(nothing.people()).isEmpty();
    }

    @Test
    void everyEntryIsExplainedDownToTheLinesAndCostsThatWereFrozen() {
        at("2026-10-13T10:00");
        InvoiceView invoice = repair("40.00");
        shop.settle("2026-10");
        shop.credit(invoice, new NewCreditNote.Line(0, 1, false));
        shop.settle("2026-10");
        List<CommissionEntry> entries = shop.entries("2026-10", shop.technician);
        CommissionExplanation earned = explain(entries.get(0));
        assertThat(earned.steps())
                .extracting(Explanation.Step::code)
                .containsExactly("EARNED", "LINE", "LINE", "GROSS_PROFIT", "TOTAL", "ENTRY");
        Explanation.Step line = earned.steps().get(2);
        assertThat(line.inputs()).containsEntry("unitCost", "38").containsEntry("credited", "0.00 USD");
        assertThat(earned.steps().get(3).result()).isEqualTo(Money.usd("62.00"));
        assertThat(earned.steps().get(4).exact()).isEqualByComparingTo("21.70");
        assertThat(earned.steps().get(5).result()).isEqualTo(Money.usd("21.70"));

        CommissionExplanation corrected = explain(entries.get(1));
        assertThat(corrected.steps().get(1).inputs()).containsEntry("credited", "40.00 USD");
        assertThat(corrected.steps().get(5).es()).contains("nota de crédito");
        assertThat(corrected.steps().get(5).en()).contains("credit note");
        for (CommissionEntry entry : shop.entries("2026-10", shop.supervisor)) {
            assertThat(explain(entry).steps())
                    .allMatch(step -> !step.es().isBlank() && !step.en().isBlank())
                    .last()
                    .extracting(Explanation.Step::result)
                    .isEqualTo(entry.amount());
        }
    }

    private CommissionExplanation explain(CommissionEntry entry) {
        return shop.as(Role.MANAGER, s -> s.commissions().explain(entry.id()));
    }

    private InvoiceView repair(String labour) {
        UUID screen = shop.screen();
        UUID cover = shop.part(PartType.ACCESSORY, "5.00", "0.00", "0.00");
        UUID order = shop.ready(screen);
        shop.deliver(order);
        InvoiceView invoice =
                shop.invoice(order, service(labour), part(screen, "60.00"), accessory(cover, shop.supervisor, "12.45"));
        shop.payAll(invoice);
        return invoice;
    }

    private void charge(String amount) {
        NewDebit input = new NewDebit(
                shop.technician, null, "HUMAN_ERROR", Money.usd(amount), "Placa quemada", List.of("foto 3"), null);
        UUID id = shop.as(Role.SUPERVISOR, s -> s.commissions().propose(input)).id();
        shop.as(Role.MANAGER, s -> s.commissions().approveDebit(id, null));
    }

    private byte[] pdf(String period) {
        return shop.as(Role.MANAGER, s -> s.commissions().statementPdf(period, shop.technician));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void picture(byte[] pdf) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/paper"));
        Files.write(folder.resolve("commissions.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            ImageIO.write(
                    new PDFRenderer(document).renderImageWithDPI(0, 110),
                    "png",
                    folder.resolve("commissions.png").toFile());
        }
    }
}
