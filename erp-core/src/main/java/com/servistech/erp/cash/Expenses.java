package com.servistech.erp.cash;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** Reads the petty cash of a session. */
final class Expenses {

    private final Work work;

    Expenses(Work work) {
        this.work = work;
    }

    List<CashExpenseView> of(UUID session) {
        return work.sql()
                .list(
                        Expenses::view,
                        "select * from erp.cash_expenses where store_id = ? and session_id = ? order by id",
                        work.store(),
                        session);
    }

    CashExpenseView get(UUID id) {
        return work.sql()
                .first(
                        Expenses::view,
                        "select * from erp.cash_expenses where store_id = ? and id = ?",
                        work.store(),
                        id)
                .orElseThrow();
    }

    private static CashExpenseView view(Sql.Row row) {
        return new CashExpenseView(
                row.uuid("id"),
                row.uuid("session_id"),
                new Money(row.decimal("amount"), Currency.valueOf(row.text("currency"))),
                row.text("category"),
                row.text("description"),
                row.text("receipt"),
                row.uuid("receipt_file_id"),
                row.uuid("spent_by"),
                row.instant("spent_at"));
    }
}
