package com.servistech.erp.commissions.settlement;

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
        return work.sql().first(row -> row.bool("many"), """
                        with listed as (select from_day from erp.commission_changes where store_id = ? limit ?),
                        since as materialized (select min(from_day) as day from erp.commission_changes where store_id = ? and from_day is not null)
                        select (select count(*) from listed) + (select count(*) from (
                          select from erp.service_orders o
                           where o.store_id = ? and (select day from since) is not null
                             and o.delivered_at >= (select day::timestamp at time zone 'America/Caracas' from since) limit ?) delivered) >= ? many
                        """, work.store(), MANY, work.store(), work.store(), MANY, MANY).orElseThrow();
    }

    /** Orders and sales over the counter of which something changed, each once; they are changed no more. */
    List<UUID> take() {
        return work.sql().list(row -> row.uuid("subject_id"), TAKE, work.store(), work.store(), work.store());
    }

    /** All that is known to have changed, for who goes through everything anyway. */
    void forget() {
        work.sql().update("delete from erp.commission_changes where store_id = ?", work.store());
    }
}
