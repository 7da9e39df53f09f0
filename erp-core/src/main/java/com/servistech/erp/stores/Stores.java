package com.servistech.erp.stores;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** The shops of the chain, as far as the caller's scope shows them. */
public final class Stores {

    private static final String CARD = """
            select s.id, s.code, s.name, s.address, s.phone, s.series, s.active, s.version,
                   i.id issuer_id, i.rif, i.name issuer_name, i.address issuer_address, p.regime, p.missing_rate, p.weekend_rate
              from erp.stores s
              join erp.issuers i on i.id = s.issuer_id
              cross join lateral (select max(value) filter (where policy = 'REGIME') regime,
                                         max(value) filter (where policy = 'MISSING_RATE') missing_rate,
                                         max(value) filter (where policy = 'WEEKEND_RATE') weekend_rate
                                    from erp.policies_of(i.id, ?)) p
            """;

    private final Work work;

    public Stores(Work work) {
        this.work = work;
    }

    /** The one store that this work is for. */
    public StoreCard current() {
        return card(work.store().value());
    }

    /** A shop of the caller's scope; another store of the chain is as unknown as one that does not exist. */
    /** Every store of the scope, also closed ones, by code. */
    public List<StoreId> ids() {
        return work.sql().list(row -> new StoreId(row.uuid("id")), "select id from erp.stores order by code");
    }

    public StoreCard get(UUID id) {
        work.require(Permission.STORES_READ);
        if (!visible(id)) {
            throw notFound();
        }
        return card(id);
    }

    /** Ordered by code. */
    public Page<StoreCard> list(Page.Request page) {
        work.require(Permission.STORES_READ);
        String after = page.after().orElse("");
        return Page.of(
                work.sql()
                        .list(
                                Stores::toCard,
                                CARD
                                        + " where s.id = any ((select current_setting('app.store_ids'))::uuid[])"
                                        + " and s.code > ? order by s.code limit ?",
                                work.today(),
                                after,
                                page.limit() + 1),
                page.limit(),
                StoreCard::code);
    }

    public IssuerCard addIssuer(NewIssuer input) {
        work.require(Permission.STORES_WRITE);
        if (work.sql()
                .first(row -> true, "select 1 from erp.issuers where rif = ?", input.rif())
                .isPresent()) {
            throw new Conflict("issuers.rif-taken", "There is already an issuer with this RIF");
        }
        UUID id = work.newId();
        work.add(new Issuer(id, input));
        Policies policies = new Policies(work);
        policies.found(id, Policy.REGIME, input.regime());
        policies.found(id, Policy.MISSING_RATE, input.missingRate());
        policies.found(id, Policy.WEEKEND_RATE, input.weekendRate());
        return new IssuerCard(
                id,
                input.rif(),
                input.name(),
                input.address(),
                input.regime(),
                input.missingRate(),
                input.weekendRate());
    }

    public StoreCard open(NewStore input) {
        return card(new OpenStore(work).open(input));
    }

    public StoreCard change(UUID id, int expectedVersion, StoreChange change) {
        new ChangeStore(work).change(id, expectedVersion, change);
        return card(id);
    }

    private StoreCard card(UUID id) {
        return work.sql()
                .first(Stores::toCard, CARD + " where s.id = ?", work.today(), id)
                .orElseThrow(Stores::notFound);
    }

    private boolean visible(UUID id) {
        if (work.scope() instanceof Scope.SomeStores some) {
            return some.stores().contains(new StoreId(id));
        }
        return work.scope() instanceof Scope.Chain || work.home().value().equals(id);
    }

    private static NotFound notFound() {
        return new NotFound("stores.not-found", "There is no store with this id");
    }

    private static StoreCard toCard(Sql.Row row) {
        return new StoreCard(
                row.uuid("id"),
                row.text("code"),
                row.text("name"),
                row.text("address"),
                row.text("phone"),
                row.text("series"),
                row.bool("active"),
                row.integer("version"),
                new IssuerCard(
                        row.uuid("issuer_id"),
                        row.text("rif"),
                        row.text("issuer_name"),
                        row.text("issuer_address"),
                        row.text("regime"),
                        row.text("missing_rate"),
                        row.text("weekend_rate")));
    }
}
