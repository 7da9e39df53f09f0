package com.servistech.erp.billing.payment;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/** The credits of customers: as they arise, are used and come back. A credit's balance is its lock. */
final class Credits {

    private static final String CREDITS = """
            select c.*, b.remaining from erp.customer_credits c
              join erp.credit_balances b on b.store_id = c.store_id and b.id = c.id
             where c.store_id = ? and c.customer_id = ?
            """;

    private final Work work;

    Credits(Work work) {
        this.work = work;
    }

    /** Oldest first; those that are used up too. */
    List<Credit> of(UUID customer) {
        return work.sql().list(Credits::credit, CREDITS + " order by c.id", work.store(), customer);
    }

    /**
     * The named credit, else the oldest that covers the amount.
     *
     * @throws Conflict {@code credits.not-enough}
     */
    Credit choose(UUID customer, Money amount, UUID named) {
        List<Credit> fitting = of(customer).stream()
                .filter(credit -> credit.amount().currency() == amount.currency())
                .filter(credit -> named == null || credit.id().equals(named))
                .toList();
        if (named != null && fitting.isEmpty()) {
            throw Invalid.at("/creditId", "credits.not-found", "The customer has no such credit in this currency");
        }
        return fitting.stream()
                .filter(credit -> credit.remaining().compareTo(amount) >= 0)
                .findFirst()
                .orElseThrow(() -> notEnough(amount));
    }

    /** Writes a credit down; nothing is written for zero. */
    void arise(UUID customer, Money amount, Money ves, String origin, UUID originId, String method) {
        if (amount.isZero()) {
            return;
        }
        UUID id = work.newId();
        work.sql()
                .update(
                        "insert into erp.customer_credits (store_id, id, customer_id, currency, amount, ves, origin, origin_id,"
                                + " method, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        work.store(),
                        id,
                        customer,
                        amount.currency(),
                        amount.amount(),
                        ves.amount(),
                        origin,
                        originId,
                        method,
                        work.now());
        work.sql()
                .update(
                        "insert into erp.credit_balances (store_id, id, remaining, remaining_ves) values (?, ?, ?, ?)",
                        work.store(),
                        id,
                        amount.amount(),
                        ves.amount());
    }

    /**
     * Takes from a credit.
     *
     * @return what the books carried the part at
     * @throws Conflict {@code credits.not-enough} when somebody was faster
     */
    Money use(UUID id, Money amount) {
        record Left(BigDecimal amount, BigDecimal ves) {}
        Left left = work.sql()
                .first(
                        row -> new Left(row.decimal("remaining"), row.decimal("remaining_ves")),
                        "select remaining, remaining_ves from erp.credit_balances where store_id = ? and id = ? for no key update",
                        work.store(),
                        id)
                .orElseThrow();
        if (left.amount().compareTo(amount.amount()) < 0) {
            throw notEnough(amount);
        }
        BigDecimal ves = left.ves().multiply(amount.amount()).divide(left.amount(), 2, RoundingMode.HALF_UP);
        change(id, amount.amount().negate(), ves.negate());
        return new Money(ves, Currency.VES);
    }

    void giveBack(UUID id, Money amount, Money ves) {
        change(id, amount.amount(), ves.amount());
    }

    /** Takes back credits that arose of a document; they must be untouched. */
    void undo(UUID originId) {
        work.sql()
                .list(
                        row -> {
                            if (row.decimal("remaining").compareTo(row.decimal("amount")) != 0) {
                                throw new Conflict(
                                        "payments.credit-used",
                                        "The credit that it left has been used: reverse that first");
                            }
                            return row.uuid("id");
                        },
                        "select b.id, b.remaining, c.amount from erp.credit_balances b"
                                + " join erp.customer_credits c on c.store_id = b.store_id and c.id = b.id"
                                + " where c.store_id = ? and c.origin_id = ? for no key update of b",
                        work.store(),
                        originId)
                .forEach(id -> work.sql()
                        .update(
                                "update erp.credit_balances set remaining = 0, remaining_ves = 0, version = version + 1"
                                        + " where store_id = ? and id = ?",
                                work.store(),
                                id));
    }

    private void change(UUID id, BigDecimal amount, BigDecimal ves) {
        work.sql()
                .update(
                        "update erp.credit_balances set remaining = remaining + ?, remaining_ves = remaining_ves + ?,"
                                + " version = version + 1 where store_id = ? and id = ?",
                        amount,
                        ves,
                        work.store(),
                        id);
    }

    private static Conflict notEnough(Money amount) {
        return new Conflict("credits.not-enough", "The customer has no credit of " + amount);
    }

    private static Credit credit(Sql.Row row) {
        Currency currency = Currency.valueOf(row.text("currency"));
        return new Credit(
                row.uuid("id"),
                row.uuid("customer_id"),
                new Money(row.decimal("amount"), currency),
                new Money(row.decimal("remaining"), currency),
                row.text("origin"),
                row.uuid("origin_id"),
                row.text("method"),
                row.instant("created_at"));
    }
}
