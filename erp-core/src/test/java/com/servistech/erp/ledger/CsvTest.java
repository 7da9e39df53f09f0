package com.servistech.erp.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void aTableIsReadBackAsItWasWhateverItsTextsHold() {
        assertThat(new Csv("Cliente", "Total")
                        .row("Pérez, \"el Chino\"\r\nHijos", Money.usd("-12.50"))
                        .row(null, 3)
                        .toString())
                .isEqualTo("Cliente,Total\r\n\"Pérez, \"\"el Chino\"\"\r\nHijos\",-12.50\r\n,3\r\n");
    }

    /** A53. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+cmd|'/c calc'!A0", "@SUM(A1)", "\t=1", "\r=1"})
    void A53_aTextIsNoFormulaOfTheSpreadsheetThatOpensIt(String text) {
        assertThat(new Csv().row(text).toString().replace("\"", "")).startsWith("\r\n'" + text);
    }
}
