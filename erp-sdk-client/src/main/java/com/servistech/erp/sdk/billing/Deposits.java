package com.servistech.erp.sdk.billing;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.Page;
import java.util.UUID;

/** Money for orders before they have an invoice (abonos). */
public final class Deposits {

    private final ErpClient erp;

    private Deposits(ErpClient erp) {
        this.erp = erp;
    }

    public static Deposits over(ErpClient erp) {
        return new Deposits(erp);
    }

    /** Takes a deposit; its invoice is settled by it at its own rate. */
    public Payment take(UUID orderId, PaymentRequest payment) {
        return take(orderId, payment, CallOptions.none());
    }

    /** The same with options, for example a key of the caller's own. */
    public Payment take(UUID orderId, PaymentRequest payment, CallOptions options) {
        return Payment.over(erp.post(of(orderId), payment.json(), options));
    }

    /** Deposits on an order, newest first. */
    public Page<Payment> list(UUID orderId) {
        return erp.page(of(orderId), CallOptions.none(), Payment::over);
    }

    private static String of(UUID orderId) {
        return "/orders/" + orderId + "/deposits";
    }
}
