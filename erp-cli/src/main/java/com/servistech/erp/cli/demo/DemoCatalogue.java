package com.servistech.erp.cli.demo;

import com.servistech.erp.Session;
import com.servistech.erp.inventory.MovementKind;
import com.servistech.erp.inventory.NewMovement;
import com.servistech.erp.inventory.NewPart;
import com.servistech.erp.inventory.PartType;
import com.servistech.erp.money.Money;
import com.servistech.erp.services.NewService;
import com.servistech.erp.tenancy.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the shops of the demo keep on their shelves, and what they do to devices. */
final class DemoCatalogue {

    record Model(String brand, String name) {}

    private record Article(
            String sku, String name, String category, Model model, String cost, String shipping, String price) {
        PartType type() {
            return category.equals(ACCESSORIES) ? PartType.ACCESSORY : PartType.PART;
        }
    }

    private record Labour(String code, String name, String category, String price, int minutes, int warrantyDays) {}

    private static final Model IPHONE_11 = new Model("Apple", "iPhone 11");
    private static final Model IPHONE_13 = new Model("Apple", "iPhone 13");
    private static final Model GALAXY_A54 = new Model("Samsung", "Galaxy A54");
    private static final Model REDMI_12 = new Model("Xiaomi", "Redmi Note 12");

    static final List<Model> MODELS = List.of(IPHONE_11, IPHONE_13, GALAXY_A54, REDMI_12);

    private static final String SCREENS = "Pantallas";
    private static final String BATTERIES = "Baterías";
    private static final String CHARGING = "Carga";
    private static final String ACCESSORIES = "Accesorios";

    private static final List<Article> ARTICLES = List.of(
            new Article("LCD-IP11", "Pantalla iPhone 11", SCREENS, IPHONE_11, "28.00", "2.50", "75.00"),
            new Article("LCD-IP13", "Pantalla iPhone 13", SCREENS, IPHONE_13, "62.00", "3.00", "140.00"),
            new Article("LCD-A54", "Pantalla Samsung A54", SCREENS, GALAXY_A54, "38.00", "2.50", "90.00"),
            new Article("LCD-RN12", "Pantalla Redmi Note 12", SCREENS, REDMI_12, "21.00", "2.00", "55.00"),
            new Article("BAT-IP11", "Batería iPhone 11", BATTERIES, IPHONE_11, "9.50", "1.20", "35.00"),
            new Article("BAT-A54", "Batería Samsung A54", BATTERIES, GALAXY_A54, "8.00", "1.20", "30.00"),
            new Article("CHG-IP13", "Flex de carga iPhone 13", CHARGING, IPHONE_13, "7.00", "0.90", "40.00"),
            new Article("CHG-TYPEC", "Pin de carga USB-C", CHARGING, null, "1.10", "0.20", "20.00"),
            new Article("GLS-TEMP", "Vidrio templado", ACCESSORIES, null, "0.60", "0.10", "5.00"),
            new Article("CASE-TPU", "Forro TPU", ACCESSORIES, null, "1.50", "0.20", "8.00"),
            new Article("CHR-20W", "Cargador 20 W", ACCESSORIES, null, "5.20", "0.50", "15.00"));

    private static final List<Labour> LABOUR = List.of(
            new Labour("MO-PANTALLA", "Cambio de pantalla", SCREENS, "20.00", 45, 90),
            new Labour("MO-BATERIA", "Cambio de batería", BATTERIES, "12.00", 30, 90),
            new Labour("MO-CARGA", "Reparación del puerto de carga", CHARGING, "15.00", 50, 60));

    private final Collection<DemoStaff> shops;
    private final List<UUID> parts = new ArrayList<>();
    private final Map<UUID, UUID> labourOfPart = new HashMap<>();

    DemoCatalogue(Collection<DemoStaff> shops) {
        this.shops = shops;
    }

    void load() {
        DemoStaff first = shops.iterator().next();
        Map<String, List<UUID>> byCategory = first.as(Role.WAREHOUSE, this::enter);
        first.as(Role.MANAGER, s -> {
            LABOUR.forEach(labour -> enter(s, labour, byCategory.get(labour.category())));
            // nobody opens a wet phone with a part at hand
            return s.services()
                    .enter(new NewService(
                            "MO-HUMEDAD", "Limpieza por humedad", null, Money.usd("18.00"), 60, 0, null, null));
        });
        shops.forEach(shop -> shop.as(Role.WAREHOUSE, s -> {
            for (UUID part : parts) {
                s.inventory().move(new NewMovement(part, MovementKind.RECEIPT, 80, null, "Inventario inicial"));
            }
            return null;
        }));
    }

    private Map<String, List<UUID>> enter(Session s) {
        Map<Model, UUID> models = new HashMap<>();
        MODELS.forEach(model -> models.put(
                model, s.catalogue().addModel(model.brand(), model.name()).id()));
        Map<String, UUID> categories = new HashMap<>();
        Map<String, List<UUID>> byCategory = new HashMap<>();
        for (Article a : ARTICLES) {
            UUID category = categories.computeIfAbsent(
                    a.category(), name -> s.catalogue().addCategory(name).id());
            UUID part = s.inventory()
                    .enterPart(new NewPart(
                            a.sku(),
                            a.name(),
                            a.type(),
                            category,
                            a.model() == null ? null : List.of(models.get(a.model())),
                            Money.usd(a.cost()),
                            Money.usd(a.shipping()),
                            Money.usd("0.50"),
                            null,
                            Money.usd(a.price()),
                            3,
                            null))
                    .id();
            parts.add(part);
            byCategory.computeIfAbsent(a.category(), name -> new ArrayList<>()).add(part);
        }
        return byCategory;
    }

    private void enter(Session s, Labour labour, List<UUID> forParts) {
        UUID service = s.services()
                .enter(new NewService(
                        labour.code(),
                        labour.name(),
                        null,
                        Money.usd(labour.price()),
                        labour.minutes(),
                        labour.warrantyDays(),
                        null,
                        null))
                .id();
        forParts.forEach(part -> labourOfPart.put(part, service));
    }

    /** A spare part for a repair, by any number. */
    UUID sparePart(int number) {
        return parts.get(Math.floorMod(number, 8));
    }

    /** The work that goes with a spare part. */
    UUID labour(UUID sparePart) {
        return labourOfPart.get(sparePart);
    }

    /** What hangs at the counter. */
    List<UUID> accessories() {
        return parts.subList(8, parts.size());
    }
}
