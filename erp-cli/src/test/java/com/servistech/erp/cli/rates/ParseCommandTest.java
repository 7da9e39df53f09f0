package com.servistech.erp.cli.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code erp rates parse}: no database, no configuration, no network. */
class ParseCommandTest {

    private static final String PAGE = """
        <html><body><div class="view view-tipo-de-cambio-oficial-del-bcv">
        <div id="euro"><div class="row recuadrotsmc"><span> EUR </span><strong> 1.037,80795500</strong></div></div>
        <div id="dolar"><div class="row recuadrotsmc"><span> USD</span><strong>902,44170000</strong></div></div>
        Fecha Valor: <span class="date-display-single" content="2026-11-25T00:00:00-04:00">Miércoles, 25 Noviembre  2026</span>
        </div></body></html>""";

    @TempDir
    private Path folder;

    private String out;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1252"})
    void aSavedPageIsPrintedInWhateverEncodingItWasSaved(String encoding) throws IOException {
        assertThat(parse("BCV", PAGE, encoding)).isZero();
        assertThat(out.strip())
                .isEqualTo("{\"rates\":[{\"base\":\"USD\",\"rate\":\"902.4417\",\"valueDate\":\"2026-11-25\"},"
                        + "{\"base\":\"EUR\",\"rate\":\"1037.807955\",\"valueDate\":\"2026-11-25\"}]}");
    }

    @Test
    void aPageThatDoesNotFitTogetherGivesNoRatesButWhatIsInDoubt() throws IOException {
        assertThat(parse("BCV", PAGE.replace("25 Noviembre", "24 Noviembre"), "UTF-8"))
                .isEqualTo(1);
        assertThat(out).startsWith("{\"rates\":[],\"suspect\":[").contains("not the one in words");
    }

    @Test
    void whatIsNoPageIsRefusedWithTheReason() throws IOException {
        assertThat(parse("BCV", "<html>mantenimiento</html>", "UTF-8")).isEqualTo(1);
        assertThat(out).startsWith("{\"rates\":[],\"rejected\":\"the block of official rates");
        assertThat(parse("BINANCE", "<html>403</html>", "UTF-8")).isEqualTo(1);
        assertThat(out).contains("the answer is not JSON");
    }

    private int parse(String source, String text, String encoding) throws IOException {
        Path file = Files.write(folder.resolve("saved"), text.getBytes(Charset.forName(encoding)));
        StringWriter printed = new StringWriter();
        int exit = new CommandLine(new RatesCommand())
                .setOut(new PrintWriter(printed))
                .execute("parse", "--source", source, file.toString(), "--json");
        out = printed.toString();
        return exit;
    }
}
