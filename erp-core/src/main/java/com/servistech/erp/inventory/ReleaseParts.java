package com.servistech.erp.inventory;

import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Gives back what an order reserved and did not take. */
final class ReleaseParts {

    private final Work work;
    private final Claims claims;

    ReleaseParts(Work work) {
        this.work = work;
        this.claims = new Claims(work);
    }

    void releaseAllOf(UUID orderId) {
        for (UUID partId : claims.openParts(orderId)) {
            Shelf shelf = Shelf.lock(work, partId);
            // read again behind the lock: an invoice may have taken some while we waited
            for (Claims.Claim claim : claims.of(orderId, partId)) {
                if (claim.open() > 0) {
                    shelf.release(claim.open());
                    claims.release(claim.id());
                }
            }
        }
    }

    /** @return how many came free */
    int releaseOne(UUID orderId, UUID partId, UUID reservationId) {
        Shelf shelf = Shelf.lock(work, partId);
        int freed = 0;
        for (Claims.Claim claim : claims.of(orderId, partId)) {
            if (claim.id().equals(reservationId) && claim.open() > 0) {
                shelf.release(claim.open());
                claims.release(claim.id());
                freed = claim.open();
            }
        }
        return freed;
    }
}
