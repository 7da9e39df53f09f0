package com.servistech.erp.identity;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Work;
import java.util.UUID;

/** Takes a key or the whole account away from a program; access ends within seconds. Doing it twice changes nothing. */
final class RevokeAccess {

    private final Work work;
    private final StandingCache cache;

    RevokeAccess(Work work, StandingCache cache) {
        this.work = work;
        this.cache = cache;
    }

    ServiceAccountCard key(UUID account, UUID key) {
        ServiceAccountCard card = mine(account);
        if (card.keys().stream().noneMatch(known -> known.id().equals(key))) {
            throw new NotFound("service-accounts.key-not-found", "This account has no key with this id");
        }
        work.sql()
                .update(
                        "update erp.api_keys set revoked_at = ? where store_id = ? and id = ? and revoked_at is null",
                        work.now(),
                        work.store(),
                        key);
        return ended(account);
    }

    ServiceAccountCard account(UUID account) {
        mine(account);
        work.sql()
                .update(
                        "update erp.service_accounts set closed_at = ? where store_id = ? and id = ? and closed_at is null",
                        work.now(),
                        work.store(),
                        account);
        work.sql()
                .update(
                        "update erp.api_keys set revoked_at = ? where store_id = ? and account_id = ? and revoked_at is null",
                        work.now(),
                        work.store(),
                        account);
        return ended(account);
    }

    private ServiceAccountCard mine(UUID account) {
        work.require(Permission.USERS_WRITE);
        ServiceAccountCard card = new ServiceAccounts(work).lock(account);
        new Authority(work).requireOver(card.storeId(), card.role());
        return card;
    }

    private ServiceAccountCard ended(UUID account) {
        new EndSessions(work, cache).all(account);
        return new ServiceAccounts(work).require(account);
    }
}
