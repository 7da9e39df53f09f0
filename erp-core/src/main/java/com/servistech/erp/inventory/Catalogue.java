package com.servistech.erp.inventory;

import com.servistech.erp.customers.SearchText;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Scope;
import com.servistech.erp.tenancy.Sql;
import com.servistech.erp.tenancy.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads parts together with the store's stock, one statement each. */
final class Catalogue {

    private static final String PART =
            "select p.id, p.sku, p.name, p.type, p.cost, p.shipping, p.operational, p.price, p.minimum_stock,"
                    + " p.created_at, p.updated_at, p.version,"
                    + " coalesce(s.on_hand, 0) as on_hand, coalesce(s.on_hand - s.reserved, 0) as available"
                    + " from erp.parts p left join erp.stock s on s.store_id = ? and s.part_id = p.id";

    private final Work work;
    private final boolean oneStore;

    Catalogue(Work work) {
        this.work = work;
        this.oneStore = work.scope() instanceof Scope.OneStore;
    }

    /** @throws com.servistech.erp.error.NotFound {@code inventory.not-found} */
    PartView require(UUID id) {
        return work.sql()
                .first(this::part, PART + " where p.id = ?", work.home(), id)
                .orElseThrow(UpdatePart::notFound);
    }

    Page<PartView> parts(PartQuery query) {
        List<Object> parameters = new ArrayList<>(List.of(work.home()));
        StringBuilder where = new StringBuilder(" where true");
        SearchText text = SearchText.of(query.text());
        if (text != null) {
            where.append(" and strpos(p.search, ?) > 0");
            parameters.add(text.plain());
        }
        if (query.type() != null) {
            where.append(" and p.type = ?");
            parameters.add(query.type());
        }
        if (query.updatedSince() != null) {
            where.append(" and p.updated_at >= ?");
            parameters.add(query.updatedSince());
        }
        // by SKU, which is unique: the cursor is the last one
        query.page().after().ifPresent(after -> {
            where.append(" and p.sku > ?");
            parameters.add(after);
        });
        where.append(" order by p.sku limit ?");
        parameters.add(query.page().limit() + 1);
        List<PartView> rows = work.sql().list(this::part, PART + where, parameters.toArray());
        return Page.of(rows, query.page().limit(), PartView::sku);
    }

    private PartView part(Sql.Row row) {
        CostBuildUp build = new CostBuildUp(usd(row, "cost"), usd(row, "shipping"), usd(row, "operational"));
        return new PartView(
                row.uuid("id"),
                row.text("sku"),
                row.text("name"),
                PartType.valueOf(row.text("type")),
                build.cost(),
                build.shipping(),
                build.operational(),
                build.total(),
                usd(row, "price"),
                row.integer("minimum_stock"),
                oneStore ? row.integer("on_hand") : null,
                oneStore ? row.integer("available") : null,
                row.instant("created_at"),
                row.instant("updated_at"),
                row.integer("version"));
    }

    static Money usd(Sql.Row row, String column) {
        return row.decimal(column) == null ? null : new Money(row.decimal(column), Currency.USD);
    }
}
