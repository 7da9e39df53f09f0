package com.servistech.erp.commissions.paper;

import com.servistech.erp.billing.paper.Sheet;
import com.servistech.erp.commissions.pay.StatementView;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** The statement on A4: each entry, the totals, how the cap was computed, what was paid at which rate. */
final class StatementPaper {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final float NORMAL = 9;
    private static final float SMALL = 8;
    private static final float LINE = 13;
    private static final float MARGIN = 15 * Sheet.MM;

    private final StatementView statement;
    private final String store;
    private final int version;
    private final List<PaperLine> lines;
    private final Sheet sheet;
    private final float[] columns;

    StatementPaper(StatementView statement, String store, int version, List<PaperLine> lines) {
        this.statement = statement;
        this.store = store;
        this.version = version;
        this.lines = lines;
        this.sheet = new Sheet(210 * Sheet.MM, 297 * Sheet.MM, MARGIN, documentId());
        float left = sheet.left();
        this.columns = new float[] {left, left + 58, left + 128, left + 350, left + 410, sheet.right()};
    }

    byte[] print() {
        head();
        columnHeads();
        lines.forEach(this::line);
        totals();
        foot();
        return sheet.finished();
    }

    /** The statement's; before it has one, of what it says. */
    private UUID documentId() {
        return statement.id() != null
                ? statement.id()
                : UUID.nameUUIDFromBytes(statement.sha256().getBytes(StandardCharsets.UTF_8));
    }

    private void head() {
        sheet.text("RECIBO DE COMISIONES", columns[0], 14, true);
        sheet.textRight(statement.period(), columns[5], 14, true);
        sheet.down(20);
        sheet.text(store, columns[0], NORMAL, false);
        sheet.down(LINE);
        sheet.text(statement.personName(), columns[0], 11, true);
        if (statement.id() == null) {
            sheet.textRight("PROVISIONAL: aún no aprobado", columns[5], NORMAL, true);
        }
        sheet.down(LINE);
    }

    private void columnHeads() {
        sheet.rule();
        sheet.down(LINE);
        sheet.text("Fecha", columns[0], SMALL, true);
        sheet.text("Orden", columns[1], SMALL, true);
        sheet.text("Concepto", columns[2], SMALL, true);
        sheet.textRight("Base USD", columns[3], SMALL, true);
        sheet.textRight("Tasa", columns[4], SMALL, true);
        sheet.textRight("Comisión USD", columns[5], SMALL, true);
        sheet.down(5);
        sheet.rule();
        sheet.down(LINE);
    }

    private void line(PaperLine line) {
        if (!sheet.fits(LINE)) {
            sheet.newPage();
            columnHeads();
        }
        sheet.text(DAY.format(line.day()), columns[0], SMALL, false);
        if (line.subject() != null) {
            sheet.text(line.subject(), columns[1], SMALL, false);
        }
        // one line: what does not fit stands in the explanation of the entry
        sheet.text(sheet.wrap(line.what(), 165, SMALL).get(0), columns[2], SMALL, false);
        if (line.base() != null) {
            sheet.textRight(PaperWords.figure(line.base()), columns[3], SMALL, false);
        }
        if (line.rate() != null) {
            sheet.textRight(rate(line), columns[4], SMALL, false);
        }
        sheet.textRight(PaperWords.figure(line.amount()), columns[5], SMALL, false);
        sheet.down(LINE);
    }

    private static String rate(PaperLine line) {
        if (line.flat()) {
            return PaperWords.rate(line.rate()) + " USD";
        }
        String percent = PaperWords.rate(line.rate()) + " %";
        return line.share() == null || line.share().compareTo(BigDecimal.valueOf(100)) == 0
                ? percent
                : percent + " × " + PaperWords.rate(line.share()) + " %";
    }

    private void totals() {
        if (!sheet.fits(14 * LINE)) {
            sheet.newPage();
        }
        sheet.rule();
        sheet.down(LINE);
        total("Comisiones y ajustes del período", statement.earned(), false);
        total("Descuentos del período", statement.debited(), false);
        if (statement.openingCarry().isNegative()) {
            total("Saldo anterior", statement.openingCarry(), false);
        }
        if (statement.openingCarry().isNegative() || statement.capScope().equals("ALL_DEBITS")) {
            total("Tope: un tercio de lo ganado (LOTTT art. 154)", statement.cap(), false);
            total("Cobrado de la deuda en este período", statement.recovered().negated(), false);
        }
        total("A PAGAR", statement.pay(), true);
        if (statement.closingCarry().isNegative()) {
            total("Saldo que pasa al período siguiente", statement.closingCarry(), false);
        }
        sheet.down(LINE);
        if (statement.payout() != null) {
            paid(statement.payout());
        }
    }

    private void paid(StatementView.Payout payout) {
        left("Pagado el %s por %s%s"
                .formatted(
                        DAY.format(LocalDate.ofInstant(payout.paidAt(), Work.CARACAS)),
                        payout.method(),
                        payout.reference() == null ? "" : ", referencia " + payout.reference()));
        if (payout.amount().currency() == Currency.VES) {
            left("Bs %s = USD %s a la tasa %s %s, fecha valor %s"
                    .formatted(
                            PaperWords.figure(payout.amount()),
                            PaperWords.figure(statement.pay()),
                            payout.rateSource(),
                            PaperWords.rate(payout.rate()),
                            DAY.format(payout.rateValueDate())));
        }
    }

    private void total(String what, Money usd, boolean strong) {
        sheet.textRight(what, columns[4], NORMAL, strong);
        sheet.textRight(PaperWords.figure(usd), columns[5], NORMAL, strong);
        sheet.down(LINE);
    }

    private void foot() {
        sheet.down(LINE);
        left("Cada renglón se explica hasta sus datos de origen en Comisiones › Explicación.");
        left("%d asientos · versión %d · SHA-256 %s".formatted(statement.entries(), version, statement.sha256()));
        sheet.down(3 * LINE);
        left("Recibí conforme: ______________________________");
    }

    private void left(String text) {
        sheet.text(text, columns[0], SMALL, false);
        sheet.down(LINE);
    }
}
