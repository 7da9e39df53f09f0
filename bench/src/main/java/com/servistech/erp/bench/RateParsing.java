package com.servistech.erp.bench;

import com.servistech.erp.Erp;
import com.servistech.erp.rates.SavedRates;
import com.servistech.erp.rates.SavedRates.Saved;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a page, an answer and a quarter of tables take to read, and with {@code -prof gc} what they allocate. The
 * inputs are written here in the structure and size of the real ones: 151 kB of page, 20 offers, 60 sheets.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RateParsing {

    private static final int PAGE_BYTES = 151_000;
    private static final int OFFERS = 20;
    private static final int SHEETS = 60;
    private static final int CURRENCIES = 21;

    private final SavedRates bank = Erp.savedRates().get("BCV");
    private final SavedRates market = Erp.savedRates().get("BINANCE");
    private byte[] page;
    private byte[] answer;
    private byte[] workbook;

    @Setup
    public void write() throws IOException {
        page = page();
        answer = answer();
        workbook = workbook();
    }

    @Benchmark
    public Saved bankPage() {
        return bank.read(page);
    }

    @Benchmark
    public Saved binanceAnswer() {
        return market.read(answer);
    }

    @Benchmark
    public Saved quarterOfTables() {
        return bank.read(workbook);
    }

    private static byte[] page() {
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>");
        String filler =
                "<div class=\"views-row\"><span class=\"field-content\"><a href=\"/x\">Indicador</a></span></div>\n";
        while (html.length() < PAGE_BYTES / 2) {
            html.append(filler);
        }
        html.append("<div class=\"view view-tipo-de-cambio-oficial-del-bcv\">");
        String[][] rows = {
            {"euro", "EUR", "981,17880877"},
            {"yuan", "CNY", "129,97746121"},
            {"lira", "TRY", "17,73255527"},
            {"rublo", "RUB", "10,39904073"},
            {"dolar", "USD", "871,36890000"}
        };
        for (String[] row : rows) {
            html.append("""
                <div id="%s"><div class="row recuadrotsmc"><span> %s</span><strong>%s</strong></div></div>
                """.formatted((Object[]) row));
        }
        html.append("""
            Fecha Valor: <span class="date-display-single" content="2026-10-05T00:00:00-04:00">Lunes, 05 Octubre  2026</span>
            </div>""");
        while (html.length() < PAGE_BYTES) {
            html.append(filler);
        }
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] answer() {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < OFFERS; i++) {
            data.append(i == 0 ? "" : ",").append("""
                {"adv":{"advNo":"129051164689718%05d","tradeType":"SELL","asset":"USDT","fiatUnit":"VES","price":"74%d.%d00",
                "tradableQuantity":"%d.69","minSingleTransAmount":"20000","maxSingleTransAmount":"50000","isTradable":true,
                "tradeMethods":[{"identifier":"PagoMovil"},{"identifier":"Banesco"}]},"advertiser":{"nickName":"x"}}
                """.formatted(i, i % 5, i % 10, 100 + i));
        }
        return ("{\"code\":\"000000\",\"success\":true,\"data\":[" + data + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < SHEETS; i++) {
                int day = i % 27 + 1;
                int month = i / 27 + 1;
                Sheet sheet = workbook.createSheet("%02d%02d2026".formatted(day, month));
                Row dates = sheet.createRow(4);
                dates.createCell(1).setCellValue("Fecha Operacion: %02d/%02d/2026".formatted(day, month));
                dates.createCell(4).setCellValue("Fecha Valor: %02d/%02d/2026".formatted(day + 1, month));
                Row header = sheet.createRow(8);
                for (int column = 0; column < 4; column++) {
                    header.createCell(3 + column).setCellValue(column % 2 == 0 ? "Compra (BID)" : "Venta (ASK)");
                }
                for (int currency = 0; currency < CURRENCIES; currency++) {
                    String code = currency == 0 ? "EUR" : currency == 1 ? "USD" : "X" + (char) ('A' + currency) + "X";
                    Row row = sheet.createRow(10 + currency);
                    row.createCell(1).setCellValue(code);
                    row.createCell(2).setCellValue("Zona");
                    row.createCell(3).setCellValue(1.1);
                    row.createCell(4).setCellValue(1.1);
                    row.createCell(5).setCellValue(currency == 0 ? 978.72583803 : 869.18047725);
                    row.createCell(6).setCellValue(currency == 0 ? 981.17880877 : 871.3689);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
