package com.servistech.erp.inventory;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
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
    private BigDecimal price;

    @Column(name = "minimum_stock")
    private int minimumStock;

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
        price = details.price().amount();
        minimumStock = details.minimumStock();
        updatedAt = now;
    }

    int version() {
        return version;
    }

    PartView view() {
        CostBuildUp build = new CostBuildUp(usd(cost), usd(shipping), usd(operational));
        return new PartView(
                id,
                sku,
                name,
                type,
                build.cost(),
                build.shipping(),
                build.operational(),
                build.total(),
                usd(price),
                minimumStock,
                null,
                null,
                createdAt,
                updatedAt,
                version);
    }

    private static Money usd(BigDecimal amount) {
        return new Money(amount, Currency.USD);
    }
}
