package com.servistech.erp.commissions.settlement;

import com.servistech.erp.commissions.rule.Period;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/**
 * What changed in the store since commissions were settled. The database writes it down in the transaction that changes
 * something, so what is taken here was done before, and what is done meanwhile stays for the next settlement.
 */
final class Changes {

    /** From so many on, all orders of the store are gone through rather than these one by one. */
    private static final int MANY = 10_000;

    private static final String TAKE = """
            with taken as (delete from erp.commission_changes where store_id = ? returning subject_id, from_day),
            since as materialized (select min(from_day) as day from taken)
            select subject_id from taken where subject_id is not null
            union
            select o.id from erp.service_orders o
             where o.store_id = ? and (select day from since) is not null
               and o.delivered_at >= (select day::timestamp at time zone 'America/Caracas' from since)
            union
            select i.id from erp.invoices i
             where i.store_id = ? and i.order_id is null and (select day from since) is not null and i.business_day >= (select day from since)
            """;

    private final Work work;

    Changes(Work work) {
        this.work = work;
    }

    /** Whether there are more than it is worth to look at one by one; all of them, once it was decided anew from when on. */
    boolean areMany() {
        return work.sql()
                .first(row -> row.bool("many"), """
                        with listed as (select from_day from erp.commission_changes where store_id = ? limit ?),
                        since as materialized (select min(from_day) as day from erp.commission_changes where store_id = ? and from_day is not null)
                        select (select count(*) from listed) + (select count(*) from (
                          select from erp.service_orders o
                           where o.store_id = ? and (select day from since) is not null
                             and o.delivered_at >= (select day::timestamp at time zone 'America/Caracas' from since) limit ?) delivered) >= ? many
                        """, work.store(), MANY, work.store(), work.store(), MANY, MANY)
                .orElseThrow();
    }

    /** Orders and sales over the counter of which something changed, each once; they are changed no more. */
    List<UUID> take() {
        return work.sql().list(row -> row.uuid("subject_id"), TAKE, work.store(), work.store(), work.store());
    }

    /** Months in which what changed was earned, as far as it is paid now. */
    List<Period> months() {
        return work.sql().list(row -> Period.of(row.text("month")), """
                        with listed as materialized (
                          select distinct subject_id id from erp.commission_changes where store_id = ? and subject_id is not null)
                        select distinct to_char(greatest(delivered_at, paid_at) at time zone 'America/Caracas', 'YYYY-MM') "month" from (
                          select o.delivered_at, max(b.fully_paid_at) paid_at from listed l
                            join erp.service_orders o on o.store_id = ? and o.id = l.id and o.delivered_at is not null
                            join erp.invoices i on i.store_id = o.store_id and i.order_id = o.id
                            join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id group by o.id, o.delivered_at
                          union all
                          select null, b.fully_paid_at from listed l
                            join erp.invoices i on i.store_id = ? and i.id = l.id and i.order_id is null
                            join erp.invoice_balances b on b.store_id = i.store_id and b.id = i.id) earned
                         where paid_at is not null
                        """, work.store(), work.store(), work.store());
    }

    /** All that is known to have changed, for who goes through everything anyway. */
    void forget() {
        work.sql().update("delete from erp.commission_changes where store_id = ?", work.store());
    }
}
