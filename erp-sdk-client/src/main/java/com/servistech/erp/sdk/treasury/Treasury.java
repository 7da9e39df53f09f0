package com.servistech.erp.sdk.treasury;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Page;
import jakarta.json.JsonObject;

/** How the shop is paid and where it keeps money. */
public final class Treasury {

    private final ErpClient erp;

    private Treasury(ErpClient erp) {
        this.erp = erp;
    }

    public static Treasury over(ErpClient erp) {
        return new Treasury(erp);
    }

    /** All ways to pay, also those that are not taken now. */
    public Page<PaymentMethod> methods() {
        return erp.page("/payment-methods", CallOptions.none(), PaymentMethod::over);
    }

    /** Begins to take a new way to pay; the fields are those of the contract. */
    public PaymentMethod add(JsonObject method) {
        return PaymentMethod.over(erp.post("/payment-methods", method, CallOptions.none()));
    }

    /** Banks whose code is good; {@code date} chooses another day than today. */
    public Page<JsonView> banks(CallOptions options) {
        return erp.page("/banks", options, view -> view);
    }

    /** Accounts of the store. */
    public Page<ShopAccount> accounts() {
        return erp.page("/shop-accounts", CallOptions.none(), ShopAccount::over);
    }

    /** Writes an account of the store down; the fields are those of the contract. */
    public ShopAccount open(JsonObject account) {
        return ShopAccount.over(erp.post("/shop-accounts", account, CallOptions.none()));
    }
}
