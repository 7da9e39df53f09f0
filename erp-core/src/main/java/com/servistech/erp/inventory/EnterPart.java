package com.servistech.erp.inventory;

import com.servistech.erp.catalogue.Catalogue;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import jakarta.persistence.PersistenceException;
import java.util.List;
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
        requireWords(work, details, null, List.of());
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

    /** Categories and models that are named must be there, and in use unless the part has them already. */
    static void requireWords(Work work, NewPart details, UUID categoryBefore, List<UUID> modelsBefore) {
        Catalogue catalogue = new Catalogue(work);
        if (details.categoryId() != null) {
            catalogue.requireCategory("/categoryId", details.categoryId(), categoryBefore);
        }
        if (!details.modelIds().isEmpty()) {
            catalogue.requireModels("/modelIds", details.modelIds(), modelsBefore);
        }
    }

    static RuntimeException skuTaken(String sku, PersistenceException failure) {
        return SqlFailure.stateOf(failure).filter(UNIQUE_VIOLATION::equals).isPresent()
                ? new Conflict("inventory.sku-taken", "There is a part with the SKU " + sku)
                : failure;
    }
}
