package com.servistech.erp.services;

import com.servistech.erp.catalogue.Catalogue;
import com.servistech.erp.catalogue.DeviceModel;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.error.Stale;
import com.servistech.erp.events.Outbox;
import com.servistech.erp.inventory.Inventory;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Enters a service into the catalogue or changes its card; another price begins today. */
public final class WriteService {

    private final Work work;

    public WriteService(Work work) {
        this.work = work;
    }

    /** @throws Conflict {@code services.code-taken} */
    public UUID enter(NewService input) {
        work.require(Permission.SERVICES_WRITE);
        NewService service = input.checked();
        requireNamed(service, null);
        UUID id = work.newId();
        once(
                service.code(),
                () -> work.sql()
                        .update(
                                "insert into erp.services (id, code, name, model_id, minutes, warranty_days, active, created_at, updated_at)"
                                        + " values (?, ?, ?, ?::uuid, ?, ?, ?, ?, ?)",
                                id,
                                service.code(),
                                service.name(),
                                service.modelId(),
                                service.minutes(),
                                service.warrantyDays(),
                                service.active(),
                                work.now(),
                                work.now()));
        takeParts(id, service.parts());
        new PriceService(work).add(id, service.price(), work.today(), null);
        new Outbox(work).add("services.entered", id, Map.of("code", service.code()));
        return id;
    }

    /** @throws Stale when somebody changed it since the caller read it */
    public void update(UUID id, int expectedVersion, NewService changed) {
        work.require(Permission.SERVICES_WRITE);
        ServiceBook book = new ServiceBook(work);
        book.lock(id);
        NewService service = changed.checked();
        ServiceView before = book.get(id, work.today());
        if (before.version() != expectedVersion) {
            throw new Stale("version.stale", "The service is at version " + before.version() + " by now");
        }
        requireNamed(service, before.modelId());
        once(
                service.code(),
                () -> work.sql()
                        .update(
                                "update erp.services set code = ?, name = ?, model_id = ?::uuid, minutes = ?, warranty_days = ?,"
                                        + " active = ?, updated_at = ?, version = version + 1 where id = ?",
                                service.code(),
                                service.name(),
                                service.modelId(),
                                service.minutes(),
                                service.warrantyDays(),
                                service.active(),
                                work.now(),
                                id));
        takeParts(id, service.parts());
        if (!service.price().equals(before.price())) {
            new PriceService(work).add(id, service.price(), work.today(), null);
        }
        new Outbox(work).add("services.changed", id, Map.of("code", service.code()));
    }

    private void requireNamed(NewService service, UUID modelBefore) {
        if (service.modelId() != null) {
            DeviceModel model = new Catalogue(work)
                    .model(service.modelId())
                    .orElseThrow(() -> Invalid.at("/modelId", "catalogue.no-model", "There is no such model"));
            if (!model.active() && !model.id().equals(modelBefore)) {
                throw Invalid.at("/modelId", "catalogue.inactive", "This model is not used any more");
            }
        }
        Inventory inventory = new Inventory(work);
        Problems problems = new Problems();
        for (int i = 0; i < service.parts().size(); i++) {
            if (!inventory.knows(service.parts().get(i).partId())) {
                problems.add("/parts/" + i + "/partId", "inventory.not-found", "There is no such part");
            }
        }
        problems.refuseIfAny();
    }

    private void takeParts(UUID id, List<NewService.UsualPart> parts) {
        work.sql()
                .update(
                        "update erp.service_parts set quantity = 0 where service_id = ? and quantity > 0 and part_id <> all (?::uuid[])",
                        id,
                        parts.stream().map(NewService.UsualPart::partId).toList());
        for (NewService.UsualPart part : parts) {
            work.sql()
                    .update(
                            "insert into erp.service_parts (id, service_id, part_id, quantity) values (?, ?, ?, ?)"
                                    + " on conflict (service_id, part_id) do update set quantity = excluded.quantity"
                                    + " where service_parts.quantity <> excluded.quantity",
                            work.newId(),
                            id,
                            part.partId(),
                            part.quantity());
        }
        work.sql().update("update erp.services set search = erp.service_search(id) where id = ?", id);
    }

    private static void once(String code, Runnable write) {
        try {
            write.run();
        } catch (SqlFailure e) {
            throw SqlFailure.stateOf(e).filter("23505"::equals).isPresent()
                    ? new Conflict("services.code-taken", "There is a service with the code " + code)
                    : e;
        }
    }
}
