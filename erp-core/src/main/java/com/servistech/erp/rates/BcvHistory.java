package com.servistech.erp.rates;

import com.servistech.erp.tenancy.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Official rates of the past, for the demo and for tests; real ones, with real gaps. */
public final class BcvHistory {

    /** @param eur empty where nobody saw it */
    public record Day(LocalDate valueDate, BigDecimal usd, Optional<BigDecimal> eur) {

        /** The bank publishes on the afternoon of a banking day for the next one. */
        public Instant published() {
            return BankingCalendar.shipped()
                    .sameOrPrevious(valueDate.minusDays(1))
                    .atTime(LocalTime.of(17, 0))
                    .atZone(Work.CARACAS)
                    .toInstant();
        }
    }

    public List<Day> days() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                BcvHistory.class.getResourceAsStream("bcv-history.csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith("20"))
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Day(
                            LocalDate.parse(cells[0]),
                            new BigDecimal(cells[1]),
                            cells[2].isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cells[2]))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
