package com.servistech.erp.repairs;

import com.servistech.erp.inventory.ReservationView;
import com.servistech.erp.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A service order with everything that happened to it.
 *
 * @param device brand and model
 * @param technicianId null while nobody has it
 * @param diagnosis null until somebody looked
 * @param next where it may go from here
 * @param parts set aside for it or built in
 * @param history oldest first
 * @param qaResults oldest first
 * @param invoiceId null until it is invoiced
 * @param total of the invoice, in USD; null until it is invoiced
 * @param balance still owed on the invoice, in USD to the cent; null until it is invoiced
 */
public record OrderView(
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
        String diagnosis,
        Checklist checklist,
        UUID receivedBy,
        Instant receivedAt,
        Instant readyAt,
        UUID deliveredBy,
        Instant deliveredAt,
        UUID invoiceId,
        Money total,
        Money balance,
        Instant updatedAt,
        int version,
        Set<OrderStatus> next,
        List<ReservationView> parts,
        List<TransitionView> history,
        List<QaResultView> qaResults) {}
