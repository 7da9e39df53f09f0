package com.servistech.erp.sdk.stores;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.Page;
import com.servistech.erp.sdk.internal.json.Body;
import java.time.LocalDate;
import java.util.UUID;

/** The stores that the caller may see. */
public final class Stores {

    private final ErpClient erp;

    private Stores(ErpClient erp) {
        this.erp = erp;
    }

    public static Stores over(ErpClient erp) {
        return new Stores(erp);
    }

    /** All of them, page by page. */
    public Page<Store> list() {
        return list(CallOptions.none());
    }

    /** The same with a page size or a filter of the contract. */
    public Page<Store> list(CallOptions options) {
        return erp.page("/stores", options, Store::over);
    }

    /** The switches of an issuer on a day, each with its source. */
    public Page<JsonView> policies(UUID issuerId, LocalDate day) {
        return erp.page(
                "/issuers/" + issuerId + "/policies", CallOptions.none().query("date", day.toString()), view -> view);
    }

    /** Sets a switch of an issuer from a day on that has no documents yet. */
    public JsonView decide(UUID issuerId, String policy, String value, LocalDate from, String legalSource) {
        return erp.post(
                "/issuers/" + issuerId + "/policies",
                Body.of("policy", policy, "value", value, "validFrom", from, "legalSource", legalSource),
                CallOptions.none());
    }

    /** The law's percentages on a day. */
    public Page<JsonView> taxRules(LocalDate day) {
        return erp.page("/tax-rules", CallOptions.none().query("date", day.toString()), view -> view);
    }

    /** Enters what a new law says from a day on that has no documents yet. */
    public JsonView enterTaxRule(String tax, String component, String percent, LocalDate from, String legalSource) {
        return erp.post(
                "/tax-rules",
                Body.of(
                        "tax",
                        tax,
                        "component",
                        component,
                        "percent",
                        percent,
                        "validFrom",
                        from,
                        "legalSource",
                        legalSource),
                CallOptions.none());
    }

    /** Up to where one person may act alone at the till. */
    public Page<JsonView> limits() {
        return erp.page("/limits", CallOptions.none(), view -> view);
    }

    /** Sets a limit from a later day on. */
    public JsonView limit(String limit, Money amount, LocalDate from, String reason) {
        return erp.post(
                "/limits",
                Body.of("limit", limit, "amount", amount, "validFrom", from, "reason", reason),
                CallOptions.none());
    }

    public Store get(UUID id) {
        return Store.over(erp.get("/stores/" + id, CallOptions.none()));
    }
}
