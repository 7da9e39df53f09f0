package com.servistech.erp.customers;

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

@Entity(name = "Device")
@Table(name = "devices", schema = "erp")
@Access(AccessType.FIELD)
class Device {

    @Id
    private UUID id;

    @Column(name = "store_id", updatable = false)
    private UUID storeId;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Enumerated(EnumType.STRING)
    private DeviceType type;

    private String brand;
    private String model;

    @Column(name = "serial_number")
    private String serialNumber;

    private String imei;
    private String color;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Device() {}

    Device(UUID id, UUID storeId, UUID customerId, NewDevice details, Instant now) {
        this.id = id;
        this.storeId = storeId;
        this.customerId = customerId;
        this.createdAt = now;
        become(details, now);
    }

    void become(NewDevice details, Instant now) {
        type = details.type();
        brand = details.brand();
        model = details.model();
        serialNumber = details.serialNumber();
        imei = details.imei();
        color = details.color();
        updatedAt = now;
    }

    int version() {
        return version;
    }

    DeviceView view() {
        return new DeviceView(
                id, customerId, type, brand, model, serialNumber, imei, color, createdAt, updatedAt, version);
    }
}
