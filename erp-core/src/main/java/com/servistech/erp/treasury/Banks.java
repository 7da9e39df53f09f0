package com.servistech.erp.treasury;

import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.LocalDate;
import java.util.List;

/** Reads banks by code and day. */
final class Banks {

    private static final String GOOD = "valid_from <= ? and coalesce(valid_to, 'infinity'::date) >= ?";

    private final Work work;

    Banks(Work work) {
        this.work = work;
    }

    List<Bank> on(LocalDate day) {
        return work.sql().list(Banks::bank, "select * from erp.banks where " + GOOD + " order by code", day, day);
    }

    boolean isGood(String code, LocalDate day) {
        return work.sql()
                .first(Banks::bank, "select * from erp.banks where code = ? and " + GOOD, code, day, day)
                .isPresent();
    }

    private static Bank bank(Sql.Row row) {
        return new Bank(
                row.uuid("id"), row.text("code"), row.text("name"), row.date("valid_from"), row.date("valid_to"));
    }
}
