package com.servistech.erp.sdk.catalogue;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;

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

    /** By brand and name, page by page. */
    public Page<DeviceModel> models(CallOptions options) {
        return erp.page("/device-models", options, DeviceModel::over);
    }

    public DeviceModel addModel(String brand, String name) {
        return DeviceModel.over(erp.post("/device-models", Body.of("brand", brand, "name", name), CallOptions.none()));
    }
}
