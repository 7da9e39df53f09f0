package com.servistech.erp.stores;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "stores")
class Store {

    @Id
    private UUID id;

    @Column(name = "issuer_id", updatable = false)
    private UUID issuerId;

    @Column(updatable = false)
    private String code;

    private String name;
    private String address;
    private String phone;

    @Column(updatable = false)
    private String series;

    private boolean active = true;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private int version;

    protected Store() {}

    Store(UUID id, NewStore input, Instant createdAt) {
        this.id = id;
        this.issuerId = input.issuerId();
        this.code = input.code();
        this.name = input.name();
        this.address = input.address();
        this.phone = input.phone();
        this.series = input.series();
        this.createdAt = createdAt;
    }

    void change(StoreChange change) {
        this.name = change.name();
        this.address = change.address();
        this.phone = change.phone();
        this.active = change.active();
    }

    int version() {
        return version;
    }
}
