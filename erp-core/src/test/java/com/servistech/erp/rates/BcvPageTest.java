package com.servistech.erp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.rates.bcv.BcvPage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BcvPageTest {

    @ParameterizedTest
    @CsvSource({
        "2025-07-31.html, 124.5102, 142.95389592",
        "2025-08-21.html, 139.4016, 162.53250748",
        "2025-12-30.html, 298.1431, 351.24536754",
        "2026-01-22.html, 349.9272, 409.64927522",
        "2026-01-30.html, 367.3069, 439.46801357",
        "2026-06-15.html, 587.4059, 680.08092884",
        "2026-07-06.html, 667.0500, 763.19191650",
        "2026-10-05.fragment.html, 871.3689, 981.17880877"
    })
    void everyCapturedPageIsReadAsItWasPublished(String file, BigDecimal usd, BigDecimal eur) throws IOException {
        byte[] page = Files.readAllBytes(captures().resolve(file));
        // a fragment was cut out of the view that holds it in the page
        Publication read = file.contains("fragment")
                ? read("<div class='view-tipo-de-cambio-oficial-del-bcv'>" + new String(page, StandardCharsets.UTF_8))
                : new BcvPage(page).publication();
        assertThat(read.valueDate()).isEqualTo(LocalDate.parse(file.substring(0, 10)));
        assertThat(read.usd()).isEqualByComparingTo(usd);
        assertThat(read.eur()).isEqualByComparingTo(eur);
    }

    @ParameterizedTest
    @CsvSource({"'1.012,34000000'", "'1012,34000000'", "' 1012,34\u00a0'"})
    void aThousandIsReadWithOrWithoutItsDot(String euro) {
        Publication read = read(page("1000,00000000", euro, "2026-11-25", "Miércoles, 25 Noviembre  2026"));
        assertThat(read.eur()).isEqualByComparingTo("1012.34");
    }

    @Test
    void theFossilOfTheOldSystemOutsideTheBlockIsNeverARate() {
        String fossil = "<div id='dolar'><span>USD</span><strong>5.368,92810000</strong></div>";
        Publication read = read("<html><body>" + fossil
                + page("100,00000000", "115,00000000", "2026-11-25", "Miércoles, 25 Noviembre 2026"));
        assertThat(read.usd()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "100.5, '115,57500000', 2026-11-25, 'Miércoles, 25 Noviembre 2026', not a number",
        "'100,00000000', '115,00000123', 2026-11-25, 'Miércoles, 25 Noviembre 2026', cross rate",
        "'100,00000000', '115,00000000', 2026-11-25, 'Martes, 24 Noviembre 2026', in words",
        "'0,00000000', '115,00000000', 2026-11-25, 'Miércoles, 25 Noviembre 2026', above zero"
    })
    void aPageThatDoesNotFitTogetherIsRefusedWhole(String usd, String eur, String date, String words, String why) {
        assertThatThrownBy(() -> read(page(usd, eur, date, words)))
                .isInstanceOf(BcvPage.NotThePage.class)
                .hasMessageContaining(why);
    }

    @Test
    void aPageWithoutTheBlockIsRefused() {
        assertThatThrownBy(() -> read("<html><strong>871,36890000</strong></html>"))
                .isInstanceOf(BcvPage.NotThePage.class)
                .hasMessageContaining("the block of official rates");
    }

    private static Publication read(String html) {
        return new BcvPage(html.getBytes(StandardCharsets.UTF_8)).publication();
    }

    private static String page(String usd, String eur, String date, String words) {
        return """
            <meta charset="utf-8"><div class="view view-tipo-de-cambio-oficial-del-bcv"><div class="view-content">
            <div id="euro"><div class="row recuadrotsmc"><span> EUR </span>
              <div class="col-sm-6 centrado textp"><strong class="strong-tb"> %s</strong></div></div></div>
            <div id="dolar"><div class="row recuadrotsmc"><span> USD</span>
              <div class="col-sm-6 centrado textp"><strong class="strong-tb">%s</strong></div></div></div>
            Fecha Valor: <span class="date-display-single" content="%sT00:00:00-04:00">%s</span></div></div>
            """.formatted(eur, usd, date, words);
    }

    /** The captures lie beside the project; where they are missing this fails, it does not pass. */
    private static Path captures() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path captures = folder.resolveSibling("shared").resolve("samples/bcv-home");
            if (Files.isDirectory(captures)) {
                return captures;
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException("../shared/samples/bcv-home is not beside the project");
    }
}
