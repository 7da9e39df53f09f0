package com.servistech.erp.commissions;

import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Reads entries; without the permission to see all, only the caller's own (CR-20). */
final class EntryBook {

    private static final String PAGE = "select * from erp.commission_entries where store_id = ? and id < ?"
            + " and (?::text is null or period = ?::text) and (?::uuid is null or person_id = ?::uuid)"
            + " order by id desc limit ?";

    private final Work work;

    EntryBook(Work work) {
        this.work = work;
    }

    /** Newest first. */
    Page<CommissionEntry> page(Period period, UUID person, Page.Request page) {
        work.require(Permission.COMMISSIONS_READ_OWN);
        UUID whose = work.may(Permission.COMMISSIONS_READ_ALL) ? person : work.userId();
        String month = period == null ? null : period.toString();
        List<CommissionEntry> rows = work.sql()
                .list(
                        EntryBook::entry,
                        PAGE,
                        work.store(),
                        page.beforeId(),
                        month,
                        month,
                        whose,
                        whose,
                        page.limit() + 1);
        return Page.of(rows, page.limit(), entry -> entry.id().toString());
    }

    private static CommissionEntry entry(Sql.Row row) {
        return new CommissionEntry(
                row.uuid("id"),
                row.text("kind"),
                row.text("basis"),
                row.uuid("order_id"),
                row.uuid("invoice_id"),
                row.uuid("person_id"),
                new Money(row.decimal("amount"), Currency.USD),
                row.instant("earned_at"),
                row.text("period"),
                inputs(row));
    }

    /** The frozen figures; what does not belong to the basis is left out. */
    private static String inputs(Sql.Row row) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("basis", row.text("basis"));
        add(json, "revenue", row.decimal("revenue"));
        add(json, "cost", row.decimal("cost"));
        BigDecimal base = row.decimal("base");
        BigDecimal rate = row.decimal("rate");
        switch (row.text("basis")) {
            case "GROSS_PROFIT" -> {
                add(json, "grossProfit", base);
                add(json, "percent", rate);
            }
            case "UNIT" -> add(json, "flat", rate);
            case "ACCESSORIES" -> {
                add(json, "accessories", base);
                add(json, "percent", rate);
            }
            default -> {}
        }
        add(json, "share", row.decimal("share"));
        add(json, "paidShare", row.decimal("paid_share"));
        add(json, "total", row.decimal("total"));
        add(json, "previous", row.decimal("total").subtract(row.decimal("amount")));
        if (row.text("terms") != null && !row.text("terms").isBlank()) {
            json.add("terms", row.text("terms"));
        }
        if (row.text("cause") != null) {
            json.add("cause", row.text("cause"));
        }
        if (row.uuid("cause_id") != null) {
            json.add("causeId", row.uuid("cause_id").toString());
        }
        json.add("formula", row.integer("formula"));
        return json.build().toString();
    }

    private static void add(JsonObjectBuilder json, String name, BigDecimal value) {
        if (value != null) {
            json.add(
                    name,
                    value.stripTrailingZeros().scale() < 2
                            ? value.setScale(2, java.math.RoundingMode.UNNECESSARY)
                                    .toPlainString()
                            : value.stripTrailingZeros().toPlainString());
        }
    }
}
