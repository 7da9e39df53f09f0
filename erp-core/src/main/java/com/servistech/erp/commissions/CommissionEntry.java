package com.servistech.erp.commissions;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody earned, what corrects it, what was charged, carried on or paid.
 *
 * @param kind EARN, ADJUST, DEBIT, CARRY or PAYOUT
 * @param basis GROSS_PROFIT, UNIT, ACCESSORIES, REWORK, DEBIT or STATEMENT
 * @param invoiceId of a sale over the counter; an order has its own
 * @param period year and month in Caracas
 * @param inputs the figures it was computed from, as JSON
 */
public record CommissionEntry(
        UUID id,
        String kind,
        String basis,
        UUID orderId,
        UUID invoiceId,
        UUID personId,
        Money amount,
        Instant earnedAt,
        String period,
        String inputs) {}
