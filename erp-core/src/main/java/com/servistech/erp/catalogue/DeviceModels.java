package com.servistech.erp.catalogue;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.NotFound;
import com.servistech.erp.error.Problems;
import com.servistech.erp.error.Stale;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.SqlFailure;
import com.servistech.erp.tenancy.Work;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of models. */
final class DeviceModels {

    private static final String MODEL = "select id, brand, name, active, version from erp.device_models";

    private record Name(String brand, String name) {}

    private final Work work;

    DeviceModels(Work work) {
        this.work = work;
    }

    Page<DeviceModel> list(String brand, Boolean active, Page.Request page) {
        UUID after = page.cursor() == null ? null : page.afterId();
        List<DeviceModel> found = work.sql()
                .list(
                        DeviceModels::model,
                        MODEL
                                + " where (?::text is null or erp.plain_text(brand) = erp.plain_text(?))"
                                + " and (?::boolean is null or active = ?::boolean)"
                                + " and (?::uuid is null or (brand, name) > (select m.brand, m.name from erp.device_models m where m.id = ?))"
                                + " order by brand, name limit ?",
                        brand,
                        brand,
                        active,
                        active,
                        after,
                        after,
                        page.limit() + 1);
        return Page.of(found, page.limit(), model -> model.id().toString());
    }

    DeviceModel get(UUID id) {
        return find(id).orElseThrow(DeviceModels::notFound);
    }

    Optional<DeviceModel> find(UUID id) {
        return work.sql().first(DeviceModels::model, MODEL + " where id = ?", id);
    }

    DeviceModel add(String brand, String name) {
        Name good = checked(brand, name);
        DeviceModel added = new DeviceModel(work.newId(), good.brand(), good.name(), true, 1);
        int rows = work.sql()
                .update(
                        "insert into erp.device_models (id, brand, name, created_at) values (?, ?, ?, ?) on conflict do nothing",
                        added.id(),
                        good.brand(),
                        good.name(),
                        work.now());
        if (rows == 0) {
            throw taken();
        }
        return added;
    }

    DeviceModel change(UUID id, int expectedVersion, String brand, String name, boolean active) {
        DeviceModel before = work.sql()
                .first(DeviceModels::model, MODEL + " where id = ? for no key update", id)
                .orElseThrow(DeviceModels::notFound);
        Name good = checked(brand, name);
        if (before.version() != expectedVersion) {
            throw new Stale("version.stale", "The model is at version " + before.version() + " by now");
        }
        try {
            work.sql()
                    .update(
                            "update erp.device_models set brand = ?, name = ?, active = ?, version = version + 1 where id = ?",
                            good.brand(),
                            good.name(),
                            active,
                            id);
        } catch (SqlFailure e) {
            throw SqlFailure.stateOf(e).filter("23505"::equals).isPresent() ? taken() : e;
        }
        return new DeviceModel(id, good.brand(), good.name(), active, before.version() + 1);
    }

    void require(String pointer, List<UUID> ids, Collection<UUID> before) {
        Map<UUID, DeviceModel> known =
                work.sql().list(DeviceModels::model, MODEL + " where id = any (?::uuid[])", ids).stream()
                        .collect(Collectors.toMap(DeviceModel::id, Function.identity()));
        Problems problems = new Problems();
        for (int i = 0; i < ids.size(); i++) {
            DeviceModel model = known.get(ids.get(i));
            if (model == null) {
                problems.add(pointer + "/" + i, "catalogue.no-model", "There is no such model");
            } else if (!model.active() && !before.contains(model.id())) {
                problems.add(
                        pointer + "/" + i,
                        "catalogue.inactive",
                        model.brand() + " " + model.name() + " is not used any more");
            }
        }
        problems.refuseIfAny();
    }

    private static Name checked(String brand, String name) {
        Problems problems = new Problems();
        Name good = new Name(problems.required("/brand", brand, 60), problems.required("/name", name, 80));
        problems.refuseIfAny();
        return good;
    }

    private static NotFound notFound() {
        return new NotFound("catalogue.model-not-found", "There is no such model");
    }

    private static Conflict taken() {
        return new Conflict("catalogue.model-taken", "This model is in the catalogue");
    }

    private static DeviceModel model(Sql.Row row) {
        return new DeviceModel(
                row.uuid("id"), row.text("brand"), row.text("name"), row.bool("active"), row.integer("version"));
    }
}
