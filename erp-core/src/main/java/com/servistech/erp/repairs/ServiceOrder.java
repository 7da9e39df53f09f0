package com.servistech.erp.repairs;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Stale;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

@Entity(name = "ServiceOrder")
@Table(name = "service_orders", schema = "erp")
@Access(AccessType.FIELD)
class ServiceOrder {

    @Id
    private UUID id;

    @Column(name = "store_id", updatable = false)
    private UUID storeId;

    @Column(updatable = false)
    private String number;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "device_id", updatable = false)
    private UUID deviceId;

    @Column(name = "reported_issue")
    private String reportedIssue;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "status_since")
    private Instant statusSince;

    // what nobody has yet is left out of the insert: a null id would be sent as a text
    @Column(name = "technician_id", insertable = false)
    private UUID technicianId;

    @Column(name = "technician_membership_id", insertable = false)
    private UUID technicianMembershipId;

    private String diagnosis;

    @Column(name = "received_at", updatable = false)
    private Instant receivedAt;

    @Column(name = "ready_at")
    private Instant readyAt;

    @Column(name = "delivered_by", insertable = false)
    private UUID deliveredBy;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected ServiceOrder() {}

    ServiceOrder(UUID id, UUID storeId, String number, NewOrder intake, Instant now) {
        this.id = id;
        this.storeId = storeId;
        this.number = number;
        this.customerId = intake.customerId();
        this.deviceId = intake.deviceId();
        this.reportedIssue = intake.reportedIssue();
        this.priority = intake.priority();
        this.status = OrderStatus.TRIAGE;
        this.statusSince = now;
        this.receivedAt = now;
        this.updatedAt = now;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    OrderStatus status() {
        return status;
    }

    UUID technicianId() {
        return technicianId;
    }

    int version() {
        return version;
    }

    void requireVersion(int expected) {
        if (version != expected) {
            throw new Stale("version.stale", "The order %s is at version %d by now".formatted(number, version));
        }
    }

    void requireOpen() {
        if (!status.isOpen()) {
            throw new Conflict("orders.closed", "The order %s is %s".formatted(number, status));
        }
    }

    void requireMove(OrderStatus to) {
        if (!status.next().contains(to)) {
            String allowed = status.next().stream().map(Enum::name).collect(Collectors.joining(", "));
            throw new Conflict(
                    "orders.illegal-transition",
                    "The order %s is in %s and cannot go to %s; it can go to: %s"
                            .formatted(number, status, to, allowed.isEmpty() ? "nowhere" : allowed));
        }
    }

    void become(OrderDetails details, Instant now) {
        reportedIssue = details.reportedIssue() == null ? reportedIssue : details.reportedIssue();
        priority = details.priority() == null ? priority : details.priority();
        diagnosis = details.diagnosis() == null ? diagnosis : details.diagnosis();
        updatedAt = now;
    }

    void assign(UUID technician, UUID membership, Instant now) {
        technicianId = technician;
        technicianMembershipId = membership;
        updatedAt = now;
    }

    void moveTo(OrderStatus to, UUID by, Instant now) {
        if (to == OrderStatus.READY) {
            readyAt = now;
        } else if (to == OrderStatus.DELIVERED) {
            deliveredBy = by;
            deliveredAt = now;
        } else if (to == OrderStatus.QA) {
            readyAt = null;
        }
        status = to;
        statusSince = now;
        updatedAt = now;
    }
}
