package com.servistech.erp.repairs;

import java.time.Instant;
import java.util.UUID;

/**
 * An order on a list or on the board.
 *
 * @param device brand and model
 * @param technicianId null while nobody has it
 * @param statusSince since when it is in this state
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
        Instant updatedAt,
        int version) {}
