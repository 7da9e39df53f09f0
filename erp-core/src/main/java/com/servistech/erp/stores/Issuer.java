package com.servistech.erp.stores;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

@Entity
@Table(name = "issuers")
class Issuer {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String rif;

    private String name;
    private String address;

    @Version
    private int version;

    protected Issuer() {}

    Issuer(UUID id, NewIssuer input) {
        this.id = id;
        this.rif = input.rif();
        this.name = input.name();
        this.address = input.address();
    }
}
