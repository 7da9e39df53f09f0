package com.servistech.erp.rates;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person looks at what the checks did not like, and says what it is: all rates of that publication at once, with a
 * reason, for ever.
 */
final class DecideSuspect {

    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 400;

    private final Work work;
    private final RateBook book;

    DecideSuspect(Work work, RateBook book) {
        this.work = work;
        this.book = book;
    }

    /**
     * @throws NotFound {@code rates.not-found}
     * @throws Conflict {@code rates.not-suspect} when it does not wait for anybody (any more), {@code rates.same-person}
     *     when it was entered by the same person
     */
    RateView decide(UUID id, boolean confirmed, String reason) {
        work.require(Permission.RATES_WRITE);
        UUID person = work.userId();
        Problems problems = new Problems();
        String why = problems.required("/reason", reason, LONGEST_REASON);
        if (why != null && why.length() < SHORTEST_REASON) {
            problems.add("/reason", "text.too-short", "Say in at least 5 characters how you know");
        }
        problems.refuseIfAny();
        book.lock();
        RateView suspect = book.byId(id).orElseThrow(() -> new NotFound("rates.not-found", "There is no such rate"));
        if (!suspect.state().equals("SUSPECT")) {
            throw new Conflict("rates.not-suspect", "This rate waits for nobody: it is " + suspect.state());
        }
        if (enteredBy(id, person)) {
            throw new Conflict("rates.same-person", "Another person than the one who entered it must confirm it");
        }
        write(id, confirmed, why, person);
        return book.byId(id).orElseThrow();
    }

    /** Lets a second source that says the same settle what only waited for one; the rest waits for a person. */
    void settleIfEnough(RateView suspect, String who) {
        Optional<UUID> waits = work.sql()
                .first(
                        row -> row.uuid("id"),
                        "select id from erp.rate_book where id = ? and standing = 'SUSPECT' and witness_settles",
                        suspect.id());
        waits.ifPresent(id -> {
            RateAlert.LARGE_MOVE.raise(work, "BCV", String.join("; ", suspect.doubts()) + "; " + who + " agrees");
            write(id, true, who + " says the same", null);
        });
    }

    private void write(UUID id, boolean confirmed, String reason, UUID person) {
        List<RateView> together = book.publicationOf(id).stream()
                .filter(row -> row.state().equals("SUSPECT"))
                .toList();
        for (RateView row : together) {
            work.sql()
                    .update(
                            "insert into erp.rate_decisions (id, rate_id, decision, reason, decided_by, decided_at)"
                                    + " values (?, ?, ?, ?, ?::uuid, ?)",
                            work.newId(),
                            row.id(),
                            confirmed ? "CONFIRMED" : "REJECTED",
                            reason,
                            person,
                            work.now());
            if (confirmed) {
                Published.announce(work, row.id(), row.source(), new Quoted(row.base()), row.rate(), row.valueDate());
            }
        }
    }

    private boolean enteredBy(UUID id, UUID person) {
        return work.sql()
                .first(
                        row -> true,
                        "select 1 from erp.exchange_rates where id = ? and source = 'MANUAL' and recorded_by = ?",
                        id,
                        person)
                .isPresent();
    }
}
