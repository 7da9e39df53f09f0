package com.servistech.erp.sdk.treasury;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.UUID;

/** Where the store receives and keeps money: an account at a bank, a wallet, a Zelle address. */
public final class ShopAccount extends Model {

    private ShopAccount(JsonView view) {
        super(view);
    }

    public static ShopAccount over(JsonView view) {
        return new ShopAccount(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String name() {
        return view().string("name");
    }

    public String currency() {
        return view().string("currency");
    }
}
