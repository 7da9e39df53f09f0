package com.servistech.erp.inventory;

import com.servistech.erp.catalogue.Catalogue;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.UUID;

/** Enters a part into the chain's catalogue. */
public final class EnterPart {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Work work;

    public EnterPart(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code inventory.sku-taken} */
    public PartView enter(NewPart part) {
        work.require(Permission.PARTS_WRITE);
        NewPart details = part.checked();
        requireWords(work, details);
        UUID id = work.newId();
        try {
            work.add(new Part(id, details, work.now()));
        } catch (PersistenceException e) {
            throw skuTaken(details.sku(), e);
        }
        new Fittings(work).set(id, details.categoryId(), details.modelIds());
        new Prices(work).add(id, details.price(), work.today(), null);
        new Outbox(work).add("parts.entered", id, Map.of("sku", details.sku()));
        return new PartBook(work).require(id);
    }

    /** Categories and models that are named must be there. */
    static void requireWords(Work work, NewPart details) {
        Catalogue catalogue = new Catalogue(work);
        if (details.categoryId() != null) {
            catalogue.requireCategory("/categoryId", details.categoryId());
        }
        if (!details.modelIds().isEmpty()) {
            catalogue.requireModels("/modelIds", details.modelIds());
        }
    }

    static RuntimeException skuTaken(String sku, PersistenceException failure) {
        return SqlFailure.stateOf(failure).filter(UNIQUE_VIOLATION::equals).isPresent()
                ? new Conflict("inventory.sku-taken", "There is a part with the SKU " + sku)
                : failure;
    }
}
