package com.servistech.erp.it.runtime;

import com.servistech.erp.Erp;
import com.servistech.erp.Session;
import com.servistech.erp.customers.Customers;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.stores.IssuerCard;
import com.servistech.erp.stores.NewIssuer;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.stores.StoreCard;
import com.servistech.erp.tenancy.Caller;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UnitOfWork;
import com.servistech.erp.tenancy.UserCaller;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Store A, its sister store B, and who works there; opened by whoever needs them first. */
final class TwoStores {

    final StoreId a;
    final StoreId b;
    private final Erp erp;

    private TwoStores(Erp erp, StoreId a, StoreId b) {
        this.erp = erp;
        this.a = a;
        this.b = b;
    }

    static TwoStores in(Erp erp) {
        List<StoreId> stores = erp.inChain(SystemCaller.of("contract")).write(TwoStores::opened);
        return new TwoStores(erp, stores.get(0), stores.get(1));
    }

    private static List<StoreId> opened(Session s) {
        if (s.stores().list(Page.Request.first()).items().isEmpty()) {
            IssuerCard issuer = s.stores()
                    .addIssuer(new NewIssuer(
                            "J123456789", "ServisTech C.A.", "Caracas", "ORDINARY", "REFUSE", "NEXT_BANKING_DAY"));
            UUID a = open(s, issuer, "CCS-01", "A");
            UUID b = open(s, issuer, "VLN-01", "B");
            return List.of(new StoreId(a), new StoreId(b));
        }
        return s.stores().list(Page.Request.first()).items().stream()
                .map(StoreCard::id)
                .map(StoreId::new)
                .toList();
    }

    private static UUID open(Session s, IssuerCard issuer, String code, String series) {
        return s.stores()
                .open(new NewStore(issuer.id(), code, "Sede " + code, "Calle 1", null, series))
                .id();
    }

    UnitOfWork inA() {
        return unit(desk(a), new Scope.OneStore(a));
    }

    UnitOfWork inB() {
        return unit(desk(b), new Scope.OneStore(b));
    }

    /** Somebody unknown, in no store. */
    UnitOfWork outside() {
        return unit(new PublicCaller("tracking", Origin.of("contract")), new Scope.Nothing());
    }

    UnitOfWork unit(Caller caller, Scope scope) {
        return new UnitOfWork(erp.runtime().transactions(), erp.runtime().clock(), caller, scope);
    }

    static Caller desk(StoreId store) {
        return new UserCaller(
                UUID.randomUUID(), false, Map.of(store, Role.FRONT_DESK), new Origin("contract", "10.0.0.7", "a test"));
    }

    /** Somebody new in the book of the work's store. */
    static UUID register(Work work) {
        String passport = "P-" + UUID.randomUUID().toString().substring(24).toUpperCase(Locale.ROOT);
        return new Customers(work)
                .register(new NewCustomer("Ana Pérez", passport, "0414-1234567", null, null))
                .id();
    }
}
