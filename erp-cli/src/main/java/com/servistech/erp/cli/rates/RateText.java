package com.servistech.erp.cli.rates;

import com.servistech.erp.rates.RateView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;

/** A rate in a line for people and in an object for programs. */
final class RateText {

    private RateText() {}

    static String line(RateView rate) {
        return "%s  %s Bs por %s  fecha valor %s  %s  %s%s%s"
                .formatted(
                        rate.source(),
                        plain(rate.rate()),
                        rate.base(),
                        rate.valueDate(),
                        state(rate.state()),
                        rate.channel(),
                        rate.stale() ? "  VENCIDA" : "",
                        rate.doubts().isEmpty() ? "" : "  (" + String.join("; ", rate.doubts()) + ")");
    }

    static JsonObjectBuilder json(RateView rate) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", rate.id().toString())
                .add("source", rate.source())
                .add("base", rate.base())
                .add("quote", rate.quote())
                .add("rate", plain(rate.rate()))
                .add("valueDate", rate.valueDate().toString())
                .add("observedAt", rate.observedAt().toString())
                .add("stale", rate.stale())
                .add("channel", rate.channel())
                .add("state", rate.state())
                .add("doubts", array(rate.doubts()));
        if (rate.evidence() != null) {
            json.add("evidence", rate.evidence());
        }
        return json;
    }

    static JsonArrayBuilder array(List<String> texts) {
        return Json.createArrayBuilder(texts);
    }

    static String plain(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }

    private static String state(String state) {
        return switch (state) {
            case "ACCEPTED" -> "aceptada";
            case "SUSPECT" -> "EN DUDA: alguien debe confirmarla";
            case "REJECTED" -> "rechazada";
            case "PROVISIONAL" -> "provisional";
            default -> "testigo";
        };
    }
}
