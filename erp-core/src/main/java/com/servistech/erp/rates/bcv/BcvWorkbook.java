package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.RateTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/**
 * The bank's quarterly tables ({@code 2_1_2?YY_smc.xls}): one sheet for each operation day. A sheet that is not as we
 * know it is left out and named; a file without any sheet that is, is refused.
 */
public final class BcvWorkbook {

    public static final String PARSER = "bcv-xls/1";

    private BcvWorkbook() {}

    /** @throws NotThePage when it is no such workbook */
    public static RateTables read(byte[] bytes) {
        List<Publication> publications = new ArrayList<>();
        List<String> quarantined = new ArrayList<>();
        try (Workbook workbook = new HSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook) {
                read(sheet, publications, quarantined);
            }
        } catch (IOException | RuntimeException e) {
            // the library says in many ways that bytes are no workbook
            throw new NotThePage("the file is not a workbook of the bank: " + e.getMessage(), e);
        }
        if (publications.isEmpty()) {
            throw new NotThePage("the workbook has no sheet with rates: " + quarantined);
        }
        publications.sort(Comparator.comparing(Publication::valueDate));
        return new RateTables(publications, quarantined);
    }

    private static void read(Sheet sheet, List<Publication> publications, List<String> quarantined) {
        try {
            publications.add(new BcvSheet(sheet, quarantined).publication());
        } catch (NotThePage | IllegalArgumentException e) {
            quarantined.add(sheet.getSheetName() + ": " + e.getMessage());
        }
    }
}
