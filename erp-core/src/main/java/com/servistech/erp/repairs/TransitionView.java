package com.servistech.erp.repairs;

import java.time.Instant;
import java.util.UUID;

/**
 * An order came into a state.
 *
 * @param from null for the intake
 * @param note null for none
 * @param movedBy null for the system
 */
public record TransitionView(
        OrderStatus from, OrderStatus to, String note, UUID movedBy, String movedByName, Instant movedAt) {}
