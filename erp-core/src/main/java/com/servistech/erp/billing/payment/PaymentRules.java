package com.servistech.erp.billing.payment;

import com.servistech.erp.customers.Document;
import com.servistech.erp.customers.Phone;
import com.servistech.erp.error.Problems;
import com.servistech.erp.money.AmountRule;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Work;
import com.servistech.erp.treasury.Family;
import com.servistech.erp.treasury.PaymentMethod;
import com.servistech.erp.treasury.Treasury;
import java.time.LocalDate;

/** What must be known about a payment, by its method's row, and how it must be written. */
final class PaymentRules {

    private final Work work;

    PaymentRules(Work work) {
        this.work = work;
    }

    /** What a preview needs too. */
    void checkAmount(NewPayment input, PaymentMethod method, Problems problems) {
        Currency currency = method.currency() == null ? input.amount().currency() : method.currency();
        AmountRule.positive("/amount", input.amount(), currency, problems);
        Money part = input.changeInKind();
        if ((part != null || input.changeAsCredit()) && !method.isCash()) {
            problems.add("/changeInKind", "payments.change-cash", "Change is given for cash only");
        } else if (part != null && input.changeAsCredit()) {
            problems.add("/changeInKind", "payments.change-or-credit", "What is too much becomes change, or credit");
        } else if (part != null) {
            AmountRule.notNegative("/changeInKind", part, currency, problems);
        }
        // what a method has no use for was meant for another one: nothing that somebody named is passed over in silence
        if (input.data().accountId() != null && method.family() != Family.ELECTRONIC) {
            problems.add("/accountId", "payments.no-account", method.code() + " arrives on no account");
        }
        if (input.data().creditId() != null && method.family() != Family.CREDIT) {
            problems.add("/creditId", "payments.no-credit", method.code() + " uses no credit");
        }
    }

    void checkDay(LocalDate paidOn, Problems problems) {
        if (paidOn.isAfter(work.today())) {
            problems.add("/paidOn", "payments.paid-on", "Not later than today");
        }
    }

    void check(NewPayment input, PaymentMethod method, LocalDate paidOn) {
        Problems problems = new Problems();
        checkAmount(input, method, problems);
        PaymentData data = input.data();
        for (String field : method.required()) {
            if (!data.has(field)) {
                problems.add("/" + field, "field.required", method.code() + " needs this");
            }
        }
        pattern("/last4", data.last4(), "[0-9]{4}", "The last four digits of the card", problems);
        pattern("/reference", data.reference(), "[A-Za-z0-9-]{4,64}", "4 to 64 letters and digits", problems);
        pattern(
                "/voucherNumber",
                data.voucherNumber(),
                "[0-9]{4}(0[1-9]|1[0-2])[0-9]{8}",
                "Year, month and eight digits: 20261000000001",
                problems);
        bank(data, paidOn, problems);
        people(data, problems);
        problems.optional("/lot", data.lot(), 40);
        checkDay(paidOn, problems);
        problems.refuseIfAny();
    }

    private void bank(PaymentData data, LocalDate paidOn, Problems problems) {
        if (data.bankCode() == null || data.bankCode().isBlank()) {
            return;
        }
        if (!data.bankCode().matches("0[0-9]{3}")) {
            problems.add("/bankCode", "text.pattern", "A bank's code has four digits: 0102");
        } else if (!new Treasury(work).isBank(data.bankCode(), paidOn)) {
            problems.add("/bankCode", "banks.unknown", "No bank had this code on " + paidOn);
        }
    }

    private static void people(PaymentData data, Problems problems) {
        if (written(data.phone()) && Phone.parse(data.phone()).isEmpty()) {
            problems.add("/phone", "phone.format", "Write it like 0414-1234567");
        }
        if (written(data.document()) && Document.parse(data.document()).isEmpty()) {
            problems.add("/document", "document.format", "A cédula, a RIF or a passport: V-12345678");
        }
        problems.optional("/payer", data.payer(), 120);
    }

    private static void pattern(String at, String text, String pattern, String detail, Problems problems) {
        if (written(text) && !text.matches(pattern)) {
            problems.add(at, "text.pattern", detail);
        }
    }

    private static boolean written(String text) {
        return text != null && !text.isBlank();
    }
}
