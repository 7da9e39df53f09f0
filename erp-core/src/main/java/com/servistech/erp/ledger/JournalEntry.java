package com.servistech.erp.ledger;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An entry in the making. Debits are positive; it adds up to zero in bolívares or is refused. Every line says its amount
 * in its own currency and what that is worth in bolívares.
 */
public final class JournalEntry {

    record Line(Account account, Money amount, Money ves) {}

    private final String kind;
    private final UUID documentId;
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param kind what happened, in capitals: INVOICE, PAYMENT
     * @param documentId the invoice, payment or session that is the reason
     */
    public JournalEntry(String kind, UUID documentId) {
        this.kind = kind;
        this.documentId = documentId;
    }

    /** @param ves the amount's value in bolívares */
    public JournalEntry debit(Account account, Money amount, Money ves) {
        if (amount.currency() == Currency.VES && !amount.equals(ves)) {
            throw new IllegalArgumentException("%s is not worth %s".formatted(amount, ves));
        }
        if (!amount.isZero() || !ves.isZero()) {
            lines.add(new Line(account, amount, ves));
        }
        return this;
    }

    public JournalEntry credit(Account account, Money amount, Money ves) {
        return debit(account, amount.negated(), ves.negated());
    }

    /** Whatever is missing to zero goes to the account: exchange differences and cents of rounding. */
    public JournalEntry rest(Account account) {
        Money rest = new Money(sum().negate(), Currency.VES);
        return debit(account, rest, rest);
    }

    String kind() {
        return kind;
    }

    UUID documentId() {
        return documentId;
    }

    List<Line> lines() {
        return lines;
    }

    BigDecimal sum() {
        return lines.stream().map(line -> line.ves().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
