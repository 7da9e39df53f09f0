package com.servistech.erp.cli.demo;

import com.servistech.erp.Erp;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.UserCaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the shops of the demo keep on their shelves. */
final class DemoCatalogue {

    private record Article(String sku, String name, PartType type, String cost, String shipping, String price) {}

    private static final List<Article> ARTICLES = List.of(
            new Article("LCD-IP11", "Pantalla iPhone 11", PartType.PART, "28.00", "2.50", "75.00"),
            new Article("LCD-IP13", "Pantalla iPhone 13", PartType.PART, "62.00", "3.00", "140.00"),
            new Article("LCD-A54", "Pantalla Samsung A54", PartType.PART, "38.00", "2.50", "90.00"),
            new Article("LCD-RN12", "Pantalla Redmi Note 12", PartType.PART, "21.00", "2.00", "55.00"),
            new Article("BAT-IP11", "Batería iPhone 11", PartType.PART, "9.50", "1.20", "35.00"),
            new Article("BAT-A54", "Batería Samsung A54", PartType.PART, "8.00", "1.20", "30.00"),
            new Article("CHG-IP13", "Flex de carga iPhone 13", PartType.PART, "7.00", "0.90", "40.00"),
            new Article("CHG-TYPEC", "Pin de carga USB-C", PartType.PART, "1.10", "0.20", "20.00"),
            new Article("GLS-TEMP", "Vidrio templado", PartType.ACCESSORY, "0.60", "0.10", "5.00"),
            new Article("CASE-TPU", "Forro TPU", PartType.ACCESSORY, "1.50", "0.20", "8.00"),
            new Article("CHR-20W", "Cargador 20 W", PartType.ACCESSORY, "5.20", "0.50", "15.00"));

    private final Erp erp;
    private final Map<StoreId, Map<Role, UUID>> people;
    private final List<UUID> parts = new ArrayList<>();

    DemoCatalogue(Erp erp, Map<StoreId, Map<Role, UUID>> people) {
        this.erp = erp;
        this.people = people;
    }

    void load() {
        people.forEach((store, roles) -> {
            UserCaller warehouse = new UserCaller(
                    roles.get(Role.WAREHOUSE), false, Map.of(store, Role.WAREHOUSE), Origin.of("demo-warehouse"));
            erp.inStore(warehouse, store).write(s -> {
                if (parts.isEmpty()) {
                    for (Article a : ARTICLES) {
                        NewPart part = new NewPart(
                                a.sku(),
                                a.name(),
                                a.type(),
                                Money.usd(a.cost()),
                                Money.usd(a.shipping()),
                                Money.usd("0.50"),
                                Money.usd(a.price()),
                                3);
                        parts.add(s.inventory().enterPart(part).id());
                    }
                }
                for (UUID part : parts) {
                    s.inventory().move(new NewMovement(part, MovementKind.RECEIPT, 80, null, "Inventario inicial"));
                }
                return null;
            });
        });
    }

    /** A spare part for a repair, by any number. */
    UUID sparePart(int number) {
        return parts.get(Math.floorMod(number, 8));
    }
}
