package com.servistech.erp.cli.demo;

import com.servistech.erp.Erp;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.rates.BcvHistory;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A chain of three shops and its last months. The same seed makes the same story each time; only its end is today.
 */
public final class Demo {

    /** Of every person in the demo, which listens on this computer only. */
    public static final String PASSWORD = "taller-demo-2026";

    static final long SEED = 20_261_124;
    static final int DAYS = 120;

    private record Shop(String code, String name, String address, String phone, String series) {}

    private static final List<Shop> SHOPS = List.of(
            new Shop("CCS-01", "ServisTech Chacao", "Av. Francisco de Miranda, Chacao, Caracas", "+582122630001", "A"),
            new Shop("VLN-01", "ServisTech Valencia", "Av. Bolívar Norte, Valencia", "+582418250001", "B"),
            new Shop("MCB-01", "ServisTech Maracaibo", "Calle 77 (5 de Julio), Maracaibo", "+582617920001", "C"));

    private static final List<Role> STAFF = List.of(
            Role.MANAGER,
            Role.SUPERVISOR,
            Role.FRONT_DESK,
            Role.TECHNICIAN,
            Role.QA,
            Role.WAREHOUSE,
            Role.COURIER,
            Role.REGIONAL_MANAGER,
            Role.ACCOUNTANT,
            Role.CUSTOMER);

    private static final List<String> NAMES = List.of(
            "Carolina Méndez",
            "Yelitza Rojas",
            "Andreína Silva",
            "José Luis Pérez",
            "Miguel Ángel Torres",
            "Rafael Blanco",
            "Kelvin Marcano",
            "Beatriz Salas",
            "Omar Villegas",
            "Ana García");

    private final int days;
    private final Erp erp;
    private final DemoClock clock;
    private final Consumer<String> progress;

    public Demo(Erp erp, DemoClock clock, Consumer<String> progress) {
        this(erp, clock, progress, DAYS);
    }

    /** @param days how long the story is */
    public Demo(Erp erp, DemoClock clock, Consumer<String> progress, int days) {
        this.days = days;
        this.erp = erp;
        this.clock = clock;
        this.progress = progress;
    }

    public static List<DemoUser> users() {
        List<DemoUser> users = new ArrayList<>();
        users.add(new DemoUser("Administración", "admin@servistech.test", Role.SUPER_ADMIN, "*", List.of()));
        for (int s = 0; s < SHOPS.size(); s++) {
            Shop shop = SHOPS.get(s);
            // each regional manager has two shops, each shop two of them
            List<String> next = List.of(SHOPS.get((s + 1) % SHOPS.size()).code());
            for (int i = 0; i < STAFF.size(); i++) {
                String address = STAFF.get(i).name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                        + shop.code().toLowerCase(Locale.ROOT) + "@servistech.test";
                List<String> others = STAFF.get(i) == Role.REGIONAL_MANAGER ? next : List.of();
                users.add(new DemoUser(NAMES.get(i), address, STAFF.get(i), shop.code(), others));
            }
        }
        return users;
    }

    /** Fills an empty database; takes less than a minute. */
    public void load() {
        Instant beginning = clock.realNow().minus(Duration.ofDays(days + 1L));
        clock.set(beginning);
        Map<String, StoreId> stores = shops();
        Map<StoreId, Map<Role, UUID>> people = people(stores);
        progress.accept("  official rates of the bank, as they were ...");
        history();
        Map<String, DemoStaff> staff = new LinkedHashMap<>();
        stores.forEach((code, store) -> staff.put(code, new DemoStaff(erp, store, people.get(store))));
        DemoCatalogue catalogue = new DemoCatalogue(staff.values());
        progress.accept("  parts and stock ...");
        catalogue.load();
        List<DemoShop> shops = staff.entrySet().stream()
                .map(shop -> new DemoShop(
                        clock, shop.getValue(), catalogue, SEED + shop.getKey().hashCode()))
                .toList();
        new DemoDays(shops, progress).pass(days);
        clock.set(clock.realNow().minus(Duration.ofHours(1)));
        DemoStaff valencia = staff.get(SHOPS.get(1).code());
        new DemoOffice(valencia, catalogue).supply(staff.get(SHOPS.get(2).code()));
    }

    private Map<String, StoreId> shops() {
        progress.accept("  stores and people ...");
        SystemCaller system = SystemCaller.of("demo");
        return erp.inChain(system).write(s -> {
            IssuerCard issuer = s.stores()
                    .addIssuer(new NewIssuer(
                            "J412345678",
                            "ServisTech Reparaciones, C.A.",
                            "Av. Francisco de Miranda, Torre Taller, Caracas",
                            "ORDINARY",
                            "PROVISIONAL_LAST_KNOWN",
                            "NEXT_BANKING_DAY"));
            Map<String, StoreId> stores = new LinkedHashMap<>();
            for (Shop shop : SHOPS) {
                NewStore input = new NewStore(
                        issuer.id(), shop.code(), shop.name(), shop.address(), shop.phone(), shop.series());
                stores.put(shop.code(), new StoreId(s.stores().open(input).id()));
            }
            return stores;
        });
    }

    private void history() {
        Instant before = clock.instant();
        for (BcvHistory.Day day : new BcvHistory().days()) {
            clock.set(day.published());
            erp.inChain(SystemCaller.of("demo")).write(s -> {
                s.rates().take(day);
                return null;
            });
        }
        clock.set(before);
    }

    private Map<StoreId, Map<Role, UUID>> people(Map<String, StoreId> stores) {
        Map<StoreId, Map<Role, UUID>> people = new LinkedHashMap<>();
        erp.inChain(SystemCaller.of("demo")).write(s -> {
            for (DemoUser user : users()) {
                StoreId store = stores.get(user.store());
                UUID id = s.identity()
                        .add(new NewUser(
                                user.name(),
                                user.email(),
                                user.role(),
                                store == null ? null : store.value(),
                                user.others().stream()
                                        .map(code -> stores.get(code).value())
                                        .toList(),
                                PASSWORD))
                        .id();
                if (store != null) {
                    people.computeIfAbsent(store, key -> new LinkedHashMap<>()).put(user.role(), id);
                }
            }
            return null;
        });
        return people;
    }
}
