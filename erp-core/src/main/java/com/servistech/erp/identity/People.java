package com.servistech.erp.identity;

import com.servistech.erp.error.NotFound;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads people: their cards as far as the scope shows, and what their tokens say. */
final class People {

    private static final String CARD = """
            select u.id, u.name, u.email, u.super_admin, u.home_store_id, u.active, u.version,
                   coalesce(array_agg(m.store_id order by m.store_id) filter (where m.store_id is not null), '{}') stores,
                   coalesce(array_agg(m.role order by m.store_id) filter (where m.store_id is not null), '{}') roles
              from erp.users u left join erp.memberships m on m.user_id = u.id and m.ended_at is null
            """;

    private final Work work;

    People(Work work) {
        this.work = work;
    }

    Optional<UserCard> card(UUID id) {
        return card(id, "");
    }

    private Optional<UserCard> card(UUID id, String condition) {
        return work.sql().first(People::toCard, CARD + " where u.id = ?" + condition + " group by u.id", id);
    }

    /**
     * A person of the scope: somebody who works or has worked in one of its stores. Anybody else is unknown.
     *
     * @throws NotFound {@code users.not-found}
     */
    UserCard require(UUID id) {
        return card(id, " and not u.service")
                .filter(card -> chain() || !card.memberships().isEmpty() || workedHere(id))
                .orElseThrow(People::notFound);
    }

    /** By address; of a store those who work there now. */
    Page<UserCard> list(Page.Request page) {
        return Page.of(
                work.sql()
                        .list(
                                People::toCard,
                                CARD
                                        + " where u.email > ? and not u.service group by u.id having ? or count(m.id) > 0 order by u.email limit ?",
                                page.after().orElse(""),
                                chain(),
                                page.limit() + 1),
                page.limit(),
                UserCard::email);
    }

    /** What a token says of somebody active, whatever the scope. */
    Optional<Person> active(UUID id) {
        return work.sql().first(Person::of, "select * from erp.person(?)", id);
    }

    static NotFound notFound() {
        return new NotFound("users.not-found", "There is no user with this id");
    }

    private boolean chain() {
        return work.scope() instanceof Scope.Chain;
    }

    private boolean workedHere(UUID id) {
        return work.sql()
                .first(row -> true, "select 1 from erp.memberships where user_id = ?", id)
                .isPresent();
    }

    private static UserCard toCard(Sql.Row row) {
        Map<StoreId, Role> memberships = memberships(row);
        UUID home = row.uuid("home_store_id");
        return new UserCard(
                row.uuid("id"),
                row.text("name"),
                row.text("email"),
                UserCard.mainRole(row.bool("super_admin"), home, memberships),
                home,
                UserCard.memberships(memberships),
                row.bool("active"),
                row.integer("version"));
    }

    static Map<StoreId, Role> memberships(Sql.Row row) {
        List<UUID> stores = row.array("stores");
        List<String> roles = row.array("roles");
        Map<StoreId, Role> memberships = new LinkedHashMap<>();
        for (int i = 0; i < stores.size(); i++) {
            memberships.put(new StoreId(stores.get(i)), Role.valueOf(roles.get(i)));
        }
        return memberships;
    }
}
