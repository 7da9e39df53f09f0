package com.servistech.erp.repairs;

import com.servistech.erp.tenancy.Permission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an order is, where it may go from there, and who may move it there. */
public enum OrderStatus {
    TRIAGE,
    DIAGNOSIS,
    AWAITING_PART,
    MICRO_SOLDERING,
    QA,
    READY,
    DELIVERED,
    WARRANTY,
    CANCELLED;

    private static final Map<OrderStatus, Set<OrderStatus>> MOVES = Map.of(
            TRIAGE, EnumSet.of(DIAGNOSIS, CANCELLED),
            DIAGNOSIS, EnumSet.of(AWAITING_PART, MICRO_SOLDERING, QA, CANCELLED),
            AWAITING_PART, EnumSet.of(DIAGNOSIS, MICRO_SOLDERING, QA, CANCELLED),
            MICRO_SOLDERING, EnumSet.of(AWAITING_PART, QA, CANCELLED),
            QA, EnumSet.of(DIAGNOSIS, MICRO_SOLDERING, READY, CANCELLED),
            READY, EnumSet.of(QA, DELIVERED),
            DELIVERED, EnumSet.of(WARRANTY),
            WARRANTY, EnumSet.noneOf(OrderStatus.class),
            CANCELLED, EnumSet.noneOf(OrderStatus.class));

    /** The legal moves, in the order of the workshop. */
    public Set<OrderStatus> next() {
        return MOVES.get(this).isEmpty() ? EnumSet.noneOf(OrderStatus.class) : EnumSet.copyOf(MOVES.get(this));
    }

    /** Whether the device is still being worked on: parts, technician and description may change. */
    public boolean isOpen() {
        return this != DELIVERED && this != WARRANTY && this != CANCELLED;
    }

    /** What somebody must be allowed to, to move an order from here to there. */
    Permission permissionTo(OrderStatus to) {
        switch (to) {
            case DELIVERED:
                return Permission.ORDERS_DELIVER;
            case CANCELLED:
            case WARRANTY:
                return Permission.ORDERS_RECEIVE;
            case READY:
                return Permission.ORDERS_QA;
            default:
                return this == QA || this == READY ? Permission.ORDERS_QA : Permission.ORDERS_REPAIR;
        }
    }
}
