package com.servistech.erp.identity;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.identity.ServiceAccountCard.Key;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Permission;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the service accounts of a store. */
final class ServiceAccounts {

    private static final String CARD = """
            select a.store_id, a.id, u.name, m.role, a.permissions, a.created_at, a.closed_at
              from erp.service_accounts a
              join erp.users u on u.id = a.id
              join erp.memberships m on m.store_id = a.store_id and m.user_id = a.id and m.ended_at is null
             where a.store_id = ?
            """;

    private record Account(
            UUID id, String name, Role role, UUID store, Set<Permission> permissions, Instant opened, Instant closed) {
        static Account of(Sql.Row row) {
            return new Account(
                    row.uuid("id"),
                    row.text("name"),
                    Role.valueOf(row.text("role")),
                    row.uuid("store_id"),
                    row.<String>array("permissions").stream()
                            .map(Permission::valueOf)
                            .collect(Collectors.toSet()),
                    row.instant("created_at"),
                    row.instant("closed_at"));
        }

        ServiceAccountCard card(List<Key> keys) {
            return new ServiceAccountCard(id, name, role, store, permissions, opened, closed, keys);
        }
    }

    private final Work work;

    ServiceAccounts(Work work) {
        this.work = work;
    }

    /** @throws NotFound {@code service-accounts.not-found} */
    ServiceAccountCard require(UUID id) {
        return cards(work.sql().list(Account::of, CARD + " and a.id = ?", work.store(), id)).stream()
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("service-accounts.not-found", "There is no service account with this id"));
    }

    /** The same, kept from being changed by somebody else meanwhile. */
    ServiceAccountCard lock(UUID id) {
        work.sql()
                .call("select 1 from erp.service_accounts where store_id = ? and id = ? for update", work.store(), id);
        return require(id);
    }

    /** The newest first. */
    Page<ServiceAccountCard> list(Page.Request page) {
        List<Account> accounts = work.sql()
                .list(
                        Account::of,
                        CARD + " and a.id < ? order by a.id desc limit ?",
                        work.store(),
                        page.beforeId(),
                        page.limit() + 1);
        return Page.of(cards(accounts), page.limit(), card -> card.id().toString());
    }

    private List<ServiceAccountCard> cards(List<Account> accounts) {
        Map<UUID, List<Key>> keys = keys(accounts.stream().map(Account::id).toList());
        return accounts.stream()
                .map(account -> account.card(keys.getOrDefault(account.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Key>> keys(List<UUID> accounts) {
        Map<UUID, List<Key>> keys = new HashMap<>();
        work.sql()
                .list(
                        row -> keys.computeIfAbsent(row.uuid("account_id"), account -> new ArrayList<>())
                                .add(new Key(
                                        row.uuid("id"),
                                        row.text("hint"),
                                        row.instant("created_at"),
                                        row.instant("expires_at"),
                                        row.instant("revoked_at"),
                                        row.instant("last_at"))),
                        "select k.account_id, k.id, k.hint, k.created_at, k.expires_at, k.revoked_at, u.last_at"
                                + " from erp.api_keys k left join erp.api_keys_used(?) u on u.key_id = k.id"
                                + " where k.store_id = ? and k.account_id = any (?) order by k.id desc",
                        accounts,
                        work.store(),
                        accounts);
        return keys;
    }
}
