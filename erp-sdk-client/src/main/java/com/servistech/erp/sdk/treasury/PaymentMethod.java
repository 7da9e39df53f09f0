package com.servistech.erp.sdk.treasury;

import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Model;
import java.util.Optional;
import java.util.UUID;

/** A way to pay. */
public final class PaymentMethod extends Model {

    private PaymentMethod(JsonView view) {
        super(view);
    }

    public static PaymentMethod over(JsonView view) {
        return new PaymentMethod(view);
    }

    public UUID id() {
        return view().uuid("id");
    }

    public String code() {
        return view().string("code");
    }

    /** CASH, ELECTRONIC, VOUCHER or CREDIT. */
    public String family() {
        return view().string("family");
    }

    public String name() {
        return view().string("name");
    }

    /** Absent where it takes that of the credit. */
    public Optional<String> currency() {
        return view().optional("currency", view()::string);
    }

    /** Whether a special taxpayer perceives IGTF on it today. */
    public boolean causesIgtf() {
        return view().flag("causesIgtf");
    }
}
