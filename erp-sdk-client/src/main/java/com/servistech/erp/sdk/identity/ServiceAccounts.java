package com.servistech.erp.sdk.identity;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.UUID;

/** The programs that call for a store, and their keys. */
public final class ServiceAccounts {

    private final ErpClient erp;

    private ServiceAccounts(ErpClient erp) {
        this.erp = erp;
    }

    public static ServiceAccounts over(ErpClient erp) {
        return new ServiceAccounts(erp);
    }

    /** The newest first. */
    public Page<ServiceAccount> list() {
        return erp.page("/service-accounts", CallOptions.none(), ServiceAccount::over);
    }

    public ServiceAccount get(UUID id) {
        return ServiceAccount.over(erp.get("/service-accounts/" + id, CallOptions.none()));
    }

    /** Lets a program in; its key is in this answer and nowhere else. */
    public NewApiKey open(ServiceAccountDraft draft) {
        return NewApiKey.over(erp.post("/service-accounts", draft.json(), CallOptions.none()));
    }

    /** Another key, good for a year, so that the old one can be replaced without a gap. */
    public NewApiKey addKey(UUID account) {
        return addKey(account, JsonValue.EMPTY_JSON_OBJECT);
    }

    public NewApiKey addKey(UUID account, LocalDate lastDay) {
        return addKey(account, Body.of("lastDay", lastDay));
    }

    /** Ends a key; what came in by it is out within seconds. */
    public ServiceAccount revokeKey(UUID account, UUID key) {
        return act(account, "/keys/" + key + "/revoke");
    }

    /** Ends the account with all its keys, for good. */
    public ServiceAccount close(UUID account) {
        return act(account, "/close");
    }

    private NewApiKey addKey(UUID account, JsonObject body) {
        return NewApiKey.over(erp.post("/service-accounts/" + account + "/keys", body, CallOptions.none()));
    }

    private ServiceAccount act(UUID account, String act) {
        return ServiceAccount.over(
                erp.post("/service-accounts/" + account + act, JsonValue.EMPTY_JSON_OBJECT, CallOptions.none()));
    }
}
