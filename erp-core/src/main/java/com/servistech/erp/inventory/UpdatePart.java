package com.servistech.erp.inventory;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Stale;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.UUID;

/** Changes a part of the catalogue; another price begins today. What was sold before keeps the cost and price it had. */
public final class UpdatePart {

    private final Work work;

    public UpdatePart(Work work) {
        this.work = work;
    }

    /** @throws Stale when somebody changed the part since the caller read it */
    public PartView update(UUID id, int expectedVersion, NewPart changed) {
        work.require(Permission.PARTS_WRITE);
        Part part = work.findForUpdate(Part.class, id).orElseThrow(UpdatePart::notFound);
        NewPart details = changed.checked();
        if (part.version() != expectedVersion) {
            throw new Stale("version.stale", "The part is at version " + part.version() + " by now");
        }
        PartView before = new PartBook(work).require(id);
        EnterPart.requireWords(work, details, before.categoryId(), before.modelIds());
        part.become(details, work.now());
        try {
            work.flush();
        } catch (PersistenceException e) {
            throw EnterPart.skuTaken(details.sku(), e);
        }
        new Fittings(work).set(id, details.categoryId(), details.modelIds());
        if (!details.price().equals(before.price())) {
            new Prices(work).add(id, details.price(), work.today(), null);
        }
        new Outbox(work).add("parts.changed", id, Map.of("sku", details.sku()));
        return new PartBook(work).require(id);
    }

    static NotFound notFound() {
        return new NotFound("inventory.not-found", "There is no such part");
    }
}
