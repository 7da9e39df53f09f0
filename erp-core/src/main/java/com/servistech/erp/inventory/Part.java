package com.servistech.erp.inventory;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "Part")
@Table(name = "parts", schema = "erp")
@Access(AccessType.FIELD)
class Part {

    @Id
    private UUID id;

    private String sku;
    private String name;

    @Enumerated(EnumType.STRING)
    private PartType type;

    private BigDecimal cost;
    private BigDecimal shipping;
    private BigDecimal operational;

    @Column(name = "warranty_percent")
    private BigDecimal warrantyPercent;

    @Column(name = "minimum_stock")
    private int minimumStock;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Part() {}

    Part(UUID id, NewPart details, Instant now) {
        this.id = id;
        this.createdAt = now;
        become(details, now);
    }

    void become(NewPart details, Instant now) {
        sku = details.sku();
        name = details.name();
        type = details.type();
        cost = details.cost().amount();
        shipping = details.shipping().amount();
        operational = details.operational().amount();
        warrantyPercent = details.warrantyPercent();
        minimumStock = details.minimumStock();
        active = details.active();
        updatedAt = now;
    }

    int version() {
        return version;
    }
}
