package com.servistech.erp.rates;

import com.servistech.erp.rates.RateParser.Reading;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Proves that what is kept still yields the rates that were stored. Changes nothing. */
final class Reparse {

    private record Stored(Quoted base, LocalDate valueDate, BigDecimal rate) {}

    private final Work work;
    private final Map<String, RateParser> parsers;

    Reparse(Work work, Map<String, RateParser> parsers) {
        this.work = work;
        this.parsers = parsers;
    }

    ReparseReport run() {
        work.require(Permission.RATES_READ);
        EvidenceRoom room = new EvidenceRoom(work);
        List<String> problems = new ArrayList<>();
        int[] counts = new int[2];
        room.hashes(sha256 -> {
            counts[0]++;
            counts[1] += check(sha256, room, problems);
        });
        return new ReparseReport(counts[0], counts[1], problems);
    }

    /** @return how many rates were proved */
    private int check(String sha256, EvidenceRoom room, List<String> problems) {
        Evidence evidence = room.find(sha256).orElseThrow();
        if (!evidence.sha256().equals(sha256)) {
            problems.add(sha256 + ": the kept body has another hash: it was changed");
            return 0;
        }
        List<Stored> stored = work.sql()
                .list(
                        row -> new Stored(new Quoted(row.text("base")), row.date("value_date"), row.decimal("rate")),
                        "select base, value_date, rate from erp.exchange_rates where evidence_sha256 = ?",
                        sha256);
        RateParser parser = parsers.get(evidence.parser().replaceFirst("/.*", ""));
        if (stored.isEmpty() || parser == null) {
            // kept because it was refused, or of a source that is not configured any more
            return 0;
        }
        List<Reading> readings;
        try {
            readings = parser.read(evidence.body());
        } catch (RuntimeException e) {
            problems.add("%s (%s): today's rules refuse it: %s".formatted(sha256, evidence.origin(), e.getMessage()));
            return 0;
        }
        int proved = 0;
        for (Stored row : stored) {
            if (readings.stream().anyMatch(reading -> yields(reading, row))) {
                proved++;
            } else {
                problems.add("%s (%s): does not yield %s of %s = %s"
                        .formatted(sha256, evidence.origin(), row.base(), row.valueDate(), row.rate()));
            }
        }
        return proved;
    }

    private static boolean yields(Reading reading, Stored row) {
        return reading.base().equals(row.base())
                && (reading.valueDate() == null || reading.valueDate().equals(row.valueDate()))
                && reading.rate().compareTo(row.rate()) == 0;
    }
}
