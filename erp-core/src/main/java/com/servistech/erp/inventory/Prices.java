package com.servistech.erp.inventory;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The rows of {@code part_prices}: added, never changed. */
final class Prices {

    private static final String PRICE =
            "select id, part_id, price, valid_from, reason, recorded_by, recorded_at from erp.part_prices";

    private final Work work;

    Prices(Work work) {
        this.work = work;
    }

    PriceView add(UUID partId, Money price, LocalDate validFrom, String reason) {
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.part_prices (id, part_id, price, valid_from, reason, recorded_by, recorded_at)"
                                + " values (?, ?, ?, ?, ?, ?::uuid, ?)",
                        id,
                        partId,
                        price.amount(),
                        validFrom,
                        reason,
                        work.user().orElse(null),
                        work.now());
        return new PriceView(id, partId, price, validFrom, reason, work.user().orElse(null), work.now());
    }

    /** Newest day first. */
    Page<PriceView> of(UUID partId, Page.Request page) {
        UUID before = page.cursor() == null ? null : page.beforeId();
        List<PriceView> found = work.sql()
                .list(
                        Prices::price,
                        PRICE + " where part_id = ? and (?::uuid is null or (valid_from, ordinal) <"
                                + " (select c.valid_from, c.ordinal from erp.part_prices c where c.id = ?))"
                                + " order by valid_from desc, ordinal desc limit ?",
                        partId,
                        before,
                        before,
                        page.limit() + 1);
        return Page.of(found, page.limit(), price -> price.id().toString());
    }

    /** @throws NotFound {@code inventory.no-price} before the first one began */
    PriceView on(UUID partId, LocalDate day) {
        return work.sql()
                .first(
                        Prices::price,
                        PRICE + " where part_id = ? and valid_from <= ? order by valid_from desc, ordinal desc limit 1",
                        partId,
                        day)
                .orElseThrow(() -> new NotFound("inventory.no-price", "The part had no price on " + day));
    }

    private static PriceView price(Sql.Row row) {
        return new PriceView(
                row.uuid("id"),
                row.uuid("part_id"),
                PartBook.usd(row, "price"),
                row.date("valid_from"),
                row.text("reason"),
                row.uuid("recorded_by"),
                row.instant("recorded_at"));
    }
}
