package com.servistech.erp.rates;

import com.servistech.erp.rates.EnterPublication.Entered;
import com.servistech.erp.rates.RateSource.Read;
import com.servistech.erp.rates.Refreshed.Outcome;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Enters the bank's own tables: what is missing is filled in, what is there is seen a second time, what differs waits
 * for a person.
 */
final class ImportTables {

    static final String CHANNEL = "XLS";

    /** What the bank's page quotes too; the tables name fifteen more that no shop here takes. */
    private static final Set<Quoted> QUOTED_ON_THE_PAGE =
            Set.of(Quoted.USD, Quoted.EUR, new Quoted("CNY"), new Quoted("TRY"), new Quoted("RUB"));

    private final Work work;
    private final RateBook book;

    ImportTables(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    /** @param from value dates before it are left */
    ImportReport enter(Read<RateTables> read, LocalDate from) {
        work.require(Permission.RATES_WRITE);
        book.lock();
        EvidenceRoom room = new EvidenceRoom(work);
        List<LocalDate> published = new ArrayList<>();
        List<String> held = new ArrayList<>();
        int unchanged = 0;
        for (Publication table : read.value().publications()) {
            if (table.valueDate().isBefore(from)) {
                continue;
            }
            Entered entered = new EnterPublication(work, book, CHANNEL)
                    .enter(quoted(table), () -> room.keep("BCV", CHANNEL, read.evidence()));
            if (entered.outcome() == Outcome.PUBLISHED) {
                published.add(table.valueDate());
            } else if (entered.outcome() == Outcome.UNCHANGED) {
                unchanged++;
            } else {
                held.add(table.valueDate() + ": " + entered.reason());
            }
        }
        Outcome outcome = published.isEmpty() ? Outcome.UNCHANGED : Outcome.PUBLISHED;
        new AttemptLog(work).add("BCV", read.attempt(), outcome, null, null, false);
        return new ImportReport(published, unchanged, held, read.value().quarantined());
    }

    private static Publication quoted(Publication table) {
        TreeMap<Quoted, BigDecimal> kept = new TreeMap<>(table.rates());
        kept.keySet().retainAll(QUOTED_ON_THE_PAGE);
        return new Publication(table.valueDate(), kept, table.doubts(), table.operationDate(), table.publishedAt());
    }
}
