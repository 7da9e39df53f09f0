package com.servistech.erp.rates.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.rates.Captures;
import com.servistech.erp.rates.Quoted;
import com.servistech.erp.rates.Quotes.Quote;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessFormatTest {

    @Test
    void bothFormatsAreReadWithTheValueDateThatTheySay() {
        assertThat(read(WitnessFormat.DOLARAPI, """
            {"fuente":"oficial","nombre":"Oficial","compra":null,"venta":null,"promedio":871.3689,
             "fechaActualizacion":"2026-10-05T00:00:00-04:00"}"""))
                .containsExactly(new Quote(Quoted.USD, LocalDate.of(2026, 10, 5), new BigDecimal("871.3689")));
        assertThat(read(WitnessFormat.DOLARAPI, """
            [{"moneda":"EUR","fuente":"oficial","promedio":981.17880877,"fechaActualizacion":"2026-10-05"},
             {"moneda":"USD","fuente":"paralelo","promedio":1100,"fechaActualizacion":"2026-10-05"}]"""))
                .as("only what it calls official")
                .containsExactly(new Quote(Quoted.EUR, LocalDate.of(2026, 10, 5), new BigDecimal("981.17880877")));
        assertThat(read(WitnessFormat.DOLARVZLA, """
            {"current":{"date":"2026-10-05","usd":871.3689,"eur":981.17880877},"previous":{"date":"2026-10-02"}}""")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "<html>",
                "{\"fuente\":\"oficial\",\"promedio\":871.3689}",
                "{\"fuente\":\"oficial\",\"promedio\":0,\"fechaActualizacion\":\"2026-10-05\"}",
                "{\"fuente\":\"oficial\",\"promedio\":-1,\"fechaActualizacion\":\"2026-10-05\"}",
                "{\"fuente\":\"oficial\",\"promedio\":1e9,\"fechaActualizacion\":\"2026-10-05\"}",
                "{\"fuente\":\"oficial\",\"promedio\":\"1.012.45\",\"fechaActualizacion\":\"2026-10-05\"}",
                "{\"current\":{\"date\":\"ayer!!!!!!\",\"usd\":871.3689}}"
            })
    void withoutANumberAndItsDayNothingIsSaid(String body) {
        for (WitnessFormat format : WitnessFormat.values()) {
            assertThatThrownBy(() -> read(format, body)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRecordedAnswerOfAnotherShapeIsRefused() {
        byte[] history = Captures.read("rates-history/enzonotario_dolarapi__historicos_dolares_oficial.json");
        assertThatThrownBy(() -> WitnessFormat.DOLARAPI.quotes(history))
                .as("a history says 'fecha', which is not when it counts")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Quote> read(WitnessFormat format, String body) {
        return format.quotes(body.getBytes(StandardCharsets.UTF_8)).quotes();
    }
}
