package com.servistech.erp.rates.bcv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.rates.Captures;
import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.RateTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcvWorkbookTest {

    private static final List<String> WORKBOOKS = List.of(
            "2_1_2a20_smc.xls", "2024-05-29_BCV.xls", "2_1_2a25_smc.xls", "2_1_2c25_smc.xls", "2_1_2d25_smc.xls");

    @Test
    void theWholeVerifiedHistoryIsReproducedWhereTheTablesOverlapIt() {
        Map<LocalDate, BigDecimal[]> verified = verified();
        int compared = 0;
        for (Publication publication : all()) {
            BigDecimal[] known = verified.get(publication.valueDate());
            if (known != null) {
                assertThat(publication.usd())
                        .as("USD %s", publication.valueDate())
                        .isEqualByComparingTo(known[0]);
                if (known[1] != null) {
                    assertThat(publication.eur())
                            .as("EUR %s", publication.valueDate())
                            .isEqualByComparingTo(known[1]);
                }
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    @Test
    void everyRowOfTheBanksOwnTablesIsReadAsSomebodyElseReadIt() {
        Map<LocalDate, Publication> read = new HashMap<>();
        all().forEach(publication -> read.put(publication.valueDate(), publication));
        int compared = 0;
        for (String line : lines("rates-history/derived_official_xls_usd_eur.csv")) {
            String[] cells = line.split(",");
            Publication publication = read.get(LocalDate.parse(cells[1]));
            if (publication != null) {
                assertThat(publication.operationDate()).isEqualTo(LocalDate.parse(cells[0]));
                assertThat(publication.usd()).isEqualByComparingTo(cells[4]);
                assertThat(publication.eur()).isEqualByComparingTo(cells[6]);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(read.size());
    }

    @Test
    void eachValueDateIsTheNextOperationDateSoThatNoDayIsWithoutARate() {
        for (String workbook : WORKBOOKS) {
            List<Publication> publications = read(workbook).publications();
            for (int i = 1; i < publications.size(); i++) {
                assertThat(publications.get(i).operationDate())
                        .as("%s %s", workbook, publications.get(i).valueDate())
                        .isEqualTo(publications.get(i - 1).valueDate());
            }
        }
    }

    @Test
    void aRowThatContradictsItselfIsQuarantinedAndTheOthersCount() {
        RateTables tables = read("2_1_2a20_smc.xls");
        assertThat(tables.quarantined()).anyMatch(row -> row.contains("31032020") && row.contains("CHF"));
        assertThat(tables.publications())
                .filteredOn(publication -> publication.operationDate().equals(LocalDate.of(2020, 3, 31)))
                .singleElement()
                .satisfies(publication -> assertThat(publication.rates())
                        .containsKey(new Quoted("GBP"))
                        .doesNotContainKey(new Quoted("CHF")));
    }

    @Test
    void theColumnsAreFoundByTheirHeadersWhereverTheyStand() throws IOException {
        for (int shift : new int[] {0, 1, 3}) {
            RateTables tables = BcvWorkbook.read(workbook(shift, 871.3689, 981.17880877));
            Publication publication = tables.publications().get(0);
            assertThat(publication.usd()).isEqualByComparingTo("871.3689");
            assertThat(publication.eur()).isEqualByComparingTo("981.17880877");
            assertThat(publication.valueDate()).isEqualTo(LocalDate.of(2026, 10, 5));
            assertThat(publication.operationDate()).isEqualTo(LocalDate.of(2026, 10, 2));
            assertThat(publication.publishedAt()).isEqualTo(Instant.parse("2026-10-02T19:38:00Z"));
        }
    }

    @Test
    void aSheetThatIsNoTableIsNamedAndAFileWithoutAnyIsRefused() throws IOException {
        assertThat(read("2024-05-29_BCV.xls").publications()).isNotEmpty();
        assertThatThrownBy(() -> BcvWorkbook.read(workbook(1, 0, 981.17880877)))
                .isInstanceOf(NotThePage.class)
                .hasMessageContaining("no dollar");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 512, 4096, 20_000})
    void aTruncatedWorkbookIsRefusedInWordsAndNotWithAnAccident(int length) {
        byte[] whole = Captures.read("bcv-xls/2_1_2d25_smc.xls");
        assertThatThrownBy(() -> BcvWorkbook.read(Arrays.copyOf(whole, length))).isInstanceOf(NotThePage.class);
    }

    @Test
    void anErrorPageInPlaceOfAWorkbookIsRefused() {
        assertThatThrownBy(() -> BcvWorkbook.read("<html>404</html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotThePage.class);
    }

    private static RateTables read(String workbook) {
        return BcvWorkbook.read(Captures.read("bcv-xls/" + workbook));
    }

    private static List<Publication> all() {
        return WORKBOOKS.stream()
                .flatMap(workbook -> read(workbook).publications().stream())
                .toList();
    }

    private static Map<LocalDate, BigDecimal[]> verified() {
        Map<LocalDate, BigDecimal[]> rates = new HashMap<>();
        for (String line : lines("rates-history/verified_bcv_rates.csv")) {
            String[] cells = line.split(",", -1);
            BigDecimal eur = cells[2].isEmpty() ? null : new BigDecimal(cells[2]);
            rates.put(LocalDate.parse(cells[0]), new BigDecimal[] {new BigDecimal(cells[1]), eur});
        }
        return rates;
    }

    private static List<String> lines(String file) {
        return new String(Captures.read(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("20"))
                .toList();
    }

    /** A workbook in the bank's structure, with its columns moved to the right. */
    static byte[] workbook(int shift, double usd, double eur) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("02102026");
            text(sheet, 0, shift, "BANCO CENTRAL DE VENEZUELA");
            text(sheet, 0, shift + 4, "02/10/2026 03:38 PM");
            text(sheet, 2, shift, "TIPO DE CAMBIO DE REFERENCIA (*)");
            text(sheet, 4, shift, "Fecha Operacion: 02/10/2026");
            text(sheet, 4, shift + 3, "Fecha Valor: 05/10/2026");
            for (int group = 0; group < 2; group++) {
                text(sheet, 8, shift + 2 + 2 * group, "Compra (BID)");
                text(sheet, 8, shift + 3 + 2 * group, "Venta (ASK)");
            }
            row(sheet, 10, shift, "EUR", eur / usd, eur);
            row(sheet, 11, shift, "USD", 1, usd);
            text(sheet, 13, shift, "(*) Tipo de Cambio de Referencia ...");
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int number, int shift, String code, double perDollar, double inVes) {
        Row row = sheet.createRow(number);
        row.createCell(shift).setCellValue(code);
        row.createCell(shift + 1).setCellValue("Zona");
        row.createCell(shift + 2).setCellValue(perDollar);
        row.createCell(shift + 3).setCellValue(perDollar);
        row.createCell(shift + 4).setCellValue(inVes * 0.9975);
        row.createCell(shift + 5).setCellValue(inVes);
    }

    private static void text(Sheet sheet, int row, int column, String text) {
        Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        line.createCell(column).setCellValue(text);
    }
}
