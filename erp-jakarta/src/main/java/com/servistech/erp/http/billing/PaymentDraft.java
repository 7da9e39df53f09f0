package com.servistech.erp.http.billing;

import com.servistech.erp.billing.payment.NewPayment;
import com.servistech.erp.billing.payment.PaymentData;
import com.servistech.erp.http.json.Maybe;
import com.servistech.erp.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer hands over or reports; which fields are needed is said by the payment method. */
@Schema(example = """
        {"method": "PAGO_MOVIL", "amount": {"amount": "1250.00", "currency": "VES"}, "bankCode": "0102",
         "phone": "0414-1234567", "reference": "004512873341", "paidOn": "2026-11-24"}""")
public record PaymentDraft(
        String method,
        Money amount,
        @Maybe Money changeInKind,
        @Maybe Boolean changeAsCredit,
        @Maybe String reference,
        @Maybe String bankCode,
        @Maybe String phone,
        @Maybe String document,
        @Maybe LocalDate paidOn,
        @Maybe UUID accountId,
        @Maybe String payer,
        @Maybe String last4,
        @Maybe String lot,
        @Maybe String voucherNumber,
        @Maybe UUID creditId,
        @Maybe String registerId,
        @Maybe Boolean confirm) {

    NewPayment input() {
        return new NewPayment(
                method,
                amount,
                changeInKind,
                Boolean.TRUE.equals(changeAsCredit),
                new PaymentData(
                        reference,
                        bankCode,
                        phone,
                        document,
                        paidOn,
                        accountId,
                        payer,
                        last4,
                        lot,
                        voucherNumber,
                        creditId),
                registerId,
                Boolean.TRUE.equals(confirm));
    }
}
