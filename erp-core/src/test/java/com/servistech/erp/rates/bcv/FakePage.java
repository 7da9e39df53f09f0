package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Publication;
import java.nio.charset.StandardCharsets;

/** A page in the structure of the bank's, written for tests: with the block of 2019 and everything. */
public final class FakePage {

    private String usd = "871,36890000";
    private String eur = "981,17880877";
    private String date = "2026-10-05";
    private String words = "Lunes, 05 Octubre  2026";
    private boolean old;

    public FakePage usd(String number) {
        usd = number;
        return this;
    }

    public FakePage eur(String number) {
        eur = number;
        return this;
    }

    public FakePage date(String attribute, String inWords) {
        date = attribute;
        words = inWords;
        return this;
    }

    FakePage layoutBeforeMay2026() {
        old = true;
        return this;
    }

    Publication read() {
        return read(html());
    }

    static Publication read(String html) {
        return BcvPage.of(html.getBytes(StandardCharsets.UTF_8)).publication();
    }

    public byte[] bytes() {
        return html().getBytes(StandardCharsets.UTF_8);
    }

    public String html() {
        return """
            <!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>Banco Central</title></head><body>
            <?php// print $view ?><!-- <!-- nested -->
            <section id="content-block-views-ind-home-tipo-cambio-block"><div id="dolar"><span> USD</span>
              Tipo de Cambio de Referencia (Bs. /US$) Compra: 5.355,5058 Venta: <strong>5.368,92810000</strong>
              Fecha de Publicación: 15/05/2019</div></section>
            <section><span class="date-display-single" content="2026-05-01T00:00:00-04:00">Mayo - 2026</span></section>
            <section id="block-views-rates"><div class="view view-tipo-de-cambio-oficial-del-bcv view-id-x"><div class="view-content">
            """
                + row("euro", " EUR ", " " + eur)
                + row("yuan", " CNY ", "129,97746121")
                + row("lira", " TRY", "17,73255527")
                + row("rublo", " RUB", "10,39904073")
                + row("dolar", " USD", usd)
                + """
                <div class="pull-right dinpro center">Fecha Valor: <span class="date-display-single" property="dc:date"
                 datatype="xsd:dateTime" content="%sT00:00:00-04:00">%s</span><hr></div></div></div></section></body></html>
                """.formatted(date, words);
    }

    private String row(String id, String label, String number) {
        String cell =
                old ? "centrado\"><strong> %s </strong>" : "centrado textp\"> <strong class=\"strong-tb\">%s</strong>";
        return """
            <div id="%s" class="col-sm-12 col-xs-12 "><div class="field-content"><div class="row recuadrotsmc">
              <div class="col-sm-6 col-xs-6"><img src="/x.png" class="icono_bss_blanco1"><span>%s</span></div>
              <div class="col-sm-6 col-xs-6 %s</div></div></div></div>
            """.formatted(id, label, cell.formatted(number));
    }
}
