package com.servistech.erp.cli.rates;

import com.servistech.erp.Erp;
import com.servistech.erp.error.Refused;
import com.servistech.erp.rates.RateParser.Reading;
import com.servistech.erp.rates.SavedRates.Saved;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description =
                "Lee una página del BCV, una de sus tablas o una respuesta de Binance ya guardada, en cualquier"
                        + " codificación. No necesita base de datos ni internet. Termina con 1 si no es lo que debe ser o no cuadra.")
final class ParseCommand implements Callable<Integer> {

    enum Source {
        BCV,
        BINANCE
    }

    @Mixin
    private Console console;

    @Option(names = "--source", required = true, description = "BCV o BINANCE")
    private Source source;

    @Option(names = "--date", description = "el día de una respuesta de Binance, que no lo dice")
    private LocalDate date;

    @Parameters(paramLabel = "ARCHIVO")
    private Path file;

    @Override
    public Integer call() throws IOException {
        Saved saved;
        try {
            saved = Erp.savedRates().get(source.name()).read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("No existe el archivo " + file);
        } catch (Refused e) {
            console.print(
                    Json.createObjectBuilder()
                            .add("rates", JsonValue.EMPTY_JSON_ARRAY)
                            .add("rejected", e.getMessage())
                            .build(),
                    "Rechazado: " + e.getMessage());
            return 1;
        }
        boolean good = saved.doubts().isEmpty();
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("rates", good ? rates(saved.rates()) : Json.createArrayBuilder());
        if (!good) {
            json.add("suspect", rates(saved.rates())).add("doubts", RateText.array(saved.doubts()));
        }
        if (saved.note() != null) {
            json.add("note", saved.note());
        }
        console.print(json.build(), words(saved));
        return good ? 0 : 1;
    }

    private JsonArrayBuilder rates(List<Reading> readings) {
        JsonArrayBuilder rates = Json.createArrayBuilder();
        for (Reading reading : readings) {
            LocalDate day = reading.valueDate() == null ? date : reading.valueDate();
            JsonObjectBuilder rate = Json.createObjectBuilder()
                    .add("base", reading.base().code())
                    .add("rate", RateText.plain(reading.rate()));
            rates.add(day == null ? rate.add("valueDate", JsonValue.NULL) : rate.add("valueDate", day.toString()));
        }
        return rates;
    }

    private static String words(Saved saved) {
        String rates = saved.rates().stream()
                .map(reading -> "%s  %s Bs%s"
                        .formatted(
                                reading.base(),
                                RateText.plain(reading.rate()),
                                reading.valueDate() == null ? "" : "  fecha valor " + reading.valueDate()))
                .collect(Collectors.joining("\n"));
        String note = saved.note() == null ? "" : "\n" + saved.note();
        return saved.doubts().isEmpty()
                ? rates + note
                : "EN DUDA, no usar: " + String.join("; ", saved.doubts()) + "\n" + rates + note;
    }
}
