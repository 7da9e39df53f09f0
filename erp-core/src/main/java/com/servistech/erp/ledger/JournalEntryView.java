package com.servistech.erp.ledger;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An entry of the journal.
 *
 * @param businessDay in Venezuela
 * @param kind what happened: INVOICE, PAYMENT, CASH_CLOSE
 * @param documentId the invoice, payment or session that is the reason
 */
public record JournalEntryView(
        UUID id, LocalDate businessDay, Instant postedAt, String kind, UUID documentId, List<Line> lines) {

    /** One side of a line is zero; both are said in the line's own currency and in bolívares. */
    public record Line(
            String account, String number, String name, Money debit, Money credit, Money debitVes, Money creditVes) {}
}
