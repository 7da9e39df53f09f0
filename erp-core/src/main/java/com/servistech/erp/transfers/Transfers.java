package com.servistech.erp.transfers;

import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.List;
import java.util.UUID;

/** The store's transfers to and from other stores, over one open work. */
public final class Transfers {

    private final Work work;

    public Transfers(Work work) {
        this.work = work;
    }

    /** @see RequestTransfer */
    public TransferView request(NewTransfer input) {
        return get(new RequestTransfer(work).request(input));
    }

    /** @see SendTransfer */
    public TransferView send(UUID id, List<NewTransfer.Pieces> pieces) {
        new SendTransfer(work).send(id, pieces);
        return get(id);
    }

    /** @see ReceiveTransfer */
    public TransferView receive(UUID id, Arrival arrival) {
        new ReceiveTransfer(work).receive(id, arrival);
        return get(id);
    }

    /** @see CancelTransfer */
    public TransferView cancel(UUID id, String reason) {
        new CancelTransfer(work).cancel(id, reason);
        return get(id);
    }

    /** @throws com.servistech.erp.error.NotFound {@code transfers.not-found} */
    public TransferView get(UUID id) {
        work.require(Permission.PARTS_READ);
        return new TransferBook(work).get(id);
    }

    /** Newest first. */
    public Page<TransferView> list(TransferQuery query) {
        work.require(Permission.PARTS_READ);
        return new TransferBook(work).list(query);
    }

    /** For the system, of the whole chain: stores that have something to tell another one. */
    public List<StoreId> storesWithNews() {
        return work.sql()
                .list(
                        row -> new StoreId(row.uuid("store_id")),
                        "select distinct store_id from erp.transfers where untold order by store_id");
    }

    /** For the system: what this store has to tell others, oldest first. */
    public List<TransferNews> news() {
        TransferRows rows = new TransferRows(work);
        return rows.untold().stream()
                .flatMap(id -> rows.find(id).stream())
                .map(transfer -> new TransferNews(work.store(), transfer))
                .toList();
    }

    /** For the system: what another store has to tell this one; hearing it again changes nothing. */
    public void hear(TransferNews news) {
        new HearNews(work).hear(news);
    }

    /** For the system: the other store has heard it. */
    public void told(TransferNews news) {
        new TransferRows(work).told(news.transfer().id(), news.transfer().version());
    }
}
