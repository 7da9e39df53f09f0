package com.servistech.erp.customers;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity(name = "Customer")
@Table(name = "customers", schema = "erp")
@Access(AccessType.FIELD)
class Customer {

    @Id
    private UUID id;

    @Column(name = "store_id", updatable = false)
    private UUID storeId;

    private String name;
    private String document;
    private String phone;
    private String email;
    private String address;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int version;

    protected Customer() {}

    Customer(UUID id, UUID storeId, NewCustomer details, Instant now) {
        this.id = id;
        this.storeId = storeId;
        this.createdAt = now;
        become(details, now);
    }

    void become(NewCustomer details, Instant now) {
        name = details.name();
        document = details.document();
        phone = details.phone();
        email = details.email();
        address = details.address();
        updatedAt = now;
    }

    int version() {
        return version;
    }

    CustomerView view() {
        return new CustomerView(
                id,
                name,
                document,
                phone,
                email,
                address,
                createdAt,
                updatedAt,
                version,
                new Document(document).warnings());
    }
}
