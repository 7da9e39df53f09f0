package com.servistech.erp.commissions.explain;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Explains an entry from what was frozen when it was written; later notes and rules change nothing about it. */
public final class ExplainEntry {

    private static final String ENTRY = """
            select e.*, o.number, o.delivered_at, i.fully_paid_at from erp.commission_entries e
              left join erp.service_orders o on o.store_id = e.store_id and o.id = e.order_id
              left join lateral (select max(b.fully_paid_at) fully_paid_at from erp.invoices i
                  join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id
                 where i.store_id = e.store_id and (i.order_id = e.order_id or i.id = e.invoice_id)) i on true
             where e.store_id = ? and e.id = ?
            """;

    private final Work work;

    public ExplainEntry(Work work) {
        this.work = work;
    }

    /** @throws NotFound {@code commissions.not-found} also for somebody else's, without the permission to see all */
    public CommissionExplanation explain(UUID id) {
        work.require(Permission.COMMISSIONS_READ_OWN);
        return work.sql()
                .first(this::explain, ENTRY, work.store(), id)
                .filter(found -> work.may(Permission.COMMISSIONS_READ_ALL)
                        || work.user().filter(found.personId()::equals).isPresent())
                .orElseThrow(() -> new NotFound("commissions.not-found", "There is no commission with this id"));
    }

    private CommissionExplanation explain(Sql.Row row) {
        Reasons reasons = new Reasons();
        Money amount = usd(row.decimal("amount"));
        switch (row.text("basis")) {
            case "GROSS_PROFIT" -> {
                earned(row, reasons);
                new OrderLines(work).of(row.uuid("order_id"), false, row.instant("created_at"), null, reasons);
                profit(row, reasons);
            }
            case "ACCESSORIES" -> {
                earned(row, reasons);
                UUID subject = row.uuid("order_id") == null ? row.uuid("invoice_id") : row.uuid("order_id");
                new OrderLines(work).of(subject, true, row.instant("created_at"), row.uuid("person_id"), reasons);
                accessories(row, reasons);
            }
            case "UNIT" -> {
                earned(row, reasons);
                unit(row, reasons);
            }
            default -> other(row, amount, reasons);
        }
        entry(row, amount, reasons);
        return new CommissionExplanation(
                row.uuid("id"), row.text("kind"), row.text("basis"), row.uuid("person_id"), amount, reasons.list());
    }

    private static void earned(Sql.Row row, Reasons reasons) {
        Instant delivered = row.instant("delivered_at");
        Instant paid = row.instant("fully_paid_at");
        reasons.step(
                "EARNED",
                row.text("number") == null ? "" : "/orders/" + row.text("number"),
                "the later of deliveredAt and fullyPaidAt",
                Reasons.figures("deliveredAt", delivered, "fullyPaidAt", paid, "earnedAt", row.instant("earned_at")),
                null,
                null,
                "Se gana cuando está entregado y totalmente pagado; corresponde al período %s."
                        .formatted(row.text("period")),
                "Earned once it is delivered and fully paid; it belongs to %s.".formatted(row.text("period")));
    }

    private static void profit(Sql.Row row, Reasons reasons) {
        if (row.decimal("base") == null) {
            return;
        }
        Money profit = usd(row.decimal("base"));
        reasons.step(
                "GROSS_PROFIT",
                "",
                "revenue − cost",
                Reasons.figures("revenue", row.decimal("revenue"), "cost", row.decimal("cost")),
                null,
                profit,
                "Ganancia bruta: ingreso %s menos costo %s = %s, sin IVA, IGTF ni accesorios."
                        .formatted(row.decimal("revenue"), row.decimal("cost"), profit),
                "Gross profit: revenue %s less cost %s = %s, without IVA, IGTF and accessories."
                        .formatted(row.decimal("revenue"), row.decimal("cost"), profit));
        BigDecimal rate = row.decimal("rate");
        BigDecimal share = row.decimal("share") == null ? BigDecimal.valueOf(100) : row.decimal("share");
        BigDecimal exact = profit.amount().multiply(rate).multiply(share).movePointLeft(4);
        total(
                row,
                exact,
                "grossProfit × percent × share, half up; terms: " + row.text("terms"),
                "Su parte: %s × %s %%%s = %s."
                        .formatted(profit, Reasons.plain(rate), of(share, " × %s %%"), usd(row.decimal("total"))),
                "The share: %s × %s %%%s = %s."
                        .formatted(profit, Reasons.plain(rate), of(share, " × %s %%"), usd(row.decimal("total"))),
                reasons);
    }

    private static void accessories(Sql.Row row, Reasons reasons) {
        if (row.decimal("base") != null) {
            BigDecimal rate = row.decimal("rate");
            total(
                    row,
                    row.decimal("base").multiply(rate).movePointLeft(2),
                    "accessories × percent, half up; base: " + row.text("terms"),
                    "Accesorios: %s × %s %% = %s."
                            .formatted(usd(row.decimal("base")), Reasons.plain(rate), usd(row.decimal("total"))),
                    "Accessories: %s × %s %% = %s."
                            .formatted(usd(row.decimal("base")), Reasons.plain(rate), usd(row.decimal("total"))),
                    reasons);
        }
    }

    private static void unit(Sql.Row row, Reasons reasons) {
        total(
                row,
                null,
                "one unit × flat",
                "Una unidad entregada: %s.".formatted(usd(row.decimal("total"))),
                "One unit delivered: %s.".formatted(usd(row.decimal("total"))),
                reasons);
    }

    private static void total(Sql.Row row, BigDecimal exact, String formula, String es, String en, Reasons reasons) {
        reasons.step(
                "TOTAL",
                "",
                formula,
                Reasons.figures(
                        "base",
                        row.decimal("base"),
                        "rate",
                        row.decimal("rate"),
                        "share",
                        row.decimal("share"),
                        "paidShare",
                        row.decimal("paid_share"),
                        "formula",
                        row.integer("formula")),
                exact,
                usd(row.decimal("total")),
                es,
                en);
    }

    private static void other(Sql.Row row, Money amount, Reasons reasons) {
        reasons.step(
                row.text("kind"),
                row.uuid("debit_id") == null
                        ? "/statements/" + row.uuid("statement_id")
                        : "/debits/" + row.uuid("debit_id"),
                "as decided",
                Reasons.figures("debitId", row.uuid("debit_id"), "statementId", row.uuid("statement_id")),
                null,
                amount,
                Words.spanish(row.text("kind"), row.text("basis")),
                Words.english(row.text("kind"), row.text("basis")));
    }

    private static void entry(Sql.Row row, Money amount, Reasons reasons) {
        Money total = usd(row.decimal("total"));
        Money previous = total.minus(amount);
        String cause = row.text("cause");
        reasons.step(
                "ENTRY",
                "",
                "total − what earlier entries said",
                Reasons.figures("total", total, "previous", previous, "cause", cause, "causeId", row.uuid("cause_id")),
                null,
                amount,
                "Asiento: %s menos %s ya anotado = %s%s.".formatted(total, previous, amount, Words.causeEs(cause)),
                "Entry: %s less %s written already = %s%s.".formatted(total, previous, amount, Words.causeEn(cause)));
    }

    private static String of(BigDecimal share, String text) {
        return share.compareTo(BigDecimal.valueOf(100)) == 0 ? "" : text.formatted(Reasons.plain(share));
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount, Currency.USD);
    }
}
