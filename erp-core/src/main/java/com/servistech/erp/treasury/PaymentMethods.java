package com.servistech.erp.treasury;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.money.Currency;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads payment methods, with the IGTF rule of a day. */
final class PaymentMethods {

    private static final String METHODS = """
            select m.*, coalesce(m.currency <> 'VES' and r.causes, false) causes_igtf from erp.payment_methods m
              left join lateral (select causes from erp.igtf_instruments i
                where i.method = m.code and i.valid_from <= ? order by i.valid_from desc limit 1) r on true
            """;

    private final Work work;

    PaymentMethods(Work work) {
        this.work = work;
    }

    List<PaymentMethod> all(LocalDate day) {
        return work.sql().list(PaymentMethods::method, METHODS + " order by m.family, m.code", day);
    }

    Optional<PaymentMethod> find(String code, LocalDate day) {
        return work.sql().first(PaymentMethods::method, METHODS + " where m.code = ?", day, code);
    }

    PaymentMethod get(String code) {
        return find(code, work.today()).orElseThrow(PaymentMethods::notFound);
    }

    PaymentMethod get(UUID id) {
        return work.sql()
                .first(PaymentMethods::method, METHODS + " where m.id = ?", work.today(), id)
                .orElseThrow(PaymentMethods::notFound);
    }

    static NotFound notFound() {
        return new NotFound("payment-methods.not-found", "There is no such payment method");
    }

    private static PaymentMethod method(Sql.Row row) {
        String currency = row.text("currency");
        return new PaymentMethod(
                row.uuid("id"),
                row.text("code"),
                Family.valueOf(row.text("family")),
                row.text("name"),
                row.text("name_en"),
                currency == null ? null : Currency.valueOf(currency),
                row.array("required"),
                row.text("account"),
                row.bool("causes_igtf"),
                row.bool("active"),
                row.integer("version"));
    }
}
