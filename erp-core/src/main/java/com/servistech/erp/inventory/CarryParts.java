package com.servistech.erp.inventory;

import com.servistech.erp.ledger.Account;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/** Takes parts off one store's shelves and puts them on another's; in between they are in transit in the books. */
final class CarryParts {

    private final Work work;
    private final StockEntry books;

    CarryParts(Work work) {
        this.work = work;
        this.books = new StockEntry(work);
    }

    List<Parcel> away(SortedMap<UUID, Integer> pieces, UUID transferId) {
        List<Parcel> parcels = new ArrayList<>();
        Worth all = Worth.NOTHING;
        for (var each : pieces.entrySet()) {
            Shelf shelf = Shelf.lock(work, each.getKey());
            Worth worth = shelf.take(0, each.getValue(), Shelf.Movement.of(MovementKind.TRANSFER_OUT, transferId));
            parcels.add(new Parcel(each.getKey(), each.getValue(), worth));
            all = all.plus(worth);
        }
        books.moved("TRANSFER_OUT", transferId, all.negated(), Account.GOODS_IN_TRANSIT);
        return parcels;
    }

    void in(List<Parcel> parcels, UUID transferId) {
        put(parcels, MovementKind.TRANSFER_IN, transferId, Account.BETWEEN_STORES);
    }

    void back(List<Parcel> parcels, UUID transferId) {
        put(parcels, MovementKind.TRANSFER_BACK, transferId, Account.GOODS_IN_TRANSIT);
    }

    private void put(List<Parcel> parcels, MovementKind kind, UUID transferId, Account other) {
        Worth all = Worth.NOTHING;
        for (Parcel parcel : sorted(parcels)) {
            Shelf.lock(work, parcel.partId()).put(parcel.pieces(), parcel.worth(), Shelf.Movement.of(kind, transferId));
            all = all.plus(parcel.worth());
        }
        books.moved(kind.name(), transferId, all, other);
    }

    /** In the order of part ids, as everybody locks the shelf. */
    private static List<Parcel> sorted(List<Parcel> parcels) {
        return parcels.stream()
                .filter(parcel -> parcel.pieces() > 0)
                .sorted(Comparator.comparing(Parcel::partId))
                .toList();
    }
}
