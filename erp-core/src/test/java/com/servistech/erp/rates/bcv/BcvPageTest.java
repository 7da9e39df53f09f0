package com.servistech.erp.rates.bcv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.rates.Captures;
import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.Quoted;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BcvPageTest {

    @ParameterizedTest
    @CsvSource({
        "2025-07-31.html, 124.5102, 142.95389592, 17.30991241, 3.06805346, 1.53735275",
        "2025-08-21.html, 139.4016, 162.53250748, 19.41959210, 3.40706089, 1.73349930",
        "2025-12-30.html, 298.1431, 351.24536754, 42.55904016, 6.94677549, 3.83436670",
        "2026-01-22.html, 349.9272, 409.64927522, 50.25379136, 8.08256090, 4.55685402",
        "2026-01-30.html, 367.3069, 439.46801357, 52.87501979, 8.46214224, 4.83680405",
        "2026-06-15.html, 587.4059, 680.08092884, 86.86737847, 12.69751088, 8.11966642",
        "2026-07-06.html, 667.0500, 763.19191650, 98.39656596, 14.25354014, 8.63048259",
        "2026-10-05.fragment.html, 871.3689, 981.17880877, 129.97746121, 17.73255527, 10.39904073"
    })
    void everyCapturedPageIsReadAsItWasPublished(
            String file, BigDecimal usd, BigDecimal eur, BigDecimal cny, BigDecimal lira, BigDecimal rub) {
        Publication read = BcvPage.saved(Captures.read("bcv-home/" + file)).publication();
        assertThat(read.valueDate()).isEqualTo(LocalDate.parse(file.substring(0, 10)));
        assertThat(read.doubts()).isEmpty();
        assertThat(read.rates()).hasSize(5);
        assertThat(read.usd()).isEqualByComparingTo(usd);
        assertThat(read.eur()).isEqualByComparingTo(eur);
        assertThat(read.rates().get(new Quoted("CNY"))).isEqualByComparingTo(cny);
        assertThat(read.rates().get(new Quoted("TRY"))).isEqualByComparingTo(lira);
        assertThat(read.rates().get(new Quoted("RUB"))).isEqualByComparingTo(rub);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void aPageIsReadInWhateverEncodingItWasSaved(String encoding) {
        String text = new String(Captures.read("bcv-home/2026-07-06.html"), StandardCharsets.UTF_8);
        Publication read = BcvPage.of(text.getBytes(Charset.forName(encoding))).publication();
        assertThat(read.usd()).isEqualByComparingTo("667.05");
        assertThat(read.doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'1012,34000000', 1012.34",
        "'1.012,34000000', 1012.34",
        "' 1012,34\u00a0', 1012.34",
        "'1.012.345,67890123', 1012345.67890123"
    })
    void aThousandIsReadWithOrWithoutItsDot(String euro, BigDecimal expected) {
        String dollar = expected.toPlainString().replace('.', ',');
        Publication read = new FakePage().usd(dollar).eur(euro).read();
        assertThat(read.eur()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.012.34",
                "1012.34",
                "1,012.34",
                "10.12,34",
                "1.0123,4",
                "981,178808771",
                "-1,0",
                "",
                "NaN",
                "9999999999999,0"
            })
    void aNumberInAnyOtherWayOfWritingIsRefused(String euro) {
        assertThatThrownBy(() -> new FakePage().eur(euro).read())
                .isInstanceOf(NotThePage.class)
                .hasMessageContaining("not a number as the bank writes them");
    }

    @Test
    void theFossilOfTheOldSystemOutsideTheBlockIsNeverARate() {
        Publication read = new FakePage().read();
        assertThat(read.usd()).isEqualByComparingTo("871.3689");
        String fossilOnly = new FakePage().html().replace("view-tipo-de-cambio-oficial-del-bcv", "view-something-else");
        assertThatThrownBy(() -> BcvPage.saved(fossilOnly.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotThePage.class)
                .hasMessageContaining("the block of official rates is there 0 times");
    }

    @Test
    void eachCaptureWithoutItsBlockIsRefusedThoughItsFossilIsAlive() {
        for (String file : new String[] {"2025-07-31.html", "2026-07-06.html"}) {
            String text = new String(Captures.read("bcv-home/" + file), StandardCharsets.UTF_8);
            assertThat(text).contains("5.368,9281");
            byte[] mutated =
                    text.replace("view-tipo-de-cambio-oficial-del-bcv", "x").getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> BcvPage.saved(mutated)).isInstanceOf(NotThePage.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        id="dolar" class="col        | id="dollar" class="col   | #dolar is there 0 times
        id="yuan" class="col         | id="dolar" class="col    | #dolar is there 2 times
        id="yuan" class="col         | id="euro" class="col     | #euro is there 2 times
        <span> USD</span></div>      | <span> US$</span></div>  | is labelled "US$" and not USD
        <span> USD</span></div>      | <span>USD</span><span>x</span></div> | the label of #dolar is there 2 times
        871,36890000                 | 0,00000000               | not above zero
        content="2026-10-05          | content="05/10/2026      | the value date cannot be read
        content="2026-10-05          | data-x="2026-10-05       | the value date is there 0 times
        content="2026-10-05          | content="2015-10-05      | of no year
        981,17880877                 | 98,17880877              | cannot both be right
        """)
    void aPageThatLacksOrDoublesWhatItMustHaveIsRefusedWhole(String from, String to, String why) {
        String html = new FakePage().html();
        assertThat(html).contains(from);
        assertThatThrownBy(() -> FakePage.read(html.replace(from, to)))
                .isInstanceOf(NotThePage.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatCanBeReadAndDoesNotFitTogetherIsDoubted() {
        assertThat(new FakePage()
                        .date("2026-10-06", "Lunes, 05 Octubre  2026")
                        .read()
                        .doubts())
                .singleElement()
                .asString()
                .contains("not the one in words");
        assertThat(new FakePage().eur("981,17990877").read().doubts())
                .singleElement()
                .asString()
                .contains("cross rate of 5 decimals");
        assertThat(new FakePage().read().doubts()).isEmpty();
    }

    @Test
    void anUnclearFurtherCurrencyIsLeftOutAndTheOthersCount() {
        Publication read = FakePage.read(new FakePage().html().replace("129,97746121", "n/d"));
        assertThat(read.rates()).containsOnlyKeys(Quoted.EUR, Quoted.USD, new Quoted("TRY"), new Quoted("RUB"));
        Publication twice = FakePage.read(new FakePage().html().replace("<span> TRY</span>", "<span> RUB</span>"));
        assertThat(twice.rates()).containsOnlyKeys(Quoted.EUR, Quoted.USD, new Quoted("CNY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html><body><h1>Sitio en mantenimiento</h1></body></html>", "Forbidden", "{\"usd\":871.36}"
            })
    void whateverElseAnswersIsNotThePage(String body) {
        assertThatThrownBy(() ->
                        BcvPage.saved(body.getBytes(StandardCharsets.UTF_8)).publication())
                .isInstanceOf(NotThePage.class);
    }

    @Test
    void bothLayoutsOfTheNumberAreRead() {
        assertThat(new FakePage().layoutBeforeMay2026().read().usd()).isEqualByComparingTo("871.3689");
    }
}
