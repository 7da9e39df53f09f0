package com.servistech.erp.catalogue;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Problems;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Categories and models of the chain, over one open work. */
public final class Catalogue {

    private final Work work;

    public Catalogue(Work work) {
        this.work = work;
    }

    /** By name. */
    public Page<Category> categories(Page.Request page) {
        work.require(Permission.PARTS_READ);
        List<Category> found = work.sql()
                .list(
                        Catalogue::category,
                        "select id, name from erp.part_categories where name > ? order by name limit ?",
                        page.after().orElse(""),
                        page.limit() + 1);
        return Page.of(found, page.limit(), Category::name);
    }

    /** @throws Conflict {@code catalogue.category-taken} when there is one of this name, whatever its case and accents */
    public Category addCategory(String name) {
        work.require(Permission.PARTS_WRITE);
        Problems problems = new Problems();
        String good = problems.required("/name", name, 60);
        problems.refuseIfAny();
        Category added = new Category(work.newId(), good);
        int rows = work.sql()
                .update(
                        "insert into erp.part_categories (id, name, created_at) values (?, ?, ?) on conflict do nothing",
                        added.id(),
                        good,
                        work.now());
        if (rows == 0) {
            throw new Conflict("catalogue.category-taken", "There is a category of this name");
        }
        return added;
    }

    /** By brand and name. @param brand null for all */
    public Page<DeviceModel> models(String brand, Page.Request page) {
        work.require(Permission.PARTS_READ);
        UUID after = page.cursor() == null ? null : page.afterId();
        List<DeviceModel> found = work.sql()
                .list(
                        Catalogue::model,
                        "select id, brand, name from erp.device_models"
                                + " where (?::text is null or erp.plain_text(brand) = erp.plain_text(?))"
                                + " and (?::uuid is null or (brand, name) > (select m.brand, m.name from erp.device_models m where m.id = ?))"
                                + " order by brand, name limit ?",
                        brand,
                        brand,
                        after,
                        after,
                        page.limit() + 1);
        return Page.of(found, page.limit(), model -> model.id().toString());
    }

    /** @throws Conflict {@code catalogue.model-taken} */
    public DeviceModel addModel(String brand, String name) {
        work.require(Permission.PARTS_WRITE);
        Problems problems = new Problems();
        String goodBrand = problems.required("/brand", brand, 60);
        String goodName = problems.required("/name", name, 80);
        problems.refuseIfAny();
        DeviceModel added = new DeviceModel(work.newId(), goodBrand, goodName);
        int rows = work.sql()
                .update(
                        "insert into erp.device_models (id, brand, name, created_at) values (?, ?, ?, ?) on conflict do nothing",
                        added.id(),
                        goodBrand,
                        goodName,
                        work.now());
        if (rows == 0) {
            throw new Conflict("catalogue.model-taken", "This model is in the catalogue");
        }
        return added;
    }

    /** For other features: the model, if there is one. */
    public Optional<DeviceModel> model(UUID id) {
        return work.sql().first(Catalogue::model, "select id, brand, name from erp.device_models where id = ?", id);
    }

    /** For other features: says at the pointer that there is no such category. */
    public void requireCategory(String pointer, UUID id) {
        if (work.sql()
                .first(row -> true, "select 1 from erp.part_categories where id = ?", id)
                .isEmpty()) {
            throw Invalid.at(pointer, "catalogue.no-category", "There is no such category");
        }
    }

    /** For other features: says which of these models there are not. */
    public void requireModels(String pointer, List<UUID> ids) {
        Set<UUID> known = new HashSet<>(work.sql()
                .list(row -> row.uuid("id"), "select id from erp.device_models where id = any (?::uuid[])", ids));
        Problems problems = new Problems();
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                problems.add(pointer + "/" + i, "catalogue.no-model", "There is no such model");
            }
        }
        problems.refuseIfAny();
    }

    private static Category category(Sql.Row row) {
        return new Category(row.uuid("id"), row.text("name"));
    }

    private static DeviceModel model(Sql.Row row) {
        return new DeviceModel(row.uuid("id"), row.text("brand"), row.text("name"));
    }
}
