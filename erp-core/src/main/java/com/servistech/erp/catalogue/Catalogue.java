package com.servistech.erp.catalogue;

import com.servistech.erp.error.Conflict;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Categories and models of the chain, over one open work. */
public final class Catalogue {

    private final Work work;
    private final Categories categories;
    private final DeviceModels models;

    public Catalogue(Work work) {
        this.work = work;
        this.categories = new Categories(work);
        this.models = new DeviceModels(work);
    }

    /** By name. @param active null for all */
    public Page<Category> categories(Boolean active, Page.Request page) {
        work.require(Permission.PARTS_READ);
        return categories.list(active, page);
    }

    /** @throws com.servistech.erp.error.NotFound {@code catalogue.category-not-found} */
    public Category category(UUID id) {
        work.require(Permission.PARTS_READ);
        return categories.get(id);
    }

    /** @throws Conflict {@code catalogue.category-taken} when there is one of this name, whatever its case and accents */
    public Category addCategory(String name) {
        work.require(Permission.PARTS_WRITE);
        return categories.add(name);
    }

    /**
     * Renames a category or lays it aside; its parts stay in it.
     *
     * @throws Conflict {@code catalogue.category-taken}
     * @throws com.servistech.erp.error.Stale when somebody changed it since the caller read it
     */
    public Category changeCategory(UUID id, int expectedVersion, String name, boolean active) {
        work.require(Permission.PARTS_WRITE);
        return categories.change(id, expectedVersion, name, active);
    }

    /** By brand and name. @param brand null for all; @param active null for all */
    public Page<DeviceModel> models(String brand, Boolean active, Page.Request page) {
        work.require(Permission.PARTS_READ);
        return models.list(brand, active, page);
    }

    /** @throws com.servistech.erp.error.NotFound {@code catalogue.model-not-found} */
    public DeviceModel deviceModel(UUID id) {
        work.require(Permission.PARTS_READ);
        return models.get(id);
    }

    /** @throws Conflict {@code catalogue.model-taken} */
    public DeviceModel addModel(String brand, String name) {
        work.require(Permission.PARTS_WRITE);
        return models.add(brand, name);
    }

    /**
     * Renames a model or lays it aside; parts and services for it stay, and are found by its new name.
     *
     * @throws Conflict {@code catalogue.model-taken}
     * @throws com.servistech.erp.error.Stale when somebody changed it since the caller read it
     */
    public DeviceModel changeModel(UUID id, int expectedVersion, String brand, String name, boolean active) {
        work.require(Permission.PARTS_WRITE);
        return models.change(id, expectedVersion, brand, name, active);
    }

    /** For other features: the model, if there is one, also one that was laid aside. */
    public Optional<DeviceModel> model(UUID id) {
        return models.find(id);
    }

    /**
     * For other features: says at the pointer that there is no such category, or that it was laid aside.
     *
     * @param before where the part is in already; null for none
     */
    public void requireCategory(String pointer, UUID id, UUID before) {
        categories.require(pointer, id, before);
    }

    /**
     * For other features: says which of these models there are not, or were laid aside.
     *
     * @param before those that it is for already
     */
    public void requireModels(String pointer, List<UUID> ids, Collection<UUID> before) {
        models.require(pointer, ids, before);
    }
}
