package com.servistech.erp.repairs;

import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order on a list or on the board.
 *
 * @param device brand and model
 * @param technicianId null while nobody has it
 * @param statusSince since when it is in this state
 * @param invoiceId null until it is invoiced
 * @param total of the invoice, in USD; null until it is invoiced
 * @param balance still owed on the invoice, in USD to the cent; null until it is invoiced
 */
public record OrderCard(
        UUID id,
        String number,
        OrderStatus status,
        Instant statusSince,
        Priority priority,
        UUID customerId,
        String customerName,
        String customerPhone,
        UUID deviceId,
        String device,
        UUID technicianId,
        String technicianName,
        String reportedIssue,
        Instant receivedAt,
        Instant readyAt,
        Instant deliveredAt,
        UUID invoiceId,
        Money total,
        Money balance,
        Instant updatedAt,
        int version) {}
