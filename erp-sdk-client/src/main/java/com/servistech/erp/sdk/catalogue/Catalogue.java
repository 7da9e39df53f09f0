package com.servistech.erp.sdk.catalogue;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.util.UUID;

/** Categories of parts and models of devices. */
public final class Catalogue {

    private final ErpClient erp;

    private Catalogue(ErpClient erp) {
        this.erp = erp;
    }

    public static Catalogue over(ErpClient erp) {
        return new Catalogue(erp);
    }

    /** By name, page by page. */
    public Page<Category> categories(CallOptions options) {
        return erp.page("/part-categories", options, Category::over);
    }

    public Category addCategory(String name) {
        return Category.over(erp.post("/part-categories", Body.of("name", name), CallOptions.none()));
    }

    public Category category(UUID id) {
        return Category.over(erp.get("/part-categories/" + id, CallOptions.none()));
    }

    /** @param before as it was read: nobody else's change is overwritten */
    public Category changeCategory(Category before, String name, boolean active) {
        return Category.over(erp.put(
                "/part-categories/" + before.id(),
                before.etag().orElseThrow(),
                Body.of("name", name, "active", active),
                CallOptions.none()));
    }

    /** By brand and name, page by page. */
    public Page<DeviceModel> models(CallOptions options) {
        return erp.page("/device-models", options, DeviceModel::over);
    }

    public DeviceModel addModel(String brand, String name) {
        return DeviceModel.over(erp.post("/device-models", Body.of("brand", brand, "name", name), CallOptions.none()));
    }

    public DeviceModel model(UUID id) {
        return DeviceModel.over(erp.get("/device-models/" + id, CallOptions.none()));
    }

    /** @param before as it was read: nobody else's change is overwritten */
    public DeviceModel changeModel(DeviceModel before, String brand, String name, boolean active) {
        return DeviceModel.over(erp.put(
                "/device-models/" + before.id(),
                before.etag().orElseThrow(),
                Body.of("brand", brand, "name", name, "active", active),
                CallOptions.none()));
    }
}
