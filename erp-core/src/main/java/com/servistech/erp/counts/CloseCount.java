package com.servistech.erp.counts;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Forbidden;
import com.servistech.erp.error.Problems;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.CountedShelf;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Limit;
import com.servistech.erp.stores.Limits;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Ends a count. Differences up to the limit are put right at once; above it they wait for somebody with authority who
 * neither counted nor submitted. What is put right is the difference and not the figure: what came and went since the
 * part was counted stays.
 */
public final class CloseCount {

    private final Work work;
    private final CountRows rows;

    public CloseCount(Work work) {
        this.work = work;
        this.rows = new CountRows(work);
    }

    /**
     * @param reason needed when something differs
     * @throws Conflict {@code counts.not-open}; {@code counts.not-counted} when a part was not counted;
     *     {@code counts.reserved} when what is missing is reserved for orders, which must give it back first
     */
    public void submit(UUID id, String reason) {
        work.require(Permission.STOCK_MOVE);
        requireStatus(id, CountStatus.OPEN, "counts.not-open", "This count is closed");
        List<CountRows.Line> lines = rows.lines(id);
        long missing = lines.stream().filter(line -> line.counted() == null).count();
        if (missing > 0) {
            throw new Conflict("counts.not-counted", missing + " parts were not counted yet");
        }
        String why = checked(reason, lines);
        Money off = off(lines);
        rows.submitted(id, why, off);
        if (off.compareTo(new Limits(work).on(work.today(), Limit.COUNT_DIFFERENCE)) <= 0) {
            putRight(id, lines, why);
        } else {
            new Outbox(work).add("counts.awaiting-approval", id, Map.of("off", off.toString()));
        }
    }

    /**
     * @param approved false throws the count away
     * @throws Forbidden {@code counts.same-person} for who counted or submitted
     * @throws Conflict {@code counts.not-waiting}
     */
    public void decide(UUID id, boolean approved, String reason) {
        work.require(Permission.STOCK_APPROVE);
        Problems problems = new Problems();
        String why = approved ? problems.optional("/reason", reason, 400) : problems.required("/reason", reason, 400);
        problems.refuseIfAny();
        requireStatus(id, CountStatus.AWAITING_APPROVAL, "counts.not-waiting", "This count waits for no approval");
        List<CountRows.Line> lines = rows.lines(id);
        UUID own = work.userId();
        if (lines.stream().anyMatch(line -> own.equals(line.countedBy())) || rows.submittedBy(id, own)) {
            throw new Forbidden("counts.same-person", "Somebody else than who counted approves the differences");
        }
        if (approved) {
            putRight(id, lines, why);
        } else {
            rows.decided(id, CountStatus.DISCARDED, why);
        }
    }

    /** Throws away a count that is still open. */
    public void discard(UUID id, String reason) {
        work.require(Permission.STOCK_MOVE);
        Problems problems = new Problems();
        String why = problems.required("/reason", reason, 400);
        problems.refuseIfAny();
        requireStatus(id, CountStatus.OPEN, "counts.not-open", "This count is closed");
        rows.decided(id, CountStatus.DISCARDED, why);
    }

    private void putRight(UUID id, List<CountRows.Line> lines, String reason) {
        Inventory inventory = new Inventory(work);
        for (CountRows.Line line : lines) {
            if (line.difference() != 0) {
                CountedShelf shelf = inventory.count(line.partId());
                try {
                    rows.corrected(id, line.partId(), shelf.correct(line.difference(), reason, id));
                } catch (Conflict e) {
                    throw e.code().equals("inventory.insufficient-stock")
                            ? new Conflict("counts.reserved", line.sku() + ": " + e.getMessage())
                            : e;
                }
            }
        }
        rows.decided(id, CountStatus.CLOSED, null);
        new Outbox(work).add("counts.closed", id, Map.of());
    }

    /** Too much and missing are added up: one does not make the other good. */
    private Money off(List<CountRows.Line> lines) {
        Inventory inventory = new Inventory(work);
        return lines.stream()
                .filter(line -> line.difference() != 0)
                .map(line -> inventory
                        .count(line.partId())
                        .worthOf(line.difference())
                        .usd())
                .reduce(Money.zero(Currency.USD), Money::plus);
    }

    private static String checked(String reason, List<CountRows.Line> lines) {
        Problems problems = new Problems();
        boolean differs = lines.stream().anyMatch(line -> line.difference() != 0);
        String why = differs ? problems.required("/reason", reason, 400) : problems.optional("/reason", reason, 400);
        problems.refuseIfAny();
        return why;
    }

    private void requireStatus(UUID id, CountStatus wanted, String code, String otherwise) {
        if (rows.lock(id) != wanted) {
            throw new Conflict(code, otherwise);
        }
    }
}
