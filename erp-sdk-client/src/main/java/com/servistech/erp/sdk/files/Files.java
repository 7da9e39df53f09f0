package com.servistech.erp.sdk.files;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import java.util.UUID;

/** Pictures and scans of the store. */
public final class Files {

    private final ErpClient erp;

    private Files(ErpClient erp) {
        this.erp = erp;
    }

    public static Files over(ErpClient erp) {
        return new Files(erp);
    }

    /** Stores a JPEG, PNG or WebP picture or a PDF; the answer has its {@code id}. */
    public JsonView store(byte[] bytes) {
        return erp.sendBytes("/files", bytes, CallOptions.none()).view();
    }

    /** As it was handed in. */
    public byte[] content(UUID id) {
        return erp.send("GET", "/files/" + id, CallOptions.none()).bytes();
    }
}
